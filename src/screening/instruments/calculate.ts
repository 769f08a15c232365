// Runs one calculation of a form. Whatever is not exactly one number is named, and never taken for 0.

import type { Calculation, Evaluate } from './calculation.ts'
import type { FormProblemCode } from './form-problem.ts'
import type { Response, ResponseItem } from './response.ts'
import { valueOf } from './value.ts'

export type Calculated =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly code: FormProblemCode }

export type Running = {
  readonly evaluate: Evaluate | undefined
  /** As given, for %questionnaire. */
  readonly questionnaire: unknown
  /** With weights on its answers; see annotate. */
  readonly response: Response
}

export function calculate(calculation: Calculation, running: Running): Calculated {
  const { evaluate } = running
  if (evaluate === undefined) return { ok: false, code: 'expression-not-run' }
  try {
    return numberIn(results(calculation, evaluate, running))
  } catch {
    // The engine's own words may quote an answer.
    return { ok: false, code: 'expression-failed' }
  }
}

function results({ linkId, expression, variables }: Calculation, evaluate: Evaluate, running: Running) {
  const known: Record<string, unknown> = { resource: running.response, questionnaire: running.questionnaire }
  const run = (one: Calculation['expression'], at: string | null): readonly unknown[] => {
    if (one.expression === undefined || (one.language ?? 'text/fhirpath') !== 'text/fhirpath')
      throw new RangeError('Only FHIRPath is run')
    return evaluate(one.expression, focusOn(at, running.response), known)
  }
  for (const variable of variables) {
    const name = variable.name ?? ''
    if (name === '' || Object.hasOwn(known, name)) throw new RangeError('A variable needs a name of its own')
    known[name] = run(variable, variable.at)
  }
  return run(expression, linkId)
}

/** The item of the response, or one without answers where the response has none. */
function focusOn(linkId: string | null, response: Response): Parameters<Evaluate>[1] {
  if (linkId === null) return { data: response, base: 'QuestionnaireResponse' }
  return { data: itemIn(response.item, linkId) ?? { linkId }, base: 'QuestionnaireResponse.item' }
}

function itemIn(items: readonly ResponseItem[], linkId: string): ResponseItem | undefined {
  for (const item of items) {
    const within = [...(item.item ?? []), ...(item.answer ?? []).flatMap((answer) => answer.item ?? [])]
    const found = item.linkId === linkId ? item : itemIn(within, linkId)
    if (found !== undefined) return found
  }
  return undefined
}

function numberIn([result, ...others]: readonly unknown[]): Calculated {
  if (result === undefined) return { ok: false, code: 'expression-empty' }
  const value = others.length === 0 ? numberOf(result) : undefined
  return value === undefined ? { ok: false, code: 'expression-not-a-number' } : { ok: true, value }
}

/** A number, or the number of a Quantity. */
function numberOf(result: unknown): number | undefined {
  if (typeof result === 'number') return Number.isFinite(result) ? result : undefined
  const value = typeof result === 'object' && result !== null ? valueOf({ valueQuantity: result }) : undefined
  return value !== undefined && value !== 'unreadable' && value.kind === 'Quantity' ? value.value : undefined
}
