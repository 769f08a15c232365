// Tells text that a hand makes without thinking from text that a mind makes: one short piece over and over, or walks along
// the alphabet, the digits and the rows and columns of a keyboard. Such text is long and yet among the first things tried.

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  '!@#$%^&*()',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,', '9ol.', '0p;/'],
] as const

/** A mean of four characters to a walk: "1qaz2wsx3edc4rfv" has four walks of four, a sentence has nearly one a letter. */
const charactersPerRun = 4

/** Whether the text is one piece of fewer than `least` characters again and again; the last time it may be cut short. */
export function repeatsOnePiece(text: readonly string[], least: number): boolean {
  const longest = Math.min(least - 1, Math.floor(text.length / 2))
  return Array.from({ length: longest }, (_, index) => index + 1).some((length) =>
    text.every((character, at) => at < length || character === text[at - length]),
  )
}

/** Whether the text falls into few walks: aaaa, 1234, lkjh. Case does not matter. */
export function isMadeOfRuns(text: readonly string[]): boolean {
  const lower = text.map((character) => character.toLowerCase())
  let runs = 0
  for (let at = 0; at < lower.length; at += runLength(lower, at)) runs += 1
  return runs * charactersPerRun <= lower.length
}

/** The longest walk that begins here: the same character, or one step each time, in one direction on one row. */
function runLength(text: readonly string[], from: number): number {
  const walks = rows.flatMap((row) => [walkLength(text, from, row, 1), walkLength(text, from, row, -1)])
  return Math.max(walkLength(text, from, text[from] ?? '', 0), ...walks)
}

/** A row goes round: after 9 comes 0. */
function walkLength(text: readonly string[], from: number, row: string, step: -1 | 0 | 1): number {
  let length = 1
  let place = row.indexOf(text[from] ?? '')
  while (place >= 0 && from + length < text.length) {
    place = (place + step + row.length) % row.length
    if (text[from + length] !== row[place]) break
    length += 1
  }
  return length
}
