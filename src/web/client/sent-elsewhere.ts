// A copy of the site stays behind in the tab when the browser sends its form to the service. Back must not show the answers:
// once they are on their way every form is as before anybody filled it in, so that it can be sent anew; and once more when
// the browser brings the page back from its memory.

import { dropKept } from './kept-pages.ts'
import { tellShown } from './swap.ts'

export function emptyWhenGone(): void {
  addEventListener('pagehide', empty)
  addEventListener('pageshow', empty)
}

/** What a copy's pages come with is the same for everybody: no answer is in it. */
function empty(): void {
  dropKept(() => undefined)
  for (const form of document.forms) form.reset()
  tellShown()
}
