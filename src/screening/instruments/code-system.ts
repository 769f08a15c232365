// The weight of a code in its code system: the property itemWeight, or the extension on the concept.

import type { CodeSystem, Concept, Terminology } from './terminology.ts'
import { oneWeight, weightOn, weightUrl, type Weight } from './weight.ts'

const propertyUris: readonly (string | undefined)[] = ['http://hl7.org/fhir/concept-properties#itemWeight', weightUrl]

/** All concepts, with those nested in them. */
export const conceptsOf = (concepts: readonly Concept[]): readonly Concept[] =>
  concepts.flatMap((one) => [one, ...conceptsOf(one.concept ?? [])])

export function weightInSystem(system: string | undefined, code: string, { codeSystem }: Terminology): Weight {
  const found = system === undefined ? undefined : codeSystem(system)
  const concept = conceptsOf(found?.concept ?? []).find((one) => one.code === code)
  if (found === undefined || concept === undefined) return undefined
  return propertyWeight(concept, found) ?? weightOn(concept)
}

function propertyWeight({ property = [] }: Concept, system: CodeSystem): Weight {
  const names = system.property.filter(({ uri }) => propertyUris.includes(uri)).map(({ code }) => code)
  return oneWeight(
    property
      .filter((one) => one['code'] === 'itemWeight' || names.includes(String(one['code'])))
      .map((one) => one['valueDecimal'] ?? one['valueInteger']),
  )
}
