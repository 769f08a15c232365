// Who listens to a young person, and what each must pass on: facts with the page they were read on, from
// content/listeners.yaml. Numbers are not here: they come from the directory.

import * as v from 'valibot'

const text = v.pipe(v.string(), v.minLength(1))
const bilingual = v.strictObject({ en: text, es: text })
const source = v.strictObject({ address: v.pipe(v.string(), v.url()), read: v.pipe(v.string(), v.isoDate()) })

export const listenersFile = v.strictObject({
  lines: v.array(v.strictObject({ line: v.string(), passes_on: bilingual, source: v.nullable(source) })),
  people: v.array(v.strictObject({ who: bilingual, passes_on: bilingual })),
  /** The free service of NCMEC against sexual images of people under 18. */
  pictures: v.strictObject({ address: v.pipe(v.string(), v.url()), source }),
})

export type Listeners = v.InferOutput<typeof listenersFile>
