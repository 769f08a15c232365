// Passkeys in the browser: shows their forms where it can use one, asks the service for a challenge, lets the device sign it, and
// sends the answer as an ordinary form.

import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

document.addEventListener('fb:shown', offer)
offer()

// Before the site's own steps: they leave a form alone that somebody has taken over.
document.addEventListener('submit', onSubmit, { capture: true })

function offer(): void {
  if (!browserSupportsWebAuthn()) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) form.hidden = false
  for (const note of document.querySelectorAll<HTMLElement>('[data-passkey-off]')) note.hidden = true
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['passkey'] === undefined) return
  event.preventDefault()
  event.stopPropagation()
  void sign(form)
}

async function sign(form: HTMLFormElement): Promise<void> {
  tell(form, '')
  const answer = await answerTo(form).catch(() => undefined)
  const field = form.querySelector<HTMLInputElement>('input[name=passkey]')
  if (answer === undefined || field === null) {
    tell(form, form.querySelector<HTMLElement>('[data-failed]')?.dataset['failed'] ?? '')
    return
  }
  field.value = JSON.stringify(answer)
  HTMLFormElement.prototype.submit.call(form)
}

/** Taken back by the person, or not let in by the device, it throws: the form then says so. */
async function answerTo(form: HTMLFormElement): Promise<object> {
  const body = new URLSearchParams({ 'form-token': tokenOf(form) })
  const asked = await fetch(form.dataset['options'] ?? '', { method: 'POST', body })
  if (!asked.ok) throw new Error('refused')
  const options: unknown = await asked.json()
  return form.dataset['passkey'] === 'create'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
}

const tokenOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>('input[name=form-token]')?.value ?? ''

function tell(form: HTMLFormElement, words: string): void {
  const status = form.querySelector('[role=status]')
  if (status !== null) status.textContent = words
}
