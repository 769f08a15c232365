// Tells where each pattern stands in a note. The loop over words is one function on purpose: it is the part whose speed is promised
// (domain/text-engine.md, B3: words that start a pattern are looked up alone while nothing is under way).

import { type Automaton, runEnd, slotOf } from './automaton.ts'
import { Tokens } from './tokens.ts'
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

export class Matcher {
  readonly #machine: Automaton
  readonly #tokens = new Tokens()
  #numbers = new Int32Array(matchSize * 256)
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
  #count = 0
  #tooDense = false

  constructor(machine: Automaton) {
    this.#machine = machine
    this.#newest = new Int32Array(machine.gaps.length).fill(-1)
    this.#lastOf = new Int32Array(machine.patterns).fill(-1)
  }

  /** Every place of every pattern; the result is reused by the next call. */
  match(text: string): Matches {
    const tokens = this.#tokens
    tokens.read(text)
    this.#tail = this.#startOfRing()
    this.#count = 0
    this.#tooDense = false
    let first = 0
    for (let sentence = 0; sentence < tokens.sentences; sentence++) {
      const end = tokens.firstAfter[sentence] ?? 0
      if (end > first) this.#matchSentence(text, sentence, first, end)
      first = end
    }
    return {
      numbers: this.#numbers,
      count: this.#count,
      sentences: tokens.sentenceEnds,
      sentenceCount: tokens.sentences,
      tooDense: this.#tooDense,
    }
  }

  #matchSentence(text: string, sentence: number, begin: number, end: number): void {
    const { vocabulary, symbolOf } = this.#machine
    const { hashes, starts, ends } = this.#tokens
    const { ids, hashes: startHashes, mask, shift } = vocabulary.starters
    const until = this.#until
    let head = this.#tail
    let last = -1
    for (let word = begin; word < end; word++) {
      const hash = hashes[word] ?? 0
      let id = 0
      if (word > last) {
        let slot = Math.imul(hash, 0x9e3779b1) >>> shift
        while ((id = ids[slot] ?? 0) !== 0 && startHashes[slot] !== hash) slot = (slot + 1) & mask
      } else id = lookUp(vocabulary.all, hash)
      if (id === 0 || !isWord(text, starts[word] ?? 0, ends[word] ?? 0, id, vocabulary)) continue
      if (word > last) head = this.#tail
      while (head < this.#tail && (until[head & ring] ?? 0) < word) head++
      last = this.#step(symbolOf[id] ?? 0, word, sentence, head, last)
    }
  }

  /** What a word continues, then what it begins; returns the last word that anything waits for. */
  #step(symbol: number, word: number, sentence: number, head: number, last: number): number {
    const { keys, runs, mask, symbols, startRuns } = this.#machine
    const before = this.#tail
    let waits = last
    for (let a = head; a < before; a++) {
      const place = a & ring
      if ((this.#until[place] ?? 0) < word) continue
      const at = this.#state[place] ?? 0
      const key = at * symbols + symbol
      let slot = slotOf(at, symbol, mask)
      let known = -1
      while ((known = keys[slot] ?? -1) !== -1 && known !== key) slot = (slot + 1) & mask
      if (known === key)
        waits = Math.max(waits, this.#act(runs[slot] ?? 0, this.#from[place] ?? 0, word, sentence, head))
    }
    const start = startRuns[symbol] ?? -1
    return start < 0 ? waits : Math.max(waits, this.#act(start, word, word, sentence, head))
  }

  #act(run: number, first: number, word: number, sentence: number, head: number): number {
    const { actions, gaps } = this.#machine
    let waits = -1
    for (let at = run; ; at++) {
      const action = actions[at] ?? runEnd
      if (action === runEnd) return waits
      if (action < 0) {
        // Two ways to the same end are one match.
        if (first === word || !this.#isEmitted(~action, first, word)) this.#emit(~action, first, word, sentence)
        continue
      }
      const expires = word + 1 + (gaps[action] ?? 0)
      if (expires > waits) waits = expires
      this.#wait(action, first, word, expires, head)
    }
  }

  #emit(pattern: number, first: number, word: number, sentence: number): void {
    const { starts, ends } = this.#tokens
    const to = this.#count * matchSize
    if (to + matchSize > this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    const numbers = this.#numbers
    numbers[to] = pattern
    numbers[to + 1] = first
    numbers[to + 2] = word
    numbers[to + 3] = starts[first] ?? 0
    numbers[to + 4] = ends[word] ?? 0
    numbers[to + 5] = sentence
    numbers[to + 6] = this.#lastOf[pattern] ?? -1
    this.#lastOf[pattern] = this.#count++
  }

  #wait(state: number, first: number, word: number, expires: number, head: number): void {
    if (first !== word) {
      let same = this.#newest[state] ?? -1
      while (same >= head && this.#from[same & ring] !== first) same = this.#older[same & ring] ?? -1
      if (same >= head && (this.#until[same & ring] ?? 0) >= word) {
        this.#until[same & ring] = expires
        return
      }
    }
    if (this.#tail - head >= mostActive) {
      this.#tooDense = true
      return
    }
    const place = this.#tail & ring
    this.#state[place] = state
    this.#from[place] = first
    this.#until[place] = expires
    this.#older[place] = this.#newest[state] ?? -1
    this.#newest[state] = this.#tail++
  }

  /** Whether the pattern, begun at this word, was already found to end at this one. */
  #isEmitted(pattern: number, first: number, word: number): boolean {
    let at = this.#lastOf[pattern] ?? -1
    // What an earlier text left behind points forward or to another place.
    for (let below = this.#count; at >= 0 && at < below; at = this.#numbers[at * matchSize + 6] ?? -1) {
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
}
