// From observations to an explained next step. No score, no probability, no ranking of children: the rules say only
// whether something by itself means "report now", whether several things were noticed together, and what to do next.
// It imports only types, so that it runs in a browser as well.

import type { Evidence, EvidenceClass, Indicator, IndicatorCode, IndicatorRole } from '../knowledge/index.ts'
import { isActionable, type Observation } from './observation.ts'

/**
 * report-now: what was noticed is the exploitation of a child by definition, or holds a child by threat or force.
 * report: a sign, a promise, a place of approach or control was noticed; a reasonable worry is enough to report.
 * care-and-ask: only things that make a child more open to harm; stay close, and ask a hotline what to do.
 * nothing-noticed: no box was ticked; a worry may still be shared.
 */
export const nextSteps = ['report-now', 'report', 'care-and-ask', 'nothing-noticed'] as const

export type NextStep = (typeof nextSteps)[number]

export type Noticed = {
  readonly code: IndicatorCode
  readonly evidenceClass: EvidenceClass
  readonly because: 'defining' | 'holds-the-child' | 'sign' | 'adds-risk'
}

export type Assessment = {
  readonly noticed: readonly Noticed[]
  /** Three or more things that are not only background: together they matter more than one alone. */
  readonly severalTogether: boolean
  readonly nextStep: NextStep
}

/** Threats, violence or selling by the family keep a child in exploitation: nobody should wait for more facts. */
const holdsTheChild: ReadonlySet<IndicatorCode> = new Set(['control-threat', 'control-violence', 'family-exploiter'])

const backgroundOnly: ReadonlySet<IndicatorRole> = new Set(['vulnerability', 'risk'])

export type Knowledge = { readonly indicators: readonly Indicator[]; readonly evidence: Evidence }

/** Pure. The result lists each indicator once, in the order of the vocabulary. */
export function assess(observations: readonly Observation[], knowledge: Knowledge): Assessment {
  const seen = new Set(observations.filter(isActionable).map(({ indicator }) => indicator))
  const noticed = knowledge.indicators
    .filter(({ code }) => seen.has(code))
    .map((indicator) => explain(indicator, knowledge.evidence))
  return {
    noticed,
    severalTogether: noticed.filter(({ because }) => because !== 'adds-risk').length >= 3,
    nextStep: nextStep(noticed),
  }
}

const explain = (indicator: Indicator, evidence: Evidence): Noticed => ({
  code: indicator.code,
  evidenceClass: evidence[indicator.code].class,
  because: reasonOf(indicator, evidence),
})

/** Why one indicator, noticed by itself, leads to the step it leads to. */
export function reasonOf({ code, roles }: Indicator, evidence: Evidence): Noticed['because'] {
  if (evidence[code].class === 'defining') return 'defining'
  if (holdsTheChild.has(code)) return 'holds-the-child'
  return roles.every((role) => backgroundOnly.has(role)) ? 'adds-risk' : 'sign'
}

function nextStep(noticed: readonly Noticed[]): NextStep {
  if (noticed.length === 0) return 'nothing-noticed'
  if (noticed.some(({ because }) => because === 'defining' || because === 'holds-the-child')) return 'report-now'
  return noticed.some(({ because }) => because === 'sign') ? 'report' : 'care-and-ask'
}
