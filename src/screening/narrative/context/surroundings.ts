// What stands around the findings of one sentence: the phrases of context in it, its check boxes and marks. Each is looked for when
// a rule first asks, and once: most sentences have few of them, and a sentence may have many findings.

import type { TriggerEntry } from '../../../knowledge/index.ts'
import { type Box, boxesIn } from './boxes.ts'
import { kindsOf } from './kinds.ts'
import { dashesIn, marks, marksIn, placesOf } from './marks.ts'
import { noSpans, placeOf, type Span, Spans } from './spans.ts'

/** A stretch of words: UTF-16 offsets (end exclusive) and word numbers. */
export type Stretch = Span & { readonly first: number; readonly last: number }

/** `kind`: the entry's, as a bit. */
export type Trigger = Stretch & { readonly entry: TriggerEntry; readonly kind: number }

/** Triggers of some kinds, the last to end first, and by where they start; their ends, negative, and starts alone. */
type Sorted = {
  readonly backwards: readonly Trigger[]
  readonly minusEnds: readonly number[]
  readonly forwards: readonly Trigger[]
  readonly starts: readonly number[]
}

export type Sentence = { readonly text: string; readonly start: number; readonly end: number }

const stops = kindsOf('stop')
const none: readonly Trigger[] = []
const noBoxes: readonly Box[] = []
const noPlaces: readonly number[] = []
/** No rule looks at more phrases of a kind before or after a finding than this: in a note no sentence has so many. */
const mostLookedAt = 50

export class Surroundings {
  readonly text: string
  /** The sentence: UTF-16, end exclusive. */
  readonly start: number
  readonly end: number
  /** In the order in which they end. */
  readonly triggers: readonly Trigger[]
  /** The kinds of all triggers. */
  readonly kinds: number
  #marks = -1
  #boxes: readonly Box[] | undefined
  #commas: readonly number[] | undefined
  #partings: Spans | undefined
  #sorted: Map<number, Sorted> | undefined

  constructor({ text, start, end }: Sentence, triggers: readonly Trigger[]) {
    this.text = text
    this.start = start
    this.end = end
    this.triggers = triggers
    let kinds = 0
    for (const { kind } of triggers) kinds |= kind
    this.kinds = kinds
  }

  /** Whether the sentence may hold some of these `marks`. */
  has(mark: number): boolean {
    if (this.#marks < 0) this.#marks = marksIn(this.text, this.start, this.end)
    return (this.#marks & mark) !== 0
  }

  get boxes(): readonly Box[] {
    if (!this.has(marks.box)) return noBoxes
    return (this.#boxes ??= boxesIn(this.text, this.start, this.end))
  }

  get commas(): readonly number[] {
    if (!this.has(marks.comma)) return noPlaces
    return (this.#commas ??= placesOf(this.text, ',', this.start, this.end))
  }

  /** What ends every reach: "but" and the like, check boxes, dashes. */
  get partings(): Spans {
    if ((this.kinds & stops) === 0 && !this.has(marks.box | marks.dash | marks.wide)) return noSpans
    return (this.#partings ??= new Spans([
      ...ofKinds(this, stops),
      ...this.boxes,
      ...(this.has(marks.dash | marks.wide) ? dashesIn(this.text, this.start, this.end) : []),
    ]))
  }

  sorted(kinds: number): Sorted {
    const known = this.#sorted?.get(kinds)
    if (known !== undefined) return known
    const all = ofKinds(this, kinds)
    const backwards = all.toSorted((a, b) => b.end - a.end)
    const forwards = all.toSorted((a, b) => a.start - b.start)
    const made = {
      ...{ backwards, minusEnds: backwards.map(({ end }) => -end) },
      ...{ forwards, starts: forwards.map(({ start }) => start) },
    }
    this.#sorted ??= new Map()
    this.#sorted.set(kinds, made)
    return made
  }
}

/** Something worked out from a sentence: once, however many findings ask for it. */
export function perSentence<Value extends object>(
  make: (around: Surroundings) => Value,
): (around: Surroundings) => Value {
  const made = new WeakMap<Surroundings, Value>()
  return (around) => {
    const known = made.get(around) ?? make(around)
    made.set(around, known)
    return known
  }
}

export const ofKinds = ({ triggers, kinds: all }: Surroundings, kinds: number): readonly Trigger[] =>
  (all & kinds) === 0 ? none : triggers.filter(({ kind }) => (kind & kinds) !== 0)

/** Triggers of these kinds that end before a place, nearest first. */
export function before(around: Surroundings, at: number, kinds: number): readonly Trigger[] {
  if ((around.kinds & kinds) === 0) return none
  const { backwards, minusEnds } = around.sorted(kinds)
  const from = placeOf(minusEnds, -at)
  return backwards.slice(from, from + mostLookedAt)
}

/** Triggers of these kinds that begin after a place, nearest first. */
export function after(around: Surroundings, at: number, kinds: number): readonly Trigger[] {
  if ((around.kinds & kinds) === 0) return none
  const { forwards, starts } = around.sorted(kinds)
  const from = placeOf(starts, at)
  return forwards.slice(from, from + mostLookedAt)
}

/** Triggers of these kinds between two places. */
export function between(around: Surroundings, from: number, to: number, kinds: number): readonly Trigger[] {
  if ((around.kinds & kinds) === 0) return none
  const { forwards, starts } = around.sorted(kinds)
  return forwards.slice(placeOf(starts, from), placeOf(starts, to + 1)).filter(({ end }) => end <= to)
}

const held = new Map<number, (around: Surroundings) => Spans>()

/** Whether one of these kinds lies between two places. */
export function hasBetween(around: Surroundings, from: number, to: number, kinds: number): boolean {
  if ((around.kinds & kinds) === 0) return false
  let spans = held.get(kinds)
  if (spans === undefined) held.set(kinds, (spans = perSentence((one) => new Spans(ofKinds(one, kinds)))))
  return spans(around).within(from, to)
}
