// The shape of a FHIR R4 QuestionnaireResponse, as far as scoring reads it. Answers are read one by one later, so that a
// wrong one is a problem of its question and not of the whole response.

import * as v from 'valibot'

export type Answer = {
  readonly [key: string]: unknown
  readonly item?: readonly ResponseItem[] | undefined
}

export type ResponseItem = {
  readonly [key: string]: unknown
  readonly linkId: string
  readonly answer?: readonly Answer[] | undefined
  readonly item?: readonly ResponseItem[] | undefined
}

const responseItem: v.GenericSchema<unknown, ResponseItem> = v.looseObject({
  linkId: v.pipe(v.string(), v.minLength(1)),
  answer: v.optional(v.array(v.looseObject({ item: v.optional(v.array(v.lazy(() => responseItem))) }))),
  item: v.optional(v.array(v.lazy(() => responseItem))),
})

export const responseSchema = v.looseObject({
  resourceType: v.literal('QuestionnaireResponse'),
  id: v.optional(v.string()),
  questionnaire: v.optional(v.string()),
  status: v.optional(v.string()),
  contained: v.optional(v.array(v.unknown())),
  item: v.optional(v.array(responseItem), []),
})

export type Response = v.InferOutput<typeof responseSchema>
