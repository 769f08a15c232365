// The words that patterns use, found by the hash that is built while a word's letters are read. First a filter, one bit a place,
// small enough to stay near the processor: it lets nearly nothing pass but words of patterns. Then a table, then the letters.

import { folds, insideWord } from './fold.ts'

/** A word may be of a pattern when the bit of its hash is set: bit `imul(hash, golden) >>> shift`. */
export type WordFilter = { readonly bits: Int32Array; readonly shift: number }

/**
 * Ids begin at 1. The table has open addressing and two numbers a slot: hash and id, 0 where empty. Words that share a hash have
 * their ids negative there: only their letters tell which one it is.
 */
export type Vocabulary = {
  readonly filter: WordFilter
  readonly table: Int32Array
  readonly shift: number
  /** The filter of the words that start a pattern. */
  readonly starters: WordFilter
  /** Word id -> where its letters begin in `letters`; one entry more than there are words. */
  readonly offsets: Int32Array
  readonly letters: Uint8Array
  readonly idOf: ReadonlyMap<string, number>
}

// Constants of this module are compiled into loops; what it imports is read anew at each use.
const codes = folds
const inside = insideWord

/** 2^32 by the golden ratio: spreads hashes over a table whose size is a power of two (Knuth). */
export const golden = 0x9e3779b1

/** The hash of a folded word; `Tokens` computes the same while it reads. */
export function hashOf(word: string): number {
  let hash = word.charCodeAt(0)
  for (let i = 1; i < word.length; i++) hash = ((hash << 5) | (hash >>> 27)) ^ word.charCodeAt(i)
  return hash
}

/** The bits of a number of places at least `share` times as large as the list. */
const sizeOf = (words: readonly string[], share: number): number =>
  Math.max(6, Math.ceil(Math.log2(words.length * share + 1)))

export function filterOf(words: readonly string[]): WordFilter {
  const size = sizeOf(words, 16)
  const bits = new Int32Array(2 ** size / 32)
  for (const word of words) {
    const bit = Math.imul(hashOf(word), golden) >>> (32 - size)
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
  return { bits, shift: 32 - size }
}

export function passes(hash: number, { bits, shift }: WordFilter): boolean {
  const bit = Math.imul(hash, golden) >>> shift
  return (((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1
}

function tableOf(words: readonly string[]): Pick<Vocabulary, 'table' | 'shift'> {
  const size = sizeOf(words, 3)
  const table = new Int32Array(2 ** size * 2)
  words.forEach((word, at) => {
    const hash = hashOf(word)
    let slot = (Math.imul(hash, golden) >>> (32 - size)) * 2
    let shared = false
    for (; table[slot + 1] !== 0; slot = (slot + 2) & (table.length - 1)) {
      if (table[slot] !== hash) continue
      shared = true
      table[slot + 1] = -Math.abs(table[slot + 1] ?? 0)
    }
    table[slot] = hash
    table[slot + 1] = shared ? -(at + 1) : at + 1
  })
  return { table, shift: 32 - size }
}

/**
 * The id of the word with this hash, 0 when there is none. Its letters are still to be compared, but where words share a hash: then
 * it is the one of these letters. `at`: where the word stands in `kept`.
 */
export function lookUp(vocabulary: Vocabulary, units: Uint16Array, kept: Int32Array, at: number): number {
  const { table, shift } = vocabulary
  const hash = kept[at + 1] ?? 0
  let slot = (Math.imul(hash, golden) >>> shift) * 2
  let id = 0
  while ((id = table[slot + 1] ?? 0) !== 0 && table[slot] !== hash) slot = (slot + 2) & (table.length - 1)
  return id >= 0 ? id : exactId(vocabulary, units, kept, at, slot)
}

function exactId(vocabulary: Vocabulary, units: Uint16Array, kept: Int32Array, at: number, first: number): number {
  const { table } = vocabulary
  for (let slot = first; table[slot + 1] !== 0; slot = (slot + 2) & (table.length - 1)) {
    const id = Math.abs(table[slot + 1] ?? 0)
    if (table[slot] === kept[at + 1] && isWord(units, kept[at + 2] ?? 0, kept[at + 3] ?? 0, id, vocabulary)) return id
  }
  return 0
}

export function buildVocabulary(list: readonly string[], starters: ReadonlySet<string>): Vocabulary {
  const offsets = new Int32Array(list.length + 2)
  list.forEach((word, at) => (offsets[at + 2] = (offsets[at + 1] ?? 0) + word.length))
  const letters = new Uint8Array(offsets.at(-1) ?? 0)
  new TextEncoder().encodeInto(list.join(''), letters)
  return {
    filter: filterOf(list),
    ...tableOf(list),
    starters: filterOf([...starters]),
    offsets,
    letters,
    idOf: new Map(list.map((word, at) => [word, at + 1])),
  }
}

/** Whether the word at `at` in the text is the word `id`: hashes can meet, letters cannot. `end` exclusive. */
export function isWord(units: Uint16Array, at: number, end: number, id: number, vocabulary: Vocabulary): boolean {
  const { offsets, letters } = vocabulary
  let letter = offsets[id] ?? 0
  const last = offsets[id + 1] ?? 0
  for (let i = at; i < end; i++) {
    const code = codes[units[i] ?? 0] ?? 0
    if (code === inside) continue
    if (letter >= last || letters[letter] !== code) return false
    letter++
  }
  return letter === last
}
