// Tells where each pattern stands in a note. The loop over words is one function on purpose: it is the part whose speed is promised
// (domain/text-engine.md, B3: while nothing is under way, only words that start a pattern matter).

import { type Automaton, limits, runEnd, slotOf } from './automaton.ts'
import { MatchList, type Matches } from './match-list.ts'
import { Ring, ringMask } from './ring.ts'
import { type Part, sentenceSize, Tokens, wordSize } from './tokens.ts'
import { type CopyUnits, copyUnits, Units } from './units.ts'
import { golden, isWord, lookUp } from './vocabulary.ts'

// Constants of this module are compiled into the loop; what it imports is read anew at each use.
const size = wordSize
const ring = ringMask
const spread = golden
const noMore = runEnd
const limit = limits

export class Matcher {
  readonly #machine: Automaton
  readonly #tokens = new Tokens()
  readonly #own: Units
  readonly #matches: MatchList
  readonly #ring: Ring
  /** The word in hand: its place in `Tokens.kept`, its number in the text, its sentence. */
  #word = 0
  #number = 0
  #sentence = 0

  constructor(machine: Automaton, copy: CopyUnits = copyUnits) {
    this.#machine = machine
    this.#own = new Units(copy)
    this.#ring = new Ring(machine.gaps.length)
    this.#matches = new MatchList(machine.patterns)
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
    this.#ring.clear()
    this.#matches.count = 0
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
      numbers: this.#matches.numbers,
      count: this.#matches.count,
      sentences: tokens.ends,
      sentenceCount: tokens.sentences,
      tooDense: this.#ring.tooDense,
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
        this.#ring.head = this.#ring.tail
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
    const { state: states, from, until, behind: behinds } = this.#ring
    const bit = 1 << (symbol & 31)
    const before = this.#ring.tail
    let head = this.#ring.head
    while (head < before && (until[head & ring] ?? 0) < number) head++
    this.#ring.head = head
    let waits = -1
    let sure = false
    for (let a = head; a < before; a++) {
      const place = a & ring
      if ((until[place] ?? 0) < number) continue
      const state = states[place] ?? 0
      if (((next[state] ?? 0) & bit) === 0) continue
      const run = this.#runOf(state, symbol)
      if (run < 0) continue
      if (!sure && !this.#is(units, this.#word, id)) return -1
      sure = true
      const behind = behinds[place] ?? -1
      if (behind < 0) waits = Math.max(waits, this.#act(run, from[place] ?? 0, 0))
      else if (this.#isBegun(units, place)) waits = Math.max(waits, this.#act(run, from[place] ?? 0, number - behind))
    }
    const whole = startRuns[symbol] ?? -1
    if (whole >= 0 && !sure && !this.#is(units, this.#word, id)) return waits
    if (whole >= 0) this.#act(whole, this.#word, 0)
    const start = startStates[symbol] ?? -1
    return start < 0 ? waits : Math.max(waits, this.#begin(start))
  }

  /** Words that begin something are compared letter by letter only when it goes on: most do not. */
  #isBegun(units: Uint16Array, place: number): boolean {
    const word = this.#ring.from[place] ?? 0
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
        this.#ring.wait(action, first, expires, this.#number)
      }
    }
  }

  /** Two ways to the same end are one match. */
  #end(pattern: number, first: number): void {
    if (first !== this.#word && this.#matches.has(pattern, this.#tokens.kept[first] ?? 0, this.#number)) return
    this.#emit(pattern, first)
  }

  #emit(pattern: number, first: number): void {
    const { kept } = this.#tokens
    const [start, end] = [kept[first + 2] ?? 0, kept[this.#word + 3] ?? 0]
    this.#matches.add(pattern, kept[first] ?? 0, this.#number, start, end, this.#sentence)
  }

  /** Follows what begins with the word in hand; returns the last word it waits for. */
  #begin(state: number): number {
    const expires = this.#number + 1 + (this.#machine.gaps[state] ?? 0)
    this.#ring.follow(state, this.#word, expires, this.#number + 1)
    return expires
  }
}
