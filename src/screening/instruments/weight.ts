// The weight that stands on a piece of a form: `itemWeight`, or `ordinalValue` as R4 called it.
// Source: HL7 SDC, https://hl7.org/fhir/extensions/StructureDefinition-itemWeight.html.

import * as v from 'valibot'

export const weightUrl = 'http://hl7.org/fhir/StructureDefinition/itemWeight'

const weightUrls: readonly string[] = [weightUrl, 'http://hl7.org/fhir/StructureDefinition/ordinalValue']

/** A number; undefined when there is none; 'unclear' when it is no number or there are two that differ. */
export type Weight = number | 'unclear' | undefined

const extended = v.looseObject({ extension: v.optional(v.array(v.looseObject({ url: v.string() }))) })

const extensionsOn = (element: unknown) => {
  const read = v.safeParse(extended, element)
  return read.success ? (read.output.extension ?? []) : []
}

/** The extensions of an element with this weight instead of its own. */
export const withWeight = (element: unknown, weight: number): readonly Readonly<Record<string, unknown>>[] => [
  { url: weightUrl, valueDecimal: weight },
  ...extensionsOn(element).filter(({ url }) => !weightUrls.includes(url)),
]

/** The weight on these elements, which are read as one: an answer and its value, an option and its Coding. */
export function weightOn(...elements: readonly unknown[]): Weight {
  return oneWeight(
    elements
      .flatMap(extensionsOn)
      .filter(({ url }) => weightUrls.includes(url))
      .map((extension) => extension['valueDecimal']),
  )
}

/** One weight from all that were found in one place. */
export function oneWeight(found: readonly unknown[]): Weight {
  const [first, ...others] = new Set(found)
  if (found.length === 0) return undefined
  return typeof first === 'number' && Number.isFinite(first) && others.length === 0 ? first : 'unclear'
}

/** The weight on an element that holds a value[x]: on itself, on the value, or on the primitive beside it. */
export function weightOnValue(element: Readonly<Record<string, unknown>>): Weight {
  const parts = Object.entries(element).filter(([key]) => /^_?value[A-Z]/.test(key))
  return weightOn(element, ...parts.map(([, part]) => part))
}
