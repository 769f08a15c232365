// The shape of a FHIR R4 Questionnaire, as far as scoring reads it. Whatever else stands there is kept for expressions.

import * as v from 'valibot'

export const extensions = v.optional(v.array(v.looseObject({ url: v.string() })))

const linkId = v.pipe(v.string(), v.minLength(1))

const condition = v.looseObject({ question: linkId, operator: v.string() })

export type Condition = v.InferOutput<typeof condition>

export type Extension = { readonly [key: string]: unknown; readonly url: string }

export type FormItem = {
  readonly [key: string]: unknown
  readonly linkId: string
  readonly type: string
  readonly repeats?: boolean | undefined
  readonly enableWhen?: readonly Condition[] | undefined
  readonly enableBehavior?: 'all' | 'any' | undefined
  readonly answerOption?: readonly Readonly<Record<string, unknown>>[] | undefined
  readonly answerValueSet?: string | undefined
  readonly extension?: readonly Extension[] | undefined
  readonly item?: readonly FormItem[] | undefined
}

const formItem: v.GenericSchema<unknown, FormItem> = v.looseObject({
  linkId,
  type: v.string(),
  repeats: v.optional(v.boolean()),
  enableWhen: v.optional(v.array(condition)),
  enableBehavior: v.optional(v.picklist(['all', 'any'])),
  answerOption: v.optional(v.array(v.looseObject({}))),
  answerValueSet: v.optional(v.string()),
  extension: extensions,
  item: v.optional(v.array(v.lazy(() => formItem))),
})

export const formSchema = v.looseObject({
  resourceType: v.literal('Questionnaire'),
  id: v.optional(v.string()),
  url: v.optional(v.string()),
  version: v.optional(v.string()),
  contained: v.optional(v.array(v.unknown())),
  extension: extensions,
  item: v.optional(v.array(formItem), []),
})

export type Form = v.InferOutput<typeof formSchema>

/** An item with the items it stands in, outermost first. */
export type Place = { readonly item: FormItem; readonly within: readonly FormItem[] }

/** All items, each before those in it. */
export const placesOf = (items: readonly FormItem[], within: readonly FormItem[] = []): readonly Place[] =>
  items.flatMap((item) => [{ item, within }, ...placesOf(item.item ?? [], [...within, item])])
