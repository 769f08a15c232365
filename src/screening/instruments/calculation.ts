// The calculations that stand in a form (SDC calculatedExpression with its variables), and running one.
// Source: HL7 SDC, https://hl7.org/fhir/uv/sdc/expressions.html.

import * as v from 'valibot'

import { placesOf, type Extension, type Form, type FormItem } from './form.ts'

export const calculatedUrl = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'
const variableUrl = 'http://hl7.org/fhir/StructureDefinition/variable'

const expressionSchema = v.looseObject({
  name: v.optional(v.string()),
  language: v.optional(v.string()),
  expression: v.optional(v.string()),
})

type Expression = v.InferOutput<typeof expressionSchema>

/** Where an expression stands: on the whole response or on one item of it. */
type Located = Expression & { readonly at: string | null }

export type Calculation = {
  /** The item that shows the result; null for the one of an instrument's definition. */
  readonly linkId: string | null
  readonly expression: Expression
  readonly variables: readonly Located[]
}

/**
 * Runs FHIRPath and gives what it finds; throws when it cannot. `focus` is the response, or the item of it on which the
 * expression stands; `variables` are its %names.
 */
export type Evaluate = (
  expression: string,
  focus: { readonly data: unknown; readonly base: 'QuestionnaireResponse' | 'QuestionnaireResponse.item' },
  variables: Readonly<Record<string, unknown>>,
) => readonly unknown[]

const numeric: readonly string[] = ['integer', 'decimal', 'quantity']

/** Those with a number as their result: only they can be a total. */
export function calculationsOf(form: Form): readonly Calculation[] {
  return placesOf(form.item)
    .filter(({ item }) => numeric.includes(item.type))
    .flatMap(({ item, within }) => {
      const [expression] = expressionsOn(item.extension, calculatedUrl)
      return expression === undefined
        ? []
        : [{ linkId: item.linkId, expression, variables: variablesFor(form, [...within, item]) }]
    })
}

/** An expression of the instrument's definition, with the variables of the form. */
export const calculationBy = (expression: string, form: Form): Calculation => ({
  linkId: null,
  expression: { language: 'text/fhirpath', expression },
  variables: variablesFor(form, []),
})

const variablesFor = (form: Form, items: readonly FormItem[]): readonly Located[] => [
  ...expressionsOn(form.extension, variableUrl).map((one) => ({ ...one, at: null })),
  ...items.flatMap(({ extension, linkId }) =>
    expressionsOn(extension, variableUrl).map((one) => ({ ...one, at: linkId })),
  ),
]

const expressionsOn = (extension: readonly Extension[] | undefined, url: string): readonly Expression[] =>
  (extension ?? [])
    .filter((one) => one.url === url)
    .map((one) => v.safeParse(expressionSchema, one['valueExpression']))
    .map((read) => (read.success ? read.output : {}))

/** Whether it reads weights, itself or through a variable: an age or a body mass index is no score. */
export const readsWeights = ({ expression, variables }: Calculation): boolean =>
  [expression, ...variables].some((one) => /weight|ordinal/i.test(one.expression ?? ''))
