// Makes the exit leave better than a link: the page goes blank at once, what was typed is emptied, and the neutral
// site takes this entry's place in the tab (`location.replace`), so that Back does not return here.
// Shift three times within five seconds does the same. Without script the control is a plain link to /exit.

import './live.ts'

const link = document.querySelector<HTMLAnchorElement>('.fb-exit')
const within = 5000
let presses: number[] = []

function leave(): void {
  document.documentElement.classList.add('fb-gone')
  document.title = ' '
  for (const form of document.forms) form.reset()
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
    field.value = ''
  const away = link?.dataset['away']
  // In a copy of the site a form page sends its origin along: the neutral site is not told it.
  document.querySelector('meta[name="referrer"]')?.setAttribute('content', 'no-referrer')
  if (away !== undefined) location.replace(away)
}

link?.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})

document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (repeat) return
  presses = key === 'Shift' ? [...presses.filter((at) => timeStamp - at < within), timeStamp] : []
  if (presses.length >= 3) leave()
})

// A page that the browser kept for Back stays blank after an exit, and leaves again.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && document.documentElement.classList.contains('fb-gone')) leave()
})
