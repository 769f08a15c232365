// What a center says about itself, in files of its own ($FOOTBRIDGE_DATA/center) until accounts exist: its profile, the
// numbers it has called, and pages that add to ours or take their place. Everything is optional; nothing wrong is shown.

import { Temporal } from 'temporal-polyfill'
import * as v from 'valibot'

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1500))
const bilingual = v.strictObject({ en: words, es: words })
const address = v.pipe(v.string(), v.url(), v.startsWith('https://'))
const phone = v.pipe(v.string(), v.regex(/^[0-9+(][0-9() .-]{1,22}[0-9]$/, 'a number such as 555-0100 is wanted'))
const state = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'two capital letters such as NC are wanted'))

/** A day that has been; tomorrow counts too, for it has begun in Guam. */
const pastDay = (now: Temporal.Instant) =>
  v.pipe(
    v.string(),
    v.isoDate(),
    v.check(exists, ({ input }) => `the day ${input} does not exist`),
    v.check(
      (day) => Temporal.PlainDate.compare(day, tomorrow(now)) <= 0,
      ({ input }) => `the day ${input} lies in the future`,
    ),
  )

function exists(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day).toString() === day
  } catch {
    return false
  }
}

const tomorrow = (now: Temporal.Instant): Temporal.PlainDate =>
  now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 })

type Day = ReturnType<typeof pastDay>

/** A police or child protection office that the center itself has confirmed, for one county. */
const localOffice = (day: Day) =>
  v.strictObject({
    kind: v.picklist(['police', 'child-protection']),
    state,
    county: words,
    name: bilingual,
    phone,
    hours: v.optional(v.nullable(bilingual), null),
    confirmed_on: day,
  })

/** A Tribe's own police and services, as the Tribe gave them to the center. */
const tribe = (day: Day) =>
  v.strictObject({
    name: words,
    states: v.array(state),
    police: v.optional(v.nullable(phone), null),
    services: v.optional(v.nullable(phone), null),
    note: v.optional(v.nullable(bilingual), null),
    confirmed_on: day,
  })

const mentoring = v.strictObject({ time: bilingual, length: bilingual, difficulty: bilingual, apply: address })

const aboutItself = {
  name: words,
  phone: v.optional(v.nullable(phone), null),
  website: v.optional(v.nullable(address), null),
  does: v.optional(v.nullable(bilingual), null),
  therapy_promise: v.optional(v.nullable(bilingual), null),
  refer: v.optional(v.nullable(bilingual), null),
  give: v.optional(v.nullable(address), null),
  volunteer: v.optional(v.nullable(address), null),
  mentor: v.optional(v.nullable(mentoring), null),
  training: v.optional(v.nullable(address), null),
}

/** The shape of profile.yaml, as of now: no day in it lies in the future. */
export const centerProfile = (now: Temporal.Instant) =>
  v.strictObject({
    ...aboutItself,
    offices: v.optional(v.array(localOffice(pastDay(now))), []),
    tribes: v.optional(v.array(tribe(pastDay(now))), []),
  })

/** One call to a number of the directory. A number that was found wrong is not shown any more. */
const calledNumber = (on: Day) => v.strictObject({ number: phone, on, answered: v.picklist(['right', 'wrong']) })

/** The shape of called.yaml, as of now. */
export const calledNumbers = (now: Temporal.Instant) => v.array(calledNumber(pastDay(now)))

export type CenterProfile = v.InferOutput<ReturnType<typeof centerProfile>>
export type LocalOffice = v.InferOutput<ReturnType<typeof localOffice>>
export type Tribe = v.InferOutput<ReturnType<typeof tribe>>
export type CalledNumber = v.InferOutput<ReturnType<typeof calledNumber>>

export type Center = { readonly profile: CenterProfile | null; readonly called: readonly CalledNumber[] }

export const noCenter: Center = { profile: null, called: [] }
