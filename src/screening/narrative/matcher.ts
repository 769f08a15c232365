// Tells where each pattern stands in a note. The loop over words is one function on purpose: it is the part whose speed is promised
// (domain/text-engine.md, B3: while nothing is under way, only words that start a pattern matter).

import { type Automaton, limits, runEnd, slotOf } from './automaton.ts'
import { type Part, sentenceSize, Tokens, wordSize } from './tokens.ts'
import { Units } from './units.ts'
import { golden, isWord, lookUp } from './vocabulary.ts'

/** Numbers a match takes in `Matches.numbers`. */
export const matchSize = 7

/**
 * One match: pattern, first and last word (counted through the note), start and end (UTF-16, end exclusive), sentence, and the
 * earlier match of the same pattern.
 */
export type Matches = {
  readonly numbers: Int32Array
  readonly count: number
  /** Of each sentence `sentenceSize` numbers: its end (UTF-16, exclusive), the words of the text up to there, and one more. */
  readonly sentences: Int32Array
  readonly sentenceCount: number
  /** More beginnings were under way at once than are followed; some matches may be missing. */
  readonly tooDense: boolean
}

/** Beginnings under way at once; ordinary notes stay below 40. */
export const mostActive = 4096
const ring = mostActive - 1
// Constants of this module are compiled into the loop; what it imports is read anew at each use.
const size = wordSize
const spread = golden
const noMore = runEnd
const limit = limits

export class Matcher {
  readonly #machine: Automaton
  readonly #tokens = new Tokens()
  readonly #own = new Units()
  #numbers = new Int32Array(matchSize * 256)
  /** What is under way stands in a ring, oldest first: the state that waits, the first word, the last word it waits for. */
  readonly #state = new Int32Array(mostActive)
  readonly #from = new Int32Array(mostActive)
  readonly #until = new Int32Array(mostActive)
  /** Of a beginning, the word behind it: how many have passed decides which gaps still last. -1 for others. */
  readonly #behind = new Int32Array(mostActive)
  /** State -> the newest in the ring that waits in it; from each to the next older one in the same state. */
  readonly #newest: Int32Array
  readonly #older = new Int32Array(mostActive)
  /** Pattern -> its newest match. */
  readonly #lastOf: Int32Array
  /** Places in the ring count on from text to text. */
  #tail = 0
  /** Where the oldest stands that is still under way. */
  #head = 0
  /** The word in hand: its place in `Tokens.kept`, its number in the text, its sentence. */
  #word = 0
  #number = 0
  #sentence = 0
  #count = 0
  #tooDense = false

  constructor(machine: Automaton) {
    this.#machine = machine
    this.#newest = new Int32Array(machine.gaps.length).fill(-1)
    this.#lastOf = new Int32Array(machine.patterns).fill(-1)
  }

  /** Every place of every pattern; the result is reused by the next call. */
  match(text: string): Matches {
    this.#own.load(text)
    return this.matchPart(this.#own, { from: 0, to: text.length, words: 0 })
  }

  /** The same for a part of a text that begins and ends with sentences. Sentences are counted from the part's first. */
  matchPart(units: Units, part: Part): Matches {
    const tokens = this.#tokens
    tokens.read(units, part, this.#machine.vocabulary.filter)
    this.#tail = this.#startOfRing()
    this.#count = 0
    this.#tooDense = false
    let first = 0
    for (let sentence = 0; sentence < tokens.sentences; sentence++) {
      const end = tokens.ends[sentence * sentenceSize + 2] ?? 0
      if (end > first) {
        this.#sentence = sentence
        this.#matchSentence(units.units, first, end)
      }
      first = end
    }
    return {
      numbers: this.#numbers,
      count: this.#count,
      sentences: tokens.ends,
      sentenceCount: tokens.sentences,
      tooDense: this.#tooDense,
    }
  }

  /** `begin`, `end`: of the words that were kept; they go by their place in `Tokens.kept` from here on. */
  #matchSentence(units: Uint16Array, begin: number, end: number): void {
    const { vocabulary } = this.#machine
    const { bits, shift } = vocabulary.starters
    const { kept } = this.#tokens
    let last = -1
    for (let word = begin; word < end; word += size) {
      const number = kept[word] ?? 0
      const hash = kept[word + 1] ?? 0
      if (number > last) {
        const bit = Math.imul(hash, spread) >>> shift
        if ((((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue
        this.#head = this.#tail
      }
      const id = lookUp(vocabulary, units, kept, word)
      if (id === 0) continue
      this.#word = word
      this.#number = number
      last = Math.max(last, this.#step(units, id))
    }
  }

  /** What a word continues, then what it begins; returns the last word that anything new waits for. */
  #step(units: Uint16Array, id: number): number {
    const { symbolOf, startRuns, startStates, next } = this.#machine
    const symbol = symbolOf[id] ?? 0
    const number = this.#number
    const until = this.#until
    const bit = 1 << (symbol & 31)
    const before = this.#tail
    let head = this.#head
    while (head < before && (until[head & ring] ?? 0) < number) head++
    this.#head = head
    let waits = -1
    let sure = false
    for (let a = head; a < before; a++) {
      const place = a & ring
      if ((until[place] ?? 0) < number) continue
      const state = this.#state[place] ?? 0
      if (((next[state] ?? 0) & bit) === 0) continue
      const run = this.#runOf(state, symbol)
      if (run < 0) continue
      if (!sure && !this.#is(units, this.#word, id)) return -1
      sure = true
      const behind = this.#behind[place] ?? -1
      if (behind < 0) waits = Math.max(waits, this.#act(run, this.#from[place] ?? 0, 0))
      else if (this.#isBegun(units, place))
        waits = Math.max(waits, this.#act(run, this.#from[place] ?? 0, number - behind))
    }
    const whole = startRuns[symbol] ?? -1
    if (whole >= 0 && !sure && !this.#is(units, this.#word, id)) return waits
    if (whole >= 0) this.#act(whole, this.#word, 0)
    const start = startStates[symbol] ?? -1
    return start < 0 ? waits : Math.max(waits, this.#begin(start))
  }

  /** Words that begin something are compared letter by letter only when it goes on: most do not. */
  #isBegun(units: Uint16Array, place: number): boolean {
    const word = this.#from[place] ?? 0
    const { vocabulary } = this.#machine
    return this.#is(units, word, lookUp(vocabulary, units, this.#tokens.kept, word))
  }

  /** What a symbol does in a state: a run of `actions`, -1 for nothing. */
  #runOf(state: number, symbol: number): number {
    const { keys, runs, mask, symbols } = this.#machine
    const key = state * symbols + symbol
    let slot = slotOf(state, symbol, mask)
    let known = -1
    while ((known = keys[slot] ?? -1) !== -1 && known !== key) slot = (slot + 1) & mask
    return known === key ? (runs[slot] ?? -1) : -1
  }

  /** Whether the letters, too, are those of the word; hardly any word comes this far that is another. */
  #is(units: Uint16Array, word: number, id: number): boolean {
    const { kept } = this.#tokens
    return isWord(units, kept[word + 2] ?? 0, kept[word + 3] ?? 0, id, this.#machine.vocabulary)
  }

  /** Does what stands in a run, as far as it lasts after so many words passed; returns the last word that anything new waits for. */
  #act(run: number, first: number, passed: number): number {
    const { actions, gaps } = this.#machine
    let waits = -1
    let lasts = true
    for (let next = run; ; next++) {
      const action = actions[next] ?? noMore
      if (action === noMore) return waits
      if (action >= limit) lasts = action - limit >= passed
      else if (lasts && action < 0) this.#end(~action, first)
      else if (lasts) {
        const expires = this.#number + 1 + (gaps[action] ?? 0)
        if (expires > waits) waits = expires
        this.#wait(action, first, expires)
      }
    }
  }

  /** Two ways to the same end are one match. */
  #end(pattern: number, first: number): void {
    if (first !== this.#word && this.#isEmitted(pattern, this.#tokens.kept[first] ?? 0, this.#number)) return
    this.#emit(pattern, first)
  }

  #emit(pattern: number, first: number): void {
    const { kept } = this.#tokens
    const to = this.#count * matchSize
    if (to + matchSize > this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    const numbers = this.#numbers
    numbers[to] = pattern
    numbers[to + 1] = kept[first] ?? 0
    numbers[to + 2] = this.#number
    numbers[to + 3] = kept[first + 2] ?? 0
    numbers[to + 4] = kept[this.#word + 3] ?? 0
    numbers[to + 5] = this.#sentence
    numbers[to + 6] = this.#lastOf[pattern] ?? -1
    this.#lastOf[pattern] = this.#count++
  }

  /** Follows what begins with the word in hand; returns the last word it waits for. */
  #begin(state: number): number {
    const expires = this.#number + 1 + (this.#machine.gaps[state] ?? 0)
    this.#follow(state, this.#word, expires, this.#number + 1)
    return expires
  }

  #wait(state: number, first: number, expires: number): void {
    let same = this.#newest[state] ?? -1
    while (same >= this.#head && this.#from[same & ring] !== first) same = this.#older[same & ring] ?? -1
    if (same >= this.#head && (this.#until[same & ring] ?? 0) >= this.#number) {
      this.#until[same & ring] = expires
      return
    }
    if (!this.#follow(state, first, expires, -1)) return
    this.#older[(this.#tail - 1) & ring] = this.#newest[state] ?? -1
    this.#newest[state] = this.#tail - 1
  }

  /** False when the ring is full: what should be followed is lost. */
  #follow(state: number, first: number, expires: number, behind: number): boolean {
    if (this.#tail - this.#head >= mostActive) {
      this.#tooDense = true
      return false
    }
    const place = this.#tail++ & ring
    this.#state[place] = state
    this.#from[place] = first
    this.#until[place] = expires
    this.#behind[place] = behind
    return true
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
