// One value[x] of FHIR, as an answer, an offered answer or a condition holds it: of ten kinds, read from unknown.

import * as v from 'valibot'

const code = v.looseObject({ system: v.optional(v.string()), code: v.optional(v.string()) })

/** The kinds of R4's QuestionnaireResponse.item.answer.value[x]. */
const readers = {
  Boolean: v.pipe(
    v.boolean(),
    v.transform((value) => ({ kind: 'Boolean' as const, value })),
  ),
  Decimal: v.pipe(
    v.number(),
    v.finite(),
    v.transform((value) => ({ kind: 'Decimal' as const, value })),
  ),
  Integer: v.pipe(
    v.number(),
    v.integer(),
    v.transform((value) => ({ kind: 'Integer' as const, value })),
  ),
  Date: words('Date'),
  DateTime: words('DateTime'),
  Time: words('Time'),
  String: words('String'),
  Uri: words('Uri'),
  Coding: v.pipe(
    code,
    v.transform((one) => ({ kind: 'Coding' as const, system: one.system, code: one.code })),
  ),
  Quantity: v.pipe(
    v.looseObject({ ...code.entries, value: v.optional(v.pipe(v.number(), v.finite())), unit: v.optional(v.string()) }),
    v.transform(({ value, unit, ...one }) => ({
      kind: 'Quantity' as const,
      value,
      unit: one.code === undefined ? (unit ?? '') : `${one.system ?? ''}|${one.code}`,
    })),
  ),
  Reference: v.pipe(
    v.looseObject({ reference: v.optional(v.string()) }),
    v.transform(({ reference = '' }) => ({ kind: 'Reference' as const, value: reference })),
  ),
  Attachment: v.pipe(
    v.looseObject({}),
    v.transform(() => ({ kind: 'Attachment' as const })),
  ),
} as const

function words<Kind extends string>(kind: Kind) {
  return v.pipe(
    v.string(),
    v.minLength(1),
    v.transform((value) => ({ kind, value })),
  )
}

export type ValueKind = keyof typeof readers
export type Value = v.InferOutput<(typeof readers)[ValueKind]>
export type CodingValue = Extract<Value, { kind: 'Coding' }>

/** `undefined` when it holds no value, 'unreadable' when it holds several or one of a wrong shape. */
export function valueOf(
  element: Readonly<Record<string, unknown>>,
  prefix = 'value',
): Value | 'unreadable' | undefined {
  const [key, ...others] = Object.keys(element).filter(
    (one) => one.startsWith(prefix) && /^[A-Z]/.test(rest(one, prefix)),
  )
  if (key === undefined) return undefined
  const kind = rest(key, prefix)
  if (others.length > 0 || !isKind(kind)) return 'unreadable'
  const read = v.safeParse(readers[kind], element[key])
  return read.success ? read.output : 'unreadable'
}

const rest = (key: string, prefix: string): string => key.slice(prefix.length)

const isKind = (kind: string): kind is ValueKind => Object.hasOwn(readers, kind)

/** The same answer: whole and decimal numbers are compared as numbers, codes with their system. */
export function sameValue(one: Value, other: Value): boolean {
  if (one.kind === 'Coding' && other.kind === 'Coding') return one.code === other.code && one.system === other.system
  if (one.kind === 'Quantity' && other.kind === 'Quantity') return one.value === other.value && one.unit === other.unit
  return (
    inOrder(one, other) === 0 ||
    ('value' in one && 'value' in other && one.kind === other.kind && one.value === other.value)
  )
}

/** Below 0, 0 or above 0, as the first is before, with or after the second; undefined when they have no order. */
export function inOrder(one: Value, other: Value): number | undefined {
  if (isNumber(one) && isNumber(other)) return one.value - other.value
  if (one.kind === 'Quantity' && other.kind === 'Quantity')
    return one.unit !== other.unit || one.value === undefined || other.value === undefined
      ? undefined
      : one.value - other.value
  if (one.kind === 'DateTime' && other.kind === 'DateTime') return ofMoments(one.value, other.value)
  if (isText(one) && isText(other) && one.kind === other.kind)
    return one.kind === 'Date' && one.value.length !== other.value.length ? undefined : ofTexts(one.value, other.value)
  return undefined
}

type Numeric = Extract<Value, { kind: 'Decimal' | 'Integer' }>
const isNumber = (value: Value): value is Numeric => value.kind === 'Decimal' || value.kind === 'Integer'

type Textual = Extract<Value, { kind: 'Date' | 'Time' | 'String' }>
const isText = (value: Value): value is Textual =>
  value.kind === 'Date' || value.kind === 'Time' || value.kind === 'String'

const ofTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Moments with a zone are compared as moments; others only when they are written equally finely. */
function ofMoments(one: string, other: string): number | undefined {
  const zoned = /T.*(Z|[+-]\d\d:\d\d)$/
  if (zoned.test(one) !== zoned.test(other)) return undefined
  if (!zoned.test(one)) return one.length === other.length ? ofTexts(one, other) : undefined
  const apart = Date.parse(one) - Date.parse(other)
  return Number.isNaN(apart) ? undefined : apart
}
