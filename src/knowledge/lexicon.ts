// The lexicon of the narrative engine: wordings that professionals use, each tied to an indicator, with its reason and with
// sentences in which it must and must not be found. How a pattern is written stands in docs/lexicon.md.

import * as v from 'valibot'

import { indicatorCodes } from './indicator.ts'
import type { Language } from './language.ts'

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/))
/** YAML reads 18 as a number. */
const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String))
const pattern = v.pipe(v.string(), v.minLength(2), v.maxLength(800))
const examples = v.array(v.pipe(v.string(), v.minLength(2), v.maxLength(400)))

const shared = {
  /** Unique in its language; written into every finding. */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*([-.][a-z0-9]+)*$/)),
  any: v.pipe(v.array(pattern), v.minLength(1)),
}

/** Words of which a sentence speaks ("approach", "family"): no finding, but a condition of others. */
const conceptEntry = v.strictObject({ ...shared, concept: name, yes: v.optional(examples), no: v.optional(examples) })

/**
 * What a phrase of context does to the findings near it (lineage: NegEx, ConText). `pre-` looks forward, `post-` back; the
 * others are explained in docs/lexicon.md.
 */
export const triggerKinds = [
  ...(['pre-negated', 'post-negated', 'pre-possible', 'post-possible', 'pseudo', 'stop', 'resume', 'or'] as const),
  ...([
    'pre-historical',
    'historical',
    'current',
    'ended',
    'not-since',
    'pre-hypothetical',
    'general',
    'asked',
    'echo-no',
  ] as const),
  ...(['other-person', 'child-person', 'pronoun', 'says', 'not-subject', 'of-whom', 'who'] as const),
  ...(['yes', 'no', 'unknown', 'family-heading', 'plan-heading', 'history-heading', 'heading'] as const),
] as const

export type TriggerKind = (typeof triggerKinds)[number]

const triggerEntry = v.strictObject({
  ...shared,
  trigger: v.picklist(triggerKinds),
  /** How far it reaches: over every comma (list), over commas of a list with "or" (clause, the default), six words (near), two (next). */
  scope: v.optional(v.picklist(['list', 'clause', 'near', 'next'])),
  /** Counts only where a clause begins. */
  start: v.optional(v.boolean()),
})

const indicatorEntry = v.strictObject({
  ...shared,
  code: v.picklist(indicatorCodes),
  /** Why these words speak of the indicator; shown beside the highlight. */
  why: v.pipe(v.string(), v.minLength(10), v.maxLength(300)),
  /** Concepts of which at least one must stand in the same sentence. */
  with: v.optional(v.array(name)),
  /** Concepts of which at least one must stand in the same sentence or the one before or after. */
  near: v.optional(v.array(name)),
  /** Concepts of which none may stand in the same sentence. */
  unless: v.optional(v.array(name)),
  /** The words say the opposite: "feels safe at home" for feeling unsafe. */
  opposite: v.optional(v.boolean()),
  /** The words themselves say so, whatever stands around them. */
  assertion: v.optional(v.picklist(['affirmed', 'negated', 'possible'])),
  temporality: v.optional(v.picklist(['current', 'historical', 'hypothetical'])),
  experiencer: v.optional(v.picklist(['child', 'other'])),
  /** By nature lasting (a diagnosis, a placement): an earlier beginning does not make it past. */
  lasting: v.optional(v.boolean()),
  yes: v.pipe(examples, v.minLength(1)),
  no: examples,
})

export const lexiconFileSchema = v.strictObject({
  /** Word classes: `@name` in a pattern stands for any of them; words or short phrases. */
  words: v.optional(v.record(name, v.array(word))),
  entries: v.optional(v.array(v.union([indicatorEntry, conceptEntry, triggerEntry]))),
})

export type ConceptEntry = v.InferOutput<typeof conceptEntry>
export type IndicatorEntry = v.InferOutput<typeof indicatorEntry>
export type TriggerEntry = v.InferOutput<typeof triggerEntry>
export type LexiconEntry = ConceptEntry | IndicatorEntry | TriggerEntry

/** One language's words and entries, all its files together. */
export type LexiconPart = {
  readonly words: Readonly<Record<string, readonly string[]>>
  readonly entries: readonly LexiconEntry[]
}

export type Lexicon = Readonly<Record<Language, LexiconPart>>
