// The findings of a note in the order of its words, each with its number, and in words how it is said.

import { isActionable } from '../../../screening/index.ts'
import type { ScanWord } from '../../staff/scan/scan-words.ts'
import type { Explained } from './messages.ts'

export type Numbered = Explained & {
  /** From 1, in the order of the text: it names the finding and ranks nothing. */
  readonly number: number
  readonly counts: boolean
}

export const numbered = (findings: readonly Explained[]): readonly Numbered[] =>
  findings
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((finding, at) => ({ ...finding, number: at + 1, counts: isActionable(finding) }))

type Said = Pick<Numbered, 'assertion' | 'temporality' | 'experiencer'>

export const statusWords = ({ assertion, temporality, experiencer }: Said): readonly ScanWord[] => [
  assertion,
  temporality,
  experiencer,
]

/** For a mark in the text: only what is not the plain case, "stated now about the child". */
export function shortStatus(said: Said): readonly ScanWord[] {
  const plain: readonly ScanWord[] = ['affirmed', 'current', 'child']
  const special = statusWords(said).filter((word) => !plain.includes(word))
  return special.length === 0 ? ['affirmed'] : special
}

/** Why a finding does not count; empty when it may. */
export const whyNot = ({ assertion, temporality, experiencer }: Said): readonly ScanWord[] => [
  ...(assertion === 'negated' ? (['not.negated'] as const) : []),
  ...(temporality === 'hypothetical' ? (['not.hypothetical'] as const) : []),
  ...(experiencer === 'other' ? (['not.other'] as const) : []),
]
