// FHIRPath by the package fhirpath (R4 model), which is large: it is loaded when a form has a calculation and not before.
// Nothing is fetched: functions that ask a server throw. Its weight() asks one for every answer without a weight, so ours
// stands in its place, which reads what annotate wrote on the answers and the weights on the parts of the form.

import type { UserInvocationTable } from 'fhirpath'

import type { Evaluate } from './calculation.ts'
import { weightOn, weightOnValue } from './weight.ts'

type FoundNode = { readonly data?: unknown; readonly _data?: unknown }

/** A weight that is not one number stops the calculation. */
function weightsOf(nodes: readonly FoundNode[]): readonly number[] {
  const weights = nodes.map(({ data, _data }) => weightOn(_data) ?? (isElement(data) ? weightOnValue(data) : undefined))
  if (weights.includes('unclear')) throw new RangeError('A weight is not one number')
  return weights.filter((weight) => typeof weight === 'number')
}

const isElement = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null

const weight = { fn: weightsOf, arity: { 0: [] }, internalStructures: true }
const userInvocationTable: UserInvocationTable = { weight, ordinal: weight }

export async function loadEvaluate(): Promise<Evaluate> {
  const [{ default: fhirpath }, { default: r4 }] = await Promise.all([
    import('fhirpath'),
    import('fhirpath/fhir-context/r4'),
  ])
  return (expression, { data, base }, variables) => {
    const options = { preciseMath: true, userInvocationTable }
    const found: readonly unknown[] = fhirpath.evaluate(data, { base, expression }, { ...variables }, r4, options)
    return found
  }
}
