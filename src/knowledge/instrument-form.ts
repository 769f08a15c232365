// The form of a scored instrument, as a FHIR R4 Questionnaire: ours, whose texts are concepts and say so, or a center's own
// with the wording it has a licence for. A center's form has to ask the same questions, so that the rule fits it.

import * as v from 'valibot'

import type { Language } from './language.ts'
import type { Instrument } from './instrument.ts'

/** On a text that is our concept: the place for the wording is still empty. */
export const wordingUrl = 'urn:footbridge:wording'
/** On a form that a center brought: who gave the licence, and when. */
export const licenceUrl = 'urn:footbridge:licence'

const translationUrl = 'http://hl7.org/fhir/StructureDefinition/translation'

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000))

type Extension = { readonly [key: string]: unknown; readonly url: string; readonly extension?: Extension[] | undefined }

const extension: v.GenericSchema<unknown, Extension> = v.looseObject({
  url: v.string(),
  extension: v.optional(v.array(v.lazy(() => extension))),
})

const extended = { extension: v.optional(v.array(extension), []) }

const coding = v.looseObject({ system: text, code: text, display: v.optional(text) })

const formItem = v.looseObject({
  linkId: text,
  text,
  _text: v.optional(v.looseObject(extended)),
  type: text,
  answerOption: v.optional(v.array(v.looseObject({ ...extended, valueCoding: coding })), []),
  /** Nothing may stand below a question of these instruments: it would be asked and not counted. */
  item: v.optional(v.array(v.unknown()), []),
})

export const instrumentFormSchema = v.looseObject({
  resourceType: v.literal('Questionnaire'),
  id: text,
  url: v.optional(text),
  version: text,
  language: v.optional(text),
  ...extended,
  item: v.pipe(v.array(formItem), v.minLength(1)),
})

export type InstrumentForm = v.InferOutput<typeof instrumentFormSchema>
export type InstrumentFormItem = InstrumentForm['item'][number]

/** What makes two questions count the same: their answers, each with its weight. */
const answersOf = ({ answerOption }: InstrumentFormItem): string =>
  answerOption
    .map(({ extension: extensions, valueCoding: { system, code } }) =>
      [system, code, ...extensions.map(({ url, valueDecimal }) => `${url}=${String(valueDecimal)}`)].join(' '),
    )
    .sort()
    .join('; ')

export const isConceptOnly = ({ _text: beside }: InstrumentFormItem): boolean =>
  beside?.extension.some(({ url }) => url === wordingUrl) === true

/** The text of a question in the language, where the form has a translation; else as it stands. */
export function formTextIn({ text: own, _text: beside }: InstrumentFormItem, language: Language): string {
  const found = beside?.extension
    .filter(({ url }) => url === translationUrl)
    .find(({ extension: parts = [] }) => parts.some((part) => part.url === 'lang' && part['valueCode'] === language))
  const content = found?.extension?.find(({ url }) => url === 'content')?.['valueString']
  return typeof content === 'string' && content !== '' ? content : own
}

/** Who gave the licence, and when; null on a form that is not a center's. */
export function licenceOf({ extension: extensions }: InstrumentForm): string | null {
  const found = extensions.find(({ url }) => url === licenceUrl)?.['valueString']
  return typeof found === 'string' ? found : null
}

/** How a center's form differs from ours, each in a sentence that names the question. Empty: it may be scored by our rule. */
export function findFormFaults(theirs: InstrumentForm, ours: InstrumentForm, { id }: Instrument): readonly string[] {
  return [
    ...(theirs.id === id ? [] : [`its id is "${theirs.id}", but "${id}" is wanted`]),
    ...differences(theirs, ours),
    ...theirs.item
      .filter(isConceptOnly)
      .map(
        ({ linkId }) => `${linkId} still has our concept; put the wording there and take the mark ${wordingUrl} away`,
      ),
    ...theirs.item
      .filter(({ item }) => item.length > 0)
      .map(({ linkId }) => `${linkId} has items below it, which the rule would not count; take them out`),
  ]
}

function differences(theirs: InstrumentForm, ours: InstrumentForm): readonly string[] {
  const wanted = new Map(ours.item.map((item) => [item.linkId, item]))
  const given = theirs.item.map(({ linkId }) => linkId)
  return [
    ...[...wanted.keys()].filter((linkId) => !given.includes(linkId)).map((linkId) => `${linkId} is missing; add it`),
    ...given.filter((linkId, at) => given.indexOf(linkId) !== at).map((linkId) => `${linkId} is there twice; keep one`),
    ...theirs.item.flatMap((item) => itemFaults(item, wanted.get(item.linkId))),
  ]
}

function itemFaults(item: InstrumentFormItem, wanted: InstrumentFormItem | undefined): readonly string[] {
  const { linkId, type } = item
  if (wanted === undefined) return [`${linkId} is no question of the instrument; take it out`]
  if (type !== wanted.type) return [`${linkId} has the type "${type}", but "${wanted.type}" is wanted`]
  if (answersOf(item) !== answersOf(wanted))
    return [`${linkId} has other answers or weights; take its answerOption as it stands in our file`]
  return []
}
