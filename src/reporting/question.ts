// What a person asks: what is happening, for whom the answer is composed, and where the child is. Abroad there is no state,
// no county and no law of ours, so a question from abroad cannot name one.

import type { JurisdictionCode } from './jurisdiction.ts'
import type { Audience } from './shown.ts'
import type { Situation } from './situation.ts'

/** On what kind of land the child is. It decides who may take the report beside the state. */
export const lands = ['ordinary', 'tribal', 'military', 'abroad'] as const

export type Land = (typeof lands)[number]

type Told = { readonly situations: readonly Situation[]; readonly audience: Audience }

export type HomeQuestion = Told & {
  readonly jurisdiction: JurisdictionCode
  /** Null or left out: not told. */
  readonly county?: string | null
  /** Left out: ordinary. */
  readonly land?: Exclude<Land, 'abroad'>
}

export type AbroadQuestion = Told & { readonly land: 'abroad' }

export type Question = HomeQuestion | AbroadQuestion
