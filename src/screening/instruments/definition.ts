// How one instrument is scored: the rule, its items, cut-offs and for whom it was validated. Facts and concepts only, no
// wording of the instrument. It is written by hand as YAML and checked here once, so that scoring can trust it.
// Example:
//
//   rule: count-yes                    # sum | count-yes | any-yes | expression
//   items:
//     - { linkId: q1, concept: ran away }
//     - { linkId: q2, concept: substance use, weight: 2 }
//   subscores: { behaviour: [q1, q2] }
//   cutOffs:
//     - { from: 0, band: below the cut-off }
//     - { from: 2, band: at or above the cut-off }
//   missing: all                       # all | prorate | { minimum: 5 } | { minimum: 5, prorate: true }
//   validFor: { ageYears: { from: 12, to: 17 }, settings: [advocacy-center] }
//   reachedSoFar: true

import * as v from 'valibot'

/**
 * sum: the weights of the chosen answers. count-yes: one (or the item's weight) for each yes. any-yes: 1 when an item is
 * yes, else 0. expression: a FHIRPath expression, given here or standing in the form.
 */
export const scoringRules = ['sum', 'count-yes', 'any-yes', 'expression'] as const

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300))
const number = v.pipe(v.number(), v.finite())
const count = v.pipe(v.number(), v.integer(), v.minValue(1))

const item = v.strictObject({
  linkId: text,
  /** What it measures, in our own words: never the instrument's wording. */
  concept: v.optional(text),
  /** What a yes counts; default 1. Of `sum`, for items answered by yes or no that carry no weight in the form. */
  weight: v.optional(number),
})

/** Holds from `from` up to and with `to`; without `to`, up to the next cut-off. */
const cutOff = v.pipe(
  v.strictObject({ from: number, to: v.optional(number), band: text }),
  v.check(({ from, to }) => to === undefined || from <= to, 'from is above to'),
)

const missing = v.union([
  v.picklist(['all', 'prorate']),
  v.strictObject({ minimum: count, prorate: v.optional(v.boolean()) }),
])

const age = v.pipe(v.number(), v.minValue(0), v.maxValue(120))

export const validForSchema = v.strictObject({
  /** Whole years, both ends included: 12 to 17 ends with the eighteenth birthday. */
  ageYears: v.optional(
    v.pipe(
      v.strictObject({ from: age, to: age }),
      v.check(({ from, to }) => from <= to, 'from is above to'),
    ),
  ),
  settings: v.optional(v.pipe(v.array(text), v.minLength(1))),
})

/** Codes that mean yes, no, or no answer, as `code` or `system|code`. What is left out has the usual codes. */
const codes = v.strictObject({
  yes: v.optional(v.array(text)),
  no: v.optional(v.array(text)),
  unanswered: v.optional(v.array(text)),
})

const shape = v.strictObject({
  rule: v.picklist(scoringRules),
  /** FHIRPath, on the response; only with the rule `expression`. */
  expression: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** The form's item that records the total (and, with the rule `expression`, may calculate it). */
  totalLinkId: v.optional(text),
  /** The scored items. Left out (sum, expression): every item of the form that has a weight. */
  items: v.optional(v.pipe(v.array(item), v.minLength(1))),
  subscores: v.optional(v.record(text, v.pipe(v.array(text), v.minLength(1)))),
  /** In rising order. */
  cutOffs: v.optional(v.array(cutOff)),
  /** What to do when answers are missing; default all: without all of them there is no total. */
  missing: v.optional(missing, 'all'),
  validFor: v.optional(validForSchema),
  codes: v.optional(codes),
  /** When answers are missing, say a band that the answers given so far reach whatever the rest are. */
  reachedSoFar: v.optional(v.boolean(), false),
})

type Shape = v.InferOutput<typeof shape>

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length

const isRising = ({ cutOffs = [] }: Shape): boolean =>
  cutOffs.every(({ from }, at) => {
    const before = cutOffs[at - 1]
    return before === undefined || from > (before.to ?? before.from)
  })

const isListed = ({ items, subscores = {} }: Shape): boolean =>
  items === undefined ||
  Object.values(subscores)
    .flat()
    .every((linkId) => items.some((one) => one.linkId === linkId))

const needsItems = ({ rule }: Shape): boolean => rule === 'count-yes' || rule === 'any-yes'

const prorates = ({ missing: policy }: Shape): boolean =>
  policy === 'prorate' || (typeof policy === 'object' && policy.prorate === true)

const isReachable = ({ missing: policy, items }: Shape): boolean =>
  typeof policy !== 'object' || items === undefined || policy.minimum <= items.length

export const scoringDefinitionSchema = v.pipe(
  shape,
  v.check(({ items = [] }) => isUnique(items.map(({ linkId }) => linkId)), 'items: a linkId stands there twice'),
  v.check((one) => !needsItems(one) || one.items !== undefined, 'items: this rule needs its items listed'),
  v.check(isListed, 'subscores: a linkId is not among the items'),
  v.check(isRising, 'cutOffs: they must rise and not overlap'),
  v.check(isReachable, 'missing: the minimum is above the number of items'),
  v.check(
    (one) => !prorates(one) || one.rule === 'sum' || one.rule === 'count-yes',
    'missing: this rule cannot prorate',
  ),
  v.check(
    ({ rule, expression }) => rule === 'expression' || expression === undefined,
    'expression: another rule is set',
  ),
)

type Fixed<Thing> = Thing extends object ? { readonly [Key in keyof Thing]: Fixed<Thing[Key]> } : Thing

export type ScoringDefinition = Fixed<v.InferOutput<typeof scoringDefinitionSchema>>
export type ScoringRule = ScoringDefinition['rule']
export type ValidFor = Fixed<v.InferOutput<typeof validForSchema>>
export type MissingPolicy = ScoringDefinition['missing']
export type CutOff = Fixed<v.InferOutput<typeof cutOff>>
