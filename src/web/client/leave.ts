// Leaving: in one task, before the browser can paint again, every field of every page we hold is emptied, the page is
// blank and the neutral site takes this entry's place in the tab. It does not wait for the network.

import { dropKept } from './kept-pages.ts'

// Read once: a blank page has no link to read it from, and it has to be able to leave again.
const away = document.querySelector<HTMLElement>('.fb-exit')?.dataset['away'] ?? '/exit'
let left = false

/** True once the person has left: nothing may be shown any more. */
export const hasLeft = (): boolean => left

export function leave(): void {
  left = true
  document.title = ' '
  dropKept(blankFields)
  blankFields(document)
  document.body.textContent = ''
  // In a copy of the site a form page sends its origin along: the neutral site is not told it.
  document.querySelector('meta[name="referrer"]')?.setAttribute('content', 'no-referrer')
  forgetEarlier()
  location.replace(away)
}

/** The answer of /exit makes the browser forget pages of ours that it holds from an earlier visit in this tab. */
function forgetEarlier(): void {
  fetch('/exit', { method: 'HEAD', redirect: 'manual', keepalive: true }).catch(() => undefined)
}

/** Hidden fields too, and what the server had filled in: answers travel in both. */
function blankFields(page: ParentNode): void {
  for (const field of page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    field.defaultValue = ''
    field.value = ''
    if (field instanceof HTMLInputElement) field.checked = false
  }
  for (const list of page.querySelectorAll('select')) list.selectedIndex = -1
}
