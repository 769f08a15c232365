// The second wall by examples: who may do what on which case.

import { describe, expect, it } from 'vitest'

import { caseScopeOf, permissionsOf, type Role } from '../access/index.ts'
import { caseActions, mayOnCase, mayReadNote, type CaseState, type Relation } from './case-relation.ts'

const holder = (...held: readonly Role[]) => ({ permissions: permissionsOf(held), scope: caseScopeOf(held) })
const stranger: Relation = { onTeam: false, glass: false, conflict: false }
const member: Relation = { ...stranger, onTeam: true }
const open: CaseState = { sealed: false, closed: false }

const allowed = (role: Role, relation: Relation, state: CaseState = open): string =>
  caseActions.filter((action) => mayOnCase(holder(role), relation, state, action)).join(' ')

describe('what a person may do on a case', () => {
  it.each<[Role, Relation, CaseState, string]>([
    ['coordinator', stranger, open, 'see reveal change team write-note write-task merge'],
    ['coordinator', member, open, 'see reveal change team seal hold write-note write-task merge'],
    ['coordinator', stranger, { ...open, sealed: true }, ''],
    ['coordinator', member, { ...open, sealed: true }, 'see reveal change team seal hold write-note write-task merge'],
    ['coordinator', member, { ...open, closed: true }, 'see reveal change team seal hold'],
    ['intake', stranger, open, 'see reveal change team write-note write-task'],
    ['advocate', stranger, open, ''],
    ['advocate', member, open, 'see reveal change write-note write-task'],
    ['advocate', { ...stranger, glass: true }, open, 'see reveal'],
    ['advocate', { ...stranger, glass: true }, { ...open, sealed: true }, 'see reveal'],
    ['partner', member, open, 'see reveal write-note write-task'],
    ['partner', stranger, open, ''],
    ['administrator', member, open, ''],
    ['privacy-officer', member, open, ''],
    ['mentor', member, open, ''],
    ['statistics', member, open, ''],
  ])('%s %j %j: %s', (role, relation, state, actions) => {
    expect(allowed(role, relation, state)).toBe(actions)
  })

  it('is nothing at all with a conflict of interest, whatever the role, the team or broken glass say', () => {
    for (const role of ['coordinator', 'intake', 'advocate', 'partner'] as const)
      for (const relation of [member, { ...member, glass: true }])
        expect(allowed(role, { ...relation, conflict: true })).toBe('')
  })
})

describe('a note', () => {
  it('is read by its own discipline, and by the others once it is shared', () => {
    const note = { discipline: 'mental-health', shared: false }
    expect(mayReadNote({ discipline: 'mental-health' }, note)).toBe(true)
    expect(mayReadNote({ discipline: 'law-enforcement' }, note)).toBe(false)
    expect(mayReadNote({ discipline: 'law-enforcement' }, { ...note, shared: true })).toBe(true)
  })
})
