// Links and forms of the site, taken over for the whole document: each is asked for in the background and its answer is
// shown in place, so that the tab holds one entry of ours. What cannot be shown so is left to the browser.

import { hasLeft } from './leave.ts'
import { emptyWhenGone } from './sent-elsewhere.ts'
import { formStep, isHere, linkOf, linkStep, type Step } from './step.ts'
import { isOfThisBuild, parsePage, showPage } from './swap.ts'

const patience = 20_000
let pending: { readonly control: AbortController; readonly method: Step['method'] } | undefined
let byItself = false

/** A browser that cannot do what is needed here goes on by itself: links, forms and the exit work there as before. */
export function startSteps(): void {
  if (typeof SubmitEvent === 'undefined' || !('replaceChildren' in document.body)) return
  document.addEventListener('click', onClick)
  document.addEventListener('submit', onSubmit)
}

function onClick(event: MouseEvent): void {
  const link = event.defaultPrevented ? null : linkOf(event)
  if (link === null) return
  const step = isHere(link) ? undefined : linkStep(link)
  if (step === undefined && !isHere(link)) return
  event.preventDefault()
  // A place on this page, by `replace`: a plain link to it would make an entry.
  if (step === undefined) location.replace(link.hash)
  else void take(step)
}

function onSubmit(event: SubmitEvent): void {
  if (byItself || event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return
  const step = formStep(event.target, event.submitter)
  if (step === undefined) {
    emptyWhenGone()
  } else {
    event.preventDefault()
    if (pending?.method !== 'POST') void take(step)
  }
}

async function take(step: Step): Promise<void> {
  dropStep()
  const control = new AbortController()
  pending = { control, method: step.method }
  document.body.setAttribute('aria-busy', 'true')
  const timer = setTimeout(() => control.abort(), patience)
  const answer = await ask(step, control.signal).catch(() => undefined)
  clearTimeout(timer)
  if (!isPending(control) || hasLeft()) return
  dropStep()
  if (answer !== undefined && isOfThisBuild(answer.page)) showPage(answer.page, answer.address)
  else goNatively(step)
}

const isPending = (control: AbortController): boolean => pending?.control === control

/** Whatever is under way is no longer wanted. */
export function dropStep(): void {
  pending?.control.abort()
  pending = undefined
  document.body.removeAttribute('aria-busy')
}

type Answer = { readonly page: Document; readonly address: string }

async function ask({ address, method, body }: Step, signal: AbortSignal): Promise<Answer | undefined> {
  const answer = await fetch(address, { method, body, headers: { Accept: 'text/html' }, signal })
  if (!/^text\/html\b/.test(answer.headers.get('content-type') ?? '')) return undefined
  const page = parsePage(await answer.text())
  return { page, address: method === 'GET' ? answer.url + address.hash : addressOfPosted(answer) }
}

/** Loaded anew, the address of a post shows its form; one that has none leaves the address as it is. */
const addressOfPosted = ({ url, status }: Response): string =>
  status === 404 || /\.\w+$/.test(new URL(url).pathname) ? location.href : url

/** Not in place: this page then stays behind in the tab, but the browser forgets a `no-store` page that has asked for one. */
function goNatively({ natively }: Step): void {
  byItself = true
  natively()
  byItself = false
}
