// A name taken apart into the words that are sounded: accents folded, particles and suffixes set aside, two surnames apart.
// Written for English and Spanish names; others go through unharmed.

/** One to this many words count; a longer name is not heard on the telephone. */
const mostWords = 8

/** Written before a surname, together with it or apart from it, or left out. */
const particles = new Set(
  'al bin da das de del della den der des di do dos du el la las le los ter the van von zu'.split(' '),
)
/** Never part of how the name is found, as are initials. */
const aside = new Set(['and', 'of', 'jr', 'sr', 'ii', 'iii', 'iv'])
/** "Mc Donald" is one word, however it is written. */
const prefixes = new Set(['mac', 'mc'])

/** Letters that are no letter with an accent, so that Unicode does not take them apart. */
const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['þ', 'th'],
])

/** "Muñoz de la Cruz" -> munoz, cruz. Never empty for a name that holds a letter of any script. */
export const givenWords = (name: string): readonly string[] => words(name).map(({ word }) => word)

/** As `givenWords`, and each word once more with its particles: "de la Cruz" -> cruz, delacruz. */
export const surnameWords = (name: string): readonly string[] =>
  words(name).flatMap(({ word, whole }) => (whole === word ? [word] : [word, whole]))

type Word = { readonly word: string; readonly whole: string }

function words(name: string): readonly Word[] {
  const parts = joined(folded(name).match(/[\p{L}\p{N}]+/gu) ?? [])
  const counted = parts.filter((part) => !isExtra(part))
  if (counted.length === 0) return parts.slice(0, mostWords).map((word) => ({ word, whole: word }))
  return withParticles(parts).slice(0, mostWords)
}

const isExtra = (part: string): boolean => particles.has(part) || aside.has(part) || /^[a-z]$/.test(part)

/** Each word with the particles that stand before it, as people write them together: Delacruz, Vandenberg. */
function withParticles(parts: readonly string[]): readonly Word[] {
  const found: Word[] = []
  let before = ''
  for (const part of parts) {
    if (particles.has(part)) before += part
    else if (!isExtra(part)) found.push({ word: part, whole: before + part })
    if (!particles.has(part)) before = ''
  }
  return found
}

/** Apostrophes join (O'Brien); every other sign divides. */
const folded = (name: string): string =>
  name
    .replaceAll(/['’‘ʼʻ`´]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøđðłıþ]/g, (letter) => letters.get(letter) ?? letter)

const joined = (parts: readonly string[]): readonly string[] =>
  parts.flatMap((part, index) => {
    const before = parts[index - 1]
    if (prefixes.has(part) && index + 1 < parts.length) return []
    return before !== undefined && prefixes.has(before) ? [before + part] : [part]
  })
