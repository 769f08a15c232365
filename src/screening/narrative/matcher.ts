// Reads a note once, from left to right, and tells where each pattern stands. The loop is one function on purpose: it is the part
// whose speed is promised (domain/text-engine.md, B3: starters are looked up only while nothing is under way; a multiply-31 hash).

import { type Automaton, runEnd, slotOf } from './automaton.ts'
import { folds, fullStop, insideWord, lastMark, sentenceEnd } from './fold.ts'
import { isWord, lookUp } from './vocabulary.ts'

/** Numbers a match takes in `Matches.numbers`. */
export const matchSize = 7

/**
 * One match: pattern, first and last word (counted through the note), start and end (UTF-16, end exclusive), sentence, and the
 * earlier match of the same pattern.
 */
export type Matches = {
  readonly numbers: Int32Array
  readonly count: number
  /** Where sentences end (UTF-16, exclusive); the last is the length of the text. */
  readonly sentences: Int32Array
  readonly sentenceCount: number
  /** More beginnings were under way at once than are followed; some matches may be missing. */
  readonly tooDense: boolean
}

/** Beginnings under way at once; ordinary notes stay below 40. */
export const mostActive = 4096
const ring = mostActive - 1

const stopsBefore = new Set(' \t\n\r\u00a0"\')]}»”’/-'.split(''))

const grown = (array: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Words after which a full stop ends no sentence; single letters do not either. */
export const abbreviations: readonly string[] = [
  ...['approx', 'aprox', 'dr', 'dra', 'mr', 'mrs', 'ms', 'sr', 'sra', 'srta', 'est', 'juv', 'vs', 'st', 'lic', 'prof'],
  ...['dept', 'dpto', 'tel', 'ext', 'num', 'pte', 'pac', 'sgt', 'det', 'ofc', 'jr', 'mtra', 'mtro', 'gral', 'hosp'],
]

export class Matcher {
  readonly #machine: Automaton
  readonly #abbreviations: ReadonlySet<number>
  #numbers = new Int32Array(matchSize * 256)
  #sentences = new Int32Array(256)
  #starts = new Int32Array(1024)
  /** What is under way stands in a ring, oldest first: the state that waits, the first word, the last word it waits for. */
  readonly #state = new Int32Array(mostActive)
  readonly #from = new Int32Array(mostActive)
  readonly #until = new Int32Array(mostActive)
  /** State -> the newest in the ring that waits in it; from each to the next older one in the same state. */
  readonly #newest: Int32Array
  readonly #older = new Int32Array(mostActive)
  /** Pattern -> its newest match. */
  readonly #lastOf: Int32Array
  /** Places in the ring count on from text to text. */
  #tail = 0

  constructor(machine: Automaton) {
    this.#machine = machine
    this.#newest = new Int32Array(machine.gaps.length).fill(-1)
    this.#lastOf = new Int32Array(machine.patterns).fill(-1)
    const { idOf } = machine.vocabulary
    this.#abbreviations = new Set(abbreviations.map((word) => idOf.get(word) ?? 0).filter((id) => id > 0))
  }

  /** Every place of every pattern; the result is reused by the next call. */
  match(text: string): Matches {
    const { vocabulary, startRuns, keys, runs, mask, actions, gaps, symbols, symbolOf } = this.#machine
    const { starters, all } = vocabulary
    const startIds = starters.ids
    const startHashes = starters.hashes
    const startMask = starters.mask
    const startShift = starters.shift
    const state = this.#state
    const from = this.#from
    const until = this.#until
    const newest = this.#newest
    const lastOf = this.#lastOf
    const older = this.#older
    let starts = this.#starts
    let numbers = this.#numbers
    let count = 0
    let sentence = 0
    let tail = this.#startOfRing()
    let head = tail
    let last = -1
    let word = -1
    let wordEnd = -1
    let base = 0
    let tooDense = false
    let i = 0
    const length = text.length

    while (i < length) {
      let fold = folds[text.charCodeAt(i)] ?? 0
      if (fold <= lastMark) {
        if (
          fold === sentenceEnd ||
          (fold === fullStop && this.#endsSentence(text, i, starts[word - base] ?? 0, wordEnd))
        ) {
          head = tail
          last = -1
          base = word + 1
          this.#addSentence(sentence++, i + 1)
        }
        i++
        continue
      }
      const start = i
      let hash = fold
      i++
      let end = i
      while (i < length && ((fold = folds[text.charCodeAt(i)] ?? 0) > lastMark || fold === insideWord)) {
        i++
        if (fold === insideWord) continue
        hash = (Math.imul(hash, 31) + fold) | 0
        end = i
      }
      word++
      wordEnd = end
      if (word - base >= starts.length) starts = this.#starts = grown(starts)
      starts[word - base] = start

      let id = 0
      if (word > last) {
        let slot = Math.imul(hash, 0x9e3779b1) >>> startShift
        while ((id = startIds[slot] ?? 0) !== 0 && startHashes[slot] !== hash) slot = (slot + 1) & startMask
      } else id = lookUp(all, hash)
      if (id === 0 || !isWord(text, start, end, id, vocabulary)) continue
      if (word > last) head = tail

      // Everything under way that still waits, then the start state: what this word continues goes to the end of the ring.
      const symbol = symbolOf[id] ?? 0
      const before = tail
      while (head < before && (until[head & ring] ?? 0) < word) head++
      for (let a = head; a <= before; a++) {
        const fresh = a === before
        let first = word
        let run = startRuns[symbol] ?? -1
        if (!fresh) {
          if ((until[a & ring] ?? 0) < word) continue
          const at = state[a & ring] ?? 0
          first = from[a & ring] ?? 0
          const key = at * symbols + symbol
          let k = slotOf(at, symbol, mask)
          let known = -1
          while ((known = keys[k] ?? -1) !== -1 && known !== key) k = (k + 1) & mask
          run = known === -1 ? -1 : (runs[k] ?? -1)
        }
        if (run < 0) continue
        for (; ; run++) {
          const action = actions[run] ?? runEnd
          if (action === runEnd) break
          if (action < 0) {
            // Two ways to the same end are one match.
            if (!fresh && this.#isEmitted(~action, first, word, count)) continue
            const to = count * matchSize
            if (to + matchSize > numbers.length) numbers = this.#numbers = grown(numbers)
            numbers[to] = ~action
            numbers[to + 1] = first
            numbers[to + 2] = word
            numbers[to + 3] = starts[first - base] ?? 0
            numbers[to + 4] = end
            numbers[to + 5] = sentence
            numbers[to + 6] = lastOf[~action] ?? -1
            lastOf[~action] = count++
            continue
          }
          const expires = word + 1 + (gaps[action] ?? 0)
          if (expires > last) last = expires
          if (!fresh) {
            let same = newest[action] ?? -1
            while (same >= head && from[same & ring] !== first) same = older[same & ring] ?? -1
            if (same >= head && (until[same & ring] ?? 0) >= word) {
              until[same & ring] = expires
              continue
            }
          }
          if (tail - head >= mostActive) {
            tooDense = true
            continue
          }
          const place = tail & ring
          state[place] = action
          from[place] = first
          until[place] = expires
          older[place] = newest[action] ?? -1
          newest[action] = tail++
        }
      }
    }
    this.#tail = tail
    this.#addSentence(sentence, length)
    return { numbers, count, sentences: this.#sentences, sentenceCount: sentence + 1, tooDense }
  }

  /** Whether the pattern, begun at this word, was already found to end at this one. */
  #isEmitted(pattern: number, first: number, word: number, count: number): boolean {
    let at = this.#lastOf[pattern] ?? -1
    // What an earlier text left behind points forward or to another place.
    for (let below = count; at >= 0 && at < below; at = this.#numbers[at * matchSize + 6] ?? -1) {
      const to = at * matchSize
      if (this.#numbers[to] !== pattern || this.#numbers[to + 2] !== word) return false
      if (this.#numbers[to + 1] === first) return true
      below = at
    }
    return false
  }

  /** The ring's places are numbers that grow; long before they are too large it begins anew. */
  #startOfRing(): number {
    if (this.#tail < 1_000_000_000) return this.#tail
    this.#newest.fill(-1)
    return 0
  }

  #addSentence(sentence: number, end: number): void {
    if (sentence >= this.#sentences.length) this.#sentences = grown(this.#sentences)
    this.#sentences[sentence] = end
  }

  /** A full stop ends a sentence before a space, a closing mark or the end, unless it closes an abbreviation or a single letter. */
  #endsSentence(text: string, at: number, start: number, wordEnd: number): boolean {
    const next = text[at + 1]
    if (next !== undefined && !stopsBefore.has(next)) return false
    if (at !== wordEnd) return true
    const single = at - start === 1 && (folds[text.charCodeAt(start)] ?? 0) >= 97
    return !single && !this.#isAbbreviation(text, start, at)
  }

  #isAbbreviation(text: string, start: number, end: number): boolean {
    if (end - start > 6) return false
    const { vocabulary } = this.#machine
    for (const id of this.#abbreviations) if (isWord(text, start, end, id, vocabulary)) return true
    return false
  }
}
