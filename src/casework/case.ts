// What a case is: its types as pages see them, masked, and the pure rules of its number.

import type { Discipline } from '../access/index.ts'
import type { CaseId, IndividualId, PersonId, TaskId } from '../shared/index.ts'
import type { CaseAction } from './case-relation.ts'
import type { TaskState, TaskKind } from './task.ts'

/** One line of a list. Initials are all it shows of the child. */
export type CaseSummary = {
  readonly id: CaseId
  readonly number: string
  /** 'M. R.'; undefined once the child's record was erased. */
  readonly initials: string | undefined
  readonly openedOn: string
  readonly closedOn: string | null
  readonly nextTask: { readonly kind: TaskKind; readonly dueOn: string; readonly state: TaskState } | undefined
}

/** Where the next page of a list begins: after this case. */
export type CaseCursor = { readonly openedOn: string; readonly id: CaseId }

export type CasePage = { readonly cases: readonly CaseSummary[]; readonly next: CaseCursor | undefined }

export type TeamMember = { readonly person: PersonId; readonly name: string; readonly discipline: Discipline }

/** A child or caregiver with every field masked; `known` names the columns that a click can reveal. */
export type MaskedIndividual = {
  readonly id: IndividualId
  readonly initials: string | undefined
  readonly known: readonly IndividualColumn[]
}

export const individualColumns = ['given_name', 'surname', 'birth_date', 'phone'] as const

export type IndividualColumn = (typeof individualColumns)[number]

export const isIndividualColumn = (text: string): text is IndividualColumn =>
  (individualColumns as readonly string[]).includes(text)

export const relationships = [
  'mother',
  'father',
  'grandparent',
  'relative',
  'foster-parent',
  'guardian',
  'other',
] as const

export type Relationship = (typeof relationships)[number]

/** Whether a caregiver is safe for the child. 'safe' is written only by somebody who knows; a caregiver begins as 'unknown'. */
export const safeties = ['unknown', 'safe', 'not-safe'] as const

export type Safety = (typeof safeties)[number]

export type CaregiverView = MaskedIndividual & { readonly relationship: Relationship; readonly safety: Safety }

export type TaskView = {
  readonly id: TaskId
  readonly kind: TaskKind
  readonly assignee: PersonId
  readonly dueOn: string
  readonly state: TaskState
}

export type CaseView = {
  readonly id: CaseId
  readonly number: string
  readonly openedOn: string
  readonly closedOn: string | null
  readonly sealed: boolean
  readonly legalHold: boolean
  /** Sent back with a change: when somebody else changed the case meanwhile, the change is refused. */
  readonly version: number
  readonly onTeam: boolean
  /** Set while the person reads by broken glass. */
  readonly glassUntil: Date | undefined
  readonly child: MaskedIndividual & { readonly age: number | undefined }
  readonly caregivers: readonly CaregiverView[]
  readonly team: readonly TeamMember[]
  /** Those not done, the next first. */
  readonly tasks: readonly TaskView[]
  readonly may: readonly CaseAction[]
}

/**
 * The number of a new case, 'YYYY-NNNN'. One to three numbers on from the last, by chance: in a row without gaps, a missing number
 * would tell of a case that is sealed. `random`: from 0 to below 1.
 */
export const nextCaseNumber = (year: string, last: number, random: number): string =>
  `${year}-${String(last + 1 + Math.floor(random * 3)).padStart(4, '0')}`
