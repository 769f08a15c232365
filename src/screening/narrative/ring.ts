// The beginnings of patterns that are under way, oldest first, in a ring: what is new goes to its end, what has waited too long is
// skipped. Places in the ring are numbers that count on from text to text.

/** Beginnings under way at once; ordinary notes stay below 40. */
export const mostActive = 4096
export const ringMask = mostActive - 1

export class Ring {
  /** The state that waits, the first word, the last word it waits for. */
  readonly state = new Int32Array(mostActive)
  readonly from = new Int32Array(mostActive)
  readonly until = new Int32Array(mostActive)
  /** Of a beginning, the word behind it: how many have passed decides which gaps still last. -1 for others. */
  readonly behind = new Int32Array(mostActive)
  tail = 0
  /** Where the oldest stands that is still under way. */
  head = 0
  tooDense = false
  /** State -> the newest in the ring that waits in it; from each to the next older one in the same state. */
  readonly #newest: Int32Array
  readonly #older = new Int32Array(mostActive)

  constructor(states: number) {
    this.#newest = new Int32Array(states).fill(-1)
  }

  /** Before each text; long before the places become too large, they begin anew. */
  clear(): void {
    if (this.tail >= 1_000_000_000) {
      this.#newest.fill(-1)
      this.tail = 0
    }
    this.head = this.tail
    this.tooDense = false
  }

  /** Follows a state from a first word on; what is followed already waits for longer. */
  wait(state: number, first: number, expires: number, now: number): void {
    let same = this.#newest[state] ?? -1
    while (same >= this.head && this.from[same & ringMask] !== first) same = this.#older[same & ringMask] ?? -1
    if (same >= this.head && (this.until[same & ringMask] ?? 0) >= now) {
      this.until[same & ringMask] = expires
      return
    }
    if (!this.follow(state, first, expires, -1)) return
    this.#older[(this.tail - 1) & ringMask] = this.#newest[state] ?? -1
    this.#newest[state] = this.tail - 1
  }

  /** False when the ring is full: what should be followed is lost. */
  follow(state: number, first: number, expires: number, behind: number): boolean {
    if (this.tail - this.head >= mostActive) {
      this.tooDense = true
      return false
    }
    const place = this.tail++ & ringMask
    this.state[place] = state
    this.from[place] = first
    this.until[place] = expires
    this.behind[place] = behind
    return true
  }
}
