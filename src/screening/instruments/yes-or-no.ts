// Yes, no, or no answer: what a boolean or one of the usual codes says. An instrument may name its own codes.

import type { ScoringDefinition } from './definition.ts'
import type { Value } from './value.ts'

export type Said = 'yes' | 'no' | 'unanswered'

const terminology = 'http://terminology.hl7.org/CodeSystem'

const absent = ['unknown', 'asked-unknown', 'asked-declined', 'not-asked', 'temp-unknown', 'masked']
const nullFlavors = ['UNK', 'ASKU', 'NASK', 'NI', 'NAV', 'MSK']

/** LOINC answer lists, HL7 table 0136 and SNOMED CT; for no answer, HL7's two lists of reasons. */
const usual: Readonly<Record<Said, readonly string[]>> = {
  yes: ['http://loinc.org|LA33-6', `${terminology}/v2-0136|Y`, 'http://snomed.info/sct|373066001'],
  no: ['http://loinc.org|LA32-8', `${terminology}/v2-0136|N`, 'http://snomed.info/sct|373067005'],
  unanswered: [
    ...absent.map((code) => `${terminology}/data-absent-reason|${code}`),
    ...nullFlavors.map((code) => `${terminology}/v3-NullFlavor|${code}`),
  ],
}

/** Undefined when it says none of the three. */
export function said(value: Value | undefined, codes: ScoringDefinition['codes']): Said | undefined {
  if (value?.kind === 'Boolean') return value.value ? 'yes' : 'no'
  if (value?.kind !== 'Coding') return undefined
  const names = [value.code ?? '', `${value.system ?? ''}|${value.code ?? ''}`]
  return (['yes', 'no', 'unanswered'] as const).find((one) =>
    (codes?.[one] ?? usual[one]).some((token) => names.includes(token)),
  )
}
