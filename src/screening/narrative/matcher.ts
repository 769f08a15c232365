// Reads a note once, from left to right, and tells where each pattern stands. The loop is one function on purpose: it is the part
// whose speed is promised (domain/text-engine.md, B3: starters are looked up only while nothing is under way; a multiply-31 hash).

import { type Automaton, slotOf } from './automaton.ts'
import { folds, fullStop, insideWord, lastMark, sentenceEnd } from './fold.ts'
import { isWord } from './vocabulary.ts'

/** Numbers a match takes in `Matches.numbers`. */
export const matchSize = 6

/** One match: pattern, first and last word (counted through the note), start and end (UTF-16, end exclusive), sentence. */
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
  readonly #state = new Int32Array(mostActive)
  readonly #from = new Int32Array(mostActive)
  readonly #until = new Int32Array(mostActive)
  /** State -> the newest beginning that waits in it, and from each beginning to the next older one in the same state. */
  readonly #newest: Int32Array
  readonly #older = new Int32Array(mostActive)

  constructor(machine: Automaton) {
    this.#machine = machine
    this.#newest = new Int32Array(machine.gaps.length).fill(-1)
    const { idOf } = machine.vocabulary
    this.#abbreviations = new Set(abbreviations.map((word) => idOf.get(word) ?? 0).filter((id) => id > 0))
  }

  /** Every place of every pattern; the result is reused by the next call. */
  match(text: string): Matches {
    const { vocabulary, keys, runs, mask, targets, endsAt, ends, waitsAt, waits, gaps, symbols, symbolOf } =
      this.#machine
    const { starters, all } = vocabulary
    const state = this.#state
    const from = this.#from
    const until = this.#until
    const newest = this.#newest
    const older = this.#older
    let starts = this.#starts
    let count = 0
    let sentence = 0
    let active = 0
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
        const ends =
          fold === sentenceEnd || (fold === fullStop && this.#endsSentence(text, i, starts[word - base] ?? 0, wordEnd))
        i++
        if (!ends) continue
        for (let a = 0; a < active; a++) newest[state[a] ?? 0] = -1
        active = 0
        last = -1
        base = word + 1
        if (sentence + 1 >= this.#sentences.length) this.#sentences = grown(this.#sentences)
        this.#sentences[sentence++] = i
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

      const table = word > last ? starters : all
      let slot = (Math.imul(hash, 0x9e3779b1) >>> table.shift) & table.mask
      let id = 0
      while ((id = table.ids[slot] ?? 0) !== 0 && table.hashes[slot] !== hash) slot = (slot + 1) & table.mask
      if (id === 0) continue
      if (!isWord(text, start, end, id, vocabulary)) continue
      // Everything under way that still waits, then the start state: what this word continues is written behind `before`.
      for (let a = 0; a < active; a++) newest[state[a] ?? 0] = -1
      let kept = 0
      for (let a = 0; a < active; a++) {
        if ((until[a] ?? 0) < word) continue
        const waiting = state[a] ?? 0
        state[kept] = waiting
        from[kept] = from[a] ?? 0
        until[kept] = until[a] ?? 0
        older[kept] = newest[waiting] ?? -1
        newest[waiting] = kept++
      }
      const symbol = symbolOf[id] ?? 0
      const before = kept
      active = before
      for (let a = -1; a < before; a++) {
        const at = a < 0 ? 0 : (state[a] ?? 0)
        const first = a < 0 ? word : (from[a] ?? 0)
        const key = at * symbols + symbol
        let k = slotOf(at, symbol, mask)
        let known = -1
        while ((known = keys[k] ?? -1) !== -1 && known !== key) k = (k + 1) & mask
        if (known === -1) continue
        for (let run = runs[k] ?? 0; ; run++) {
          const prefix = targets[run] ?? -1
          if (prefix < 0) break
          let e = endsAt[prefix] ?? -1
          for (; e >= 0 && (ends[e] ?? -1) >= 0; e++) {
            const to = count * matchSize
            if (to + matchSize > this.#numbers.length) this.#numbers = grown(this.#numbers)
            const out = this.#numbers
            out[to] = ends[e] ?? 0
            out[to + 1] = first
            out[to + 2] = word
            out[to + 3] = starts[first - base] ?? 0
            out[to + 4] = end
            out[to + 5] = sentence
            count++
          }
          let w = waitsAt[prefix] ?? -1
          for (; w >= 0 && (waits[w] ?? -1) >= 0; w++) {
            const next = waits[w] ?? 0
            const expires = word + 1 + (gaps[next] ?? 0)
            if (expires > last) last = expires
            let same = newest[next] ?? -1
            while (same >= 0 && from[same] !== first) same = older[same] ?? -1
            if (same >= 0) {
              until[same] = expires
              continue
            }
            if (active >= mostActive) {
              tooDense = true
              continue
            }
            state[active] = next
            from[active] = first
            until[active] = expires
            older[active] = newest[next] ?? -1
            newest[next] = active++
          }
        }
      }
    }
    for (let a = 0; a < active; a++) newest[state[a] ?? 0] = -1
    if (sentence + 1 >= this.#sentences.length) this.#sentences = grown(this.#sentences)
    this.#sentences[sentence] = length
    return { numbers: this.#numbers, count, sentences: this.#sentences, sentenceCount: sentence + 1, tooDense }
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
