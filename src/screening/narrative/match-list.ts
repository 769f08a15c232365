// The matches of a text, as numbers in one growing array: a note may have thousands.

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

export class MatchList {
  numbers = new Int32Array(matchSize * 256)
  count = 0
  /** Pattern -> its newest match. */
  readonly #lastOf: Int32Array

  constructor(patterns: number) {
    this.#lastOf = new Int32Array(patterns).fill(-1)
  }

  add(pattern: number, first: number, last: number, start: number, end: number, sentence: number): void {
    const to = this.count * matchSize
    if (to + matchSize > this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2)
      larger.set(this.numbers)
      this.numbers = larger
    }
    const numbers = this.numbers
    numbers[to] = pattern
    numbers[to + 1] = first
    numbers[to + 2] = last
    numbers[to + 3] = start
    numbers[to + 4] = end
    numbers[to + 5] = sentence
    numbers[to + 6] = this.#lastOf[pattern] ?? -1
    this.#lastOf[pattern] = this.count++
  }

  /** Whether the pattern, begun at this word, was already found to end at this one. */
  has(pattern: number, first: number, last: number): boolean {
    let at = this.#lastOf[pattern] ?? -1
    // What an earlier text left behind points forward or to another place.
    for (let below = this.count; at >= 0 && at < below; at = this.numbers[at * matchSize + 6] ?? -1) {
      const to = at * matchSize
      if (this.numbers[to] !== pattern || this.numbers[to + 2] !== last) return false
      if (this.numbers[to + 1] === first) return true
      below = at
    }
    return false
  }
}
