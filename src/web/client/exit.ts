// The public side's one script: the exit, and steps that swap in place so that the exit has one entry to replace.
// Shift three times within five seconds leaves too. Without script the exit is a plain link to /exit.

import { hasLeft, leave } from './leave.ts'
import './live.ts'
import { dropStep, startSteps } from './steps.ts'
import { showEarlier, tellShown } from './swap.ts'

const within = 5000
let presses: readonly number[] = []

document.addEventListener('click', (event) => {
  const pressed = event.target instanceof Element ? event.target.closest('.fb-exit, .fb-back') : null
  if (pressed === null) return
  event.preventDefault()
  dropStep()
  if (pressed.matches('.fb-exit')) leave()
  else showEarlier()
})

document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (repeat) return
  presses = key === 'Shift' ? [...presses.filter((at) => timeStamp - at < within), timeStamp] : []
  tellOnceMore(presses.length === 2)
  if (presses.length >= 3) leave()
})

/** Only after the second press in a row: a capital letter is no reason to speak. */
function tellOnceMore(tell: boolean): void {
  const status = document.querySelector<HTMLElement>('.fb-press')
  if (status !== null) status.textContent = tell ? (status.dataset['more'] ?? '') : ''
}

// A page that the browser kept for Back stays blank after an exit, and leaves again.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && hasLeft()) leave()
})

startSteps()
// After every module has run, so that whoever listens for it is there.
document.addEventListener('DOMContentLoaded', tellShown)
