// How a character counts for the matcher. One table look-up a character: words are compared without case and without accents,
// an apostrophe or a combining accent inside a word does not part it ("doesn't" and "doesnt" are one word), and everything else
// parts words. Sentence ends are told apart, because no pattern reaches across one.

export const separator = 0
export const sentenceEnd = 1
export const insideWord = 2
/** `.` ends a sentence only before a space, a closing mark or the end; the matcher looks. */
export const fullStop = 3
/** A letter of a script that no pattern uses: part of a word, equal to nothing. */
const otherLetter = 4
/** Codes above this are letters and digits, as folded ASCII. */
export const lastMark = 3

const apostrophes = "'’‘ʼ´`\u00ad\u200b\u200c\u200d\ufeff"
const ends = '!?;\n\r…'
const unaccented: Readonly<Record<string, string>> = {
  ß: 's',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ı: 'i',
}

function codeOf(character: string): number {
  if (apostrophes.includes(character) || /\p{M}/u.test(character)) return insideWord
  if (character === '.') return fullStop
  if (ends.includes(character)) return sentenceEnd
  if (!/[\p{L}\p{N}]/u.test(character)) return separator
  const lower = character.toLowerCase()
  const plain = (unaccented[lower] ?? lower).normalize('NFKD').charCodeAt(0)
  return (plain >= 97 && plain <= 122) || (plain >= 48 && plain <= 57) ? plain : otherLetter
}

function buildFolds(): Uint8Array {
  const table = new Uint8Array(65536)
  for (let unit = 0; unit < 0x3100; unit++) table[unit] = codeOf(String.fromCharCode(unit))
  for (let unit = 0xfb00; unit < 65536; unit++) table[unit] = codeOf(String.fromCharCode(unit))
  return table
}

/** One entry for each UTF-16 code unit. Above U+3100 nothing is a letter: such scripts part words. */
export const folds: Uint8Array = buildFolds()

/** A word as the matcher sees it: lower case, no accents, no apostrophes; empty when nothing is left. */
export function foldWord(word: string): string {
  let folded = ''
  for (let i = 0; i < word.length; i++) {
    const code = folds[word.charCodeAt(i)] ?? separator
    if (code > lastMark) folded += String.fromCharCode(code)
  }
  return folded
}

/** The same of a stretch of UTF-16 units, `end` exclusive. */
export function foldUnits(units: Uint16Array, start: number, end: number): string {
  let folded = ''
  for (let i = start; i < end; i++) {
    const code = folds[units[i] ?? 0] ?? separator
    if (code > lastMark) folded += String.fromCharCode(code)
  }
  return folded
}

/** The words of a phrase of a lexicon: "w/o leave" is w, o, leave. */
export function wordsOf(phrase: string): readonly string[] {
  return phrase
    .split(/[^\p{L}\p{N}\p{M}'’‘ʼ´`]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
}
