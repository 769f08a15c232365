// The words that patterns use, found by the hash that the matcher builds while it reads a word's letters. Two tables: words that
// start a pattern, and all of them. While no pattern is under way only starters matter, and most words of a note are none.

import { insideWord, folds } from './fold.ts'

/** Open addressing; an empty slot has id 0, so ids begin at 1. */
export type WordTable = {
  readonly ids: Int32Array
  readonly hashes: Int32Array
  readonly mask: number
  readonly shift: number
}

export type Vocabulary = {
  readonly starters: WordTable
  readonly all: WordTable
  /** Word id -> where its letters begin in `letters`; one entry more than there are words. */
  readonly offsets: Int32Array
  readonly letters: Uint8Array
  readonly idOf: ReadonlyMap<string, number>
}

/** The hash of a folded word; the matcher computes the same while it reads. */
export function hashOf(word: string): number {
  let hash = word.charCodeAt(0)
  for (let i = 1; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0
  return hash
}

function tableOf(words: readonly (readonly [string, number])[]): WordTable {
  const bits = Math.max(6, Math.ceil(Math.log2(words.length * 4 + 1)))
  const mask = 2 ** bits - 1
  const table = { ids: new Int32Array(mask + 1), hashes: new Int32Array(mask + 1), mask, shift: 32 - bits }
  for (const [word, id] of words) {
    const hash = hashOf(word)
    let slot = Math.imul(hash, 0x9e3779b1) >>> table.shift
    while (table.ids[slot] !== 0) slot = (slot + 1) & mask
    table.ids[slot] = id
    table.hashes[slot] = hash
  }
  return table
}

/** The id of the word with this hash, 0 when there is none; its letters are still to be compared. */
export function lookUp({ ids, hashes, mask, shift }: WordTable, hash: number): number {
  let slot = Math.imul(hash, 0x9e3779b1) >>> shift
  let id = 0
  while ((id = ids[slot] ?? 0) !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask
  return id
}

export function buildVocabulary(words: Iterable<string>, starters: ReadonlySet<string>): Vocabulary {
  const list = [...new Set(words)].sort()
  const numbered = list.map((word, at): readonly [string, number] => [word, at + 1])
  const offsets = new Int32Array(list.length + 2)
  list.forEach((word, at) => (offsets[at + 2] = (offsets[at + 1] ?? 0) + word.length))
  const letters = Uint8Array.from(list.join(''), (letter) => letter.charCodeAt(0))
  return {
    starters: tableOf(numbered.filter(([word]) => starters.has(word))),
    all: tableOf(numbered),
    offsets,
    letters,
    idOf: new Map(numbered),
  }
}

/** Whether the word that begins at `at` in the text is the word `id`: hashes can meet, letters cannot. */
export function isWord(text: string, at: number, end: number, id: number, { offsets, letters }: Vocabulary): boolean {
  let letter = offsets[id] ?? 0
  const last = offsets[id + 1] ?? 0
  for (let i = at; i < end; i++) {
    const code = folds[text.charCodeAt(i)] ?? 0
    if (code === insideWord) continue
    if (letter >= last || letters[letter] !== code) return false
    letter++
  }
  return letter === last
}
