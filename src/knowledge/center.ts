// What a center says about itself, in files of its own ($FOOTBRIDGE_DATA/center) until accounts exist: its profile, the
// numbers it has called, and pages that add to ours or take their place. Everything is optional; nothing wrong is shown.

import * as v from 'valibot'

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1500))
const bilingual = v.strictObject({ en: words, es: words })
const address = v.pipe(v.string(), v.url(), v.startsWith('https://'))
const phone = v.pipe(v.string(), v.regex(/^[0-9+(][0-9() .-]{1,22}[0-9]$/))
const date = v.pipe(v.string(), v.isoDate())
const state = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))

/** A police or child protection office that the center itself has confirmed, for one county. */
const localOffice = v.strictObject({
  kind: v.picklist(['police', 'child-protection']),
  state,
  county: words,
  name: bilingual,
  phone,
  hours: v.optional(v.nullable(bilingual), null),
  confirmed_on: date,
})

/** A Tribe's own police and services, as the Tribe gave them to the center. */
const tribe = v.strictObject({
  name: words,
  states: v.array(state),
  police: v.optional(v.nullable(phone), null),
  services: v.optional(v.nullable(phone), null),
  note: v.optional(v.nullable(bilingual), null),
  confirmed_on: date,
})

const mentoring = v.strictObject({ time: bilingual, length: bilingual, difficulty: bilingual, apply: address })

export const centerProfile = v.strictObject({
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
  offices: v.optional(v.array(localOffice), []),
  tribes: v.optional(v.array(tribe), []),
})

/** One call to a number of the directory. A number that was found wrong is not shown any more. */
const calledNumber = v.strictObject({ number: phone, on: date, answered: v.picklist(['right', 'wrong']) })

export const calledNumbers = v.array(calledNumber)

export type CenterProfile = v.InferOutput<typeof centerProfile>
export type LocalOffice = v.InferOutput<typeof localOffice>
export type Tribe = v.InferOutput<typeof tribe>
export type CalledNumber = v.InferOutput<typeof calledNumber>

export type Center = { readonly profile: CenterProfile | null; readonly called: readonly CalledNumber[] }

export const noCenter: Center = { profile: null, called: [] }
