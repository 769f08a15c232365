// Stretches of a sentence, asked again and again whether one of them lies between two places. The answer takes a binary search, so
// that even a "sentence" of a megabyte is read in good time.

export type Span = { readonly start: number; readonly end: number }

/** The first place in a sorted list whose number is at least `least`. */
export function placeOf(sorted: readonly number[], least: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

export class Spans {
  readonly #ends: readonly number[]
  /** The latest start of all that end as early or earlier. */
  readonly #latest: readonly number[]

  constructor(spans: readonly Span[]) {
    const ordered = spans.length < 2 ? spans : spans.toSorted((a, b) => a.end - b.end)
    this.#ends = ordered.map(({ end }) => end)
    let latest = -1
    this.#latest = ordered.map(({ start }) => (latest = Math.max(latest, start)))
  }

  /** Whether one lies wholly between `from` and `to`. */
  within(from: number, to: number): boolean {
    return this.startBefore(to) >= from
  }

  /** The latest start of those that end at or before a place; -1 for none. */
  startBefore(to: number): number {
    const place = placeOf(this.#ends, to + 1)
    return place === 0 ? -1 : (this.#latest[place - 1] ?? -1)
  }
}

export const noSpans = new Spans([])
