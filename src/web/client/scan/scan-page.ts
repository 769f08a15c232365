// The scanner's page: a note is typed or pasted, read by the worker in this browser, and shown with what was found; a person
// confirms, rejects or leaves open. The note is in no form, no address and no storage, and gone when the page is left.

import { startReader, type Reader } from './reader.ts'
import { clearResult, confirmedNow, decide, showResult } from './result.ts'
import { copy, download } from './observations.ts'
import { found, foundAs, part, scanner, word } from './words.ts'

const field = foundAs(scanner, '#note', HTMLTextAreaElement)
const language = foundAs(scanner, '#note-language', HTMLSelectElement)
let reader: Reader | undefined
/** Which reading was asked for last: an earlier one that comes late is not shown. */
let latest = 0

const start = (): Reader =>
  (reader ??= startReader({ worker: scanner.dataset['worker'] ?? '', lexicon: scanner.dataset['lexicon'] ?? '' }))

const tell = (words: string): void => {
  part('scan-told').textContent = words
}

async function read(): Promise<void> {
  const text = field.value
  const own = ++latest
  clearResult()
  if (text.trim() === '') {
    tell(word('empty'))
    field.focus()
    return
  }
  tell(word('reading'))
  const chosen = language.value
  try {
    const told = await start().read(text, chosen === 'en' || chosen === 'es' ? chosen : undefined)
    if (own !== latest) return
    tell(word('done'))
    showResult(text, told)
  } catch {
    if (own === latest) tell(word('failed'))
  }
}

function clear(): void {
  latest++
  field.value = ''
  language.selectedIndex = 0
  clearResult()
}

const actions: Readonly<Record<string, () => void>> = {
  read: () => void read(),
  clear: () => {
    clear()
    tell(word('cleared'))
    field.focus()
  },
  download: () => download(confirmedNow()),
  copy: () => void copy(confirmedNow()),
}

scanner.addEventListener('click', ({ target }) => {
  const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null
  actions[pressed?.dataset['do'] ?? '']?.()
})

scanner.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === 'radio' && decide(target))
    tell(word('observations.changed'))
})

/** A page that the browser keeps for Back keeps nothing of the note, and nor does the worker. */
function leaveNothing(): void {
  reader?.stop()
  reader = undefined
  clear()
  tell('')
}

addEventListener('pagehide', leaveNothing)
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) leaveNothing()
})

// What a browser brought back into the field by itself is not wanted either.
clear()
start()
found(document, '#scan-off').hidden = true
scanner.hidden = false
