// Posters and hand-outs of one page each, from content/handouts: few words, a place to write on, whom to call.
// They hold no phone number: each call names a record of the directory, whose rules decide what may be printed.

import * as v from 'valibot'

import type { Language } from './language.ts'
import { provenanceSchema } from './provenance.ts'

export const handoutNames = [
  'it-is-not-your-fault',
  'you-noticed-something',
  'for-parents',
  'what-to-say',
  'three-grown-ups',
] as const

export type HandoutName = (typeof handoutNames)[number]

export const handoutKinds = ['poster', 'handout'] as const

/** National records of the directory that a hand-out may name. */
const handoutLines = ['emergency', '988', 'trafficking-hotline', 'ncmec', 'childhelp'] as const

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(240))

/** A sentence, or what is said in bold and the rest. Empty: only a line to write on (in a section of style 'fill'). */
const line = v.union([
  v.pipe(
    v.pipe(v.string(), v.maxLength(240)),
    v.transform((text) => ({ strong: '', text })),
  ),
  v.pipe(
    v.tuple([words, words]),
    v.transform(([strong, text]) => ({ strong, text })),
  ),
])

/** `say` and `avoid`: words to use and to leave; `fill`: each line is followed by room to write. */
const style = v.picklist(['plain', 'list', 'steps', 'say', 'avoid', 'fill'])

const section = v.strictObject({
  heading: v.nullable(words),
  style,
  lines: v.pipe(v.array(line), v.minLength(1)),
})

const handout = v.strictObject({
  kind: v.picklist(handoutKinds),
  /** Whom it speaks to, which decides how easy it must be to read. */
  band: v.picklist(['young', 'adult', 'child']),
  title: v.pipe(words, v.maxLength(60)),
  /** For the list: whom it is for and where it may hang or lie. Not printed on it. */
  summary: v.pipe(words, v.maxLength(160)),
  lead: words,
  sections: v.array(section),
  calls_heading: words,
  calls: v.array(v.strictObject({ line: v.picklist(handoutLines), what: words })),
  /** Labels of lines that are filled in by hand, such as the number of the state's own line. */
  write_on: v.array(words),
  note: v.nullable(words),
  ...provenanceSchema.entries,
})

export const handoutFile = v.strictObject(
  Object.fromEntries(handoutNames.map((name) => [name, handout])) as Record<HandoutName, typeof handout>,
)

export type Handout = v.InferOutput<typeof handout>
export type HandoutSection = v.InferOutput<typeof section>
export type Handouts = Readonly<Record<Language, Readonly<Record<HandoutName, Handout>>>>
