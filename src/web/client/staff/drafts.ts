// Sends the form in hand to the service as a draft, when something was changed in it. Nothing of it stays in the browser.

type Post = (address: string, body: URLSearchParams) => Promise<number | undefined>

/** What each form held when it was last saved, or shown. */
const saved = new WeakMap<HTMLFormElement, string>()

document.addEventListener('fb:shown', remember)
remember()

function forms(): readonly HTMLFormElement[] {
  return [...document.querySelectorAll<HTMLFormElement>('form[data-draft]')]
}

function remember(): void {
  for (const form of forms()) if (!saved.has(form)) saved.set(form, textOf(form))
}

/** Seconds until the session ends now, where something was saved. */
export async function saveChanged(token: string, post: Post): Promise<number | undefined> {
  let left: number | undefined
  for (const form of forms()) {
    const text = textOf(form)
    if (text === saved.get(form)) continue
    const draft = { 'form-token': token, 'draft-form': form.dataset['draft'] ?? '', draft: text }
    left = await post('/staff/account/draft.json', new URLSearchParams(draft))
    if (left !== undefined) saved.set(form, text)
  }
  return left
}

function textOf(form: HTMLFormElement): string {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && name !== 'form-token') fields.append(name, value)
  return fields.toString()
}
