// The check, live: says the next step aloud when it changes, and shows "several together" from three on. What shows is
// decided by style (`data-because` of the ticked boxes); this only adds what style cannot count or say.
// It listens on the document, so that it also serves a check that was swapped in.

/** As in src/screening/assess.ts: three or more things that do not only add to the risk. */
const several = 3

function follow(form: HTMLFormElement): void {
  const live = form.querySelector('.fb-live')
  if (live === null) return
  const counted = form.querySelectorAll('[data-because]:not([data-because="adds-risk"]):checked').length
  const together = live.querySelector<HTMLElement>('.fb-several')
  if (together !== null) together.hidden = counted < several
  const shown = [...live.querySelectorAll<HTMLElement>('[data-step]')].find((step) => step.offsetParent !== null)
  say(live.querySelector('[role="status"]'), shown?.querySelector('strong')?.textContent ?? '')
}

/** Only a change is worth interrupting for. */
function say(status: Element | null, words: string): void {
  if (status !== null && status.textContent !== words) status.textContent = words
}

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.form !== null) follow(target.form)
})

// A check that comes back with its boxes ticked says so too.
document.addEventListener('fb:shown', () => {
  for (const form of document.forms) follow(form)
})
