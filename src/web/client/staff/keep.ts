// Warns before a session ends for want of a click, and offers to stay. When its time is up, the page makes way for that of
// sign-in, so that nobody reads on. What is being typed was saved before (drafts.ts).

import { saveChanged } from './drafts.ts'

let timers: readonly ReturnType<typeof setTimeout>[] = []

document.addEventListener('fb:shown', begin)
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.matches('#staff-keep button')) void stay()
})
begin()

function keepOf(): HTMLElement | null {
  return document.querySelector('#staff-keep')
}

function begin(): void {
  const keep = keepOf()
  if (keep === null) stop()
  else wait(keep, Number(keep.dataset['left'] ?? '0'))
}

/** From now, in seconds. */
function wait(keep: HTMLElement, left: number): void {
  stop()
  warn(keep, false)
  const warning = Number(keep.dataset['warning'] ?? '0')
  timers = [
    setTimeout(() => warn(keep, true), Math.max(0, left - warning) * 1000),
    setTimeout(() => location.replace(keep.dataset['ended'] ?? '/'), left * 1000),
    setInterval(() => void save(keep), 20_000),
  ]
}

function stop(): void {
  for (const timer of timers) clearTimeout(timer)
  timers = []
}

function warn(keep: HTMLElement, soon: boolean): void {
  const status = keep.querySelector<HTMLElement>('[role=status]')
  const button = keep.querySelector<HTMLElement>('button')
  if (status !== null) status.textContent = soon ? (status.dataset['words'] ?? '') : ''
  if (button !== null) button.hidden = !soon
}

async function stay(): Promise<void> {
  const keep = keepOf()
  if (keep === null) return
  const left = await post('/staff/account/keep.json', new URLSearchParams({ 'form-token': tokenOf(keep) }))
  if (left !== undefined) wait(keep, left)
}

/** Typing is being there: a draft that was saved begins the time anew. */
async function save(keep: HTMLElement): Promise<void> {
  const left = await saveChanged(tokenOf(keep), post)
  if (left !== undefined) wait(keep, left)
}

const tokenOf = (keep: HTMLElement): string => keep.dataset['token'] ?? ''

/** Seconds until the session ends now; undefined where the service did not answer so. */
async function post(address: string, body: URLSearchParams): Promise<number | undefined> {
  const answer = await fetch(address, { method: 'POST', body, redirect: 'error' }).catch(() => undefined)
  if (answer?.ok !== true) return undefined
  const told: unknown = await answer.json().catch(() => undefined)
  return typeof told === 'object' && told !== null && 'left' in told && typeof told.left === 'number'
    ? told.left
    : undefined
}
