// A copy of the site stays behind in the tab when the browser sends its form to the service. Back must not show the answers:
// once they are on their way every form is as before anybody filled it in, so that it can be sent anew; and once more when
// the browser brings the page back from its memory.

import { dropKept } from './kept-pages.ts'
import { formStep } from './step.ts'
import { tellShown } from './swap.ts'

let sent = false

// On the window: after the steps, which take over what stays on this origin.
addEventListener('submit', (event) => {
  const { target, submitter, defaultPrevented } = event
  if (!defaultPrevented && target instanceof HTMLFormElement) sent ||= formStep(target, submitter) === undefined
})

addEventListener('pagehide', empty)
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) empty()
})

function empty(): void {
  if (!sent) return
  dropKept(reset)
  reset(document)
  tellShown()
}

/** What a copy's pages come with is the same for everybody: no answer is in it. */
function reset(page: ParentNode): void {
  for (const form of page.querySelectorAll('form')) HTMLFormElement.prototype.reset.call(form)
}
