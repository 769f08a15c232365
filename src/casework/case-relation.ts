// The second wall, as pure rules: what a person may do on a case follows from her permissions, her relation to the case and the
// state of the case. The third wall, the policies of the database, says the first line of it once more (`cases_read`).

import type { CaseScope, Permission } from '../access/index.ts'

export type Holder = { readonly permissions: ReadonlySet<Permission>; readonly scope: CaseScope }

export type Relation = {
  readonly onTeam: boolean
  /** Broken glass that is still open. */
  readonly glass: boolean
  /** A conflict of interest wins over every role. */
  readonly conflict: boolean
}

export type CaseState = { readonly sealed: boolean; readonly closed: boolean }

export const caseActions = [
  'see',
  'reveal',
  'change',
  'team',
  'seal',
  'hold',
  'write-note',
  'write-task',
  'merge',
] as const

export type CaseAction = (typeof caseActions)[number]

const needs: Readonly<Record<CaseAction, Permission>> = {
  see: 'case:see',
  reveal: 'field:reveal',
  change: 'case:change',
  team: 'case:team',
  seal: 'case:seal',
  hold: 'case:seal',
  'write-note': 'note:write',
  'write-task': 'task:write',
  merge: 'person:merge',
}

/** Whether this person can know that the case exists. */
export function seesCase({ scope }: Holder, { onTeam, glass, conflict }: Relation, { sealed }: CaseState): boolean {
  if (conflict || scope === 'none') return false
  return (scope === 'wide' && !sealed) || onTeam || glass
}

/** With broken glass alone one reads; what stays on the record is written by who is on the team or has a wide role. */
export function mayOnCase(holder: Holder, relation: Relation, state: CaseState, action: CaseAction): boolean {
  if (!seesCase(holder, relation, state) || !holder.permissions.has(needs[action])) return false
  if (action === 'see' || action === 'reveal') return true
  if (action === 'seal' || action === 'hold') return relation.onTeam
  if (!relation.onTeam && !(holder.scope === 'wide' && !state.sealed)) return false
  return !state.closed || action === 'change' || action === 'team'
}

/** A note that is not shared is read by its own discipline alone, on a case that is seen. */
export const mayReadNote = (
  reader: { readonly discipline: string },
  note: { readonly discipline: string; readonly shared: boolean },
): boolean => note.shared || note.discipline === reader.discipline
