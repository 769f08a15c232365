// Every person x relation x state of the case x action that the rules refuse, against the real database: shut, without a word,
// and nothing in the log. Counted, so that the matrix cannot shrink unseen.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  breakGlass,
  closeCase,
  getCase,
  mayOnCase,
  recordConflict,
  setTask,
  writeNote,
  type CaseState,
  type Relation,
} from '../../src/casework/index.ts'
import { castNames, personOf, signedInAs, type CastName } from '../cast.ts'
import { doors, noThings, type Things } from './doors.ts'
import { aCase, childOf, expectShut, loggedBy, narrow, outsiders, setStage, valueOf, type Stage } from './stage.ts'

type Scene = {
  readonly name: string
  readonly people: readonly CastName[]
  readonly relation: Relation
  readonly state: CaseState
  make(): Promise<Things>
}

const stranger: Relation = { onTeam: false, glass: false, conflict: false }
const member: Relation = { ...stranger, onTeam: true }
const open: CaseState = { sealed: false, closed: false }
const wideOnes = ['ines', 'cole'] as const
const glassOnes = ['ada', 'imani', 'clara', 'milo'] as const
const insiders: readonly CastName[] = [...narrow, ...wideOnes]

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const scenes: readonly Scene[] = [
  { name: 'no case at all', people: castNames, relation: stranger, state: open, make: () => Promise.resolve(noThings) },
  { name: 'another center', people: outsiders, relation: stranger, state: open, make: () => things() },
  { name: 'not on the team', people: insiders, relation: stranger, state: open, make: () => things() },
  { name: 'on the team', people: narrow, relation: member, state: open, make: () => things({ team: insiders }) },
  {
    name: 'sealed, not on the team',
    people: insiders,
    relation: stranger,
    state: { ...open, sealed: true },
    make: () => things({ sealed: true }),
  },
  {
    name: 'sealed, on the team',
    people: insiders,
    relation: member,
    state: { ...open, sealed: true },
    make: () => things({ sealed: true, team: insiders }),
  },
  {
    name: 'closed, on the team',
    people: insiders,
    relation: member,
    state: { ...open, closed: true },
    make: closedCase,
  },
  {
    name: 'in conflict, on the team before',
    people: insiders,
    relation: { ...member, conflict: true },
    state: open,
    make: conflictedCase,
  },
  {
    name: 'with broken glass',
    people: glassOnes,
    relation: { ...stranger, glass: true },
    state: open,
    make: () => glassCase(false),
  },
  {
    name: 'with broken glass, sealed',
    people: glassOnes,
    relation: { ...stranger, glass: true },
    state: { ...open, sealed: true },
    make: () => glassCase(true),
  },
]

type Setting = { readonly team?: readonly CastName[]; readonly sealed?: boolean }

/** A case with a note and a task of Carmen's on it. */
async function things({ team = [], sealed = false }: Setting = {}): Promise<Things> {
  const { casework } = stage
  const carmen = signedInAs('carmen')
  const id = await aCase(stage, { team, sealed })
  const note = valueOf(await writeNote(casework, carmen, { id, text: 'The school called.', shared: false }))
  const form = { id, kind: 'call-back', assignee: carmen.person, dueOn: '2026-11-30' }
  const task = valueOf(await setTask(casework, carmen, form))
  return { id, child: await childOf(stage, id), note, task, other: await aCase(stage, { team }) }
}

async function closedCase(): Promise<Things> {
  const made = await things({ team: insiders })
  valueOf(await closeCase(stage.casework, signedInAs('carmen'), { id: made.id, version: 1 }))
  return made
}

async function conflictedCase(): Promise<Things> {
  const made = await things({ team: insiders })
  for (const name of insiders)
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), { id: made.id, member: personOf(name) }))
  return made
}

async function glassCase(sealed: boolean): Promise<Things> {
  const made = await things({ sealed })
  const { number } = await getCase(stage.casework, signedInAs('carmen'), made.id)
  for (const name of glassOnes)
    expect(valueOf(await breakGlass(stage.casework, signedInAs(name), { number, reason: 'child-in-danger' }))).toBe(
      made.id,
    )
  return made
}

let tried = 0

describe.each(scenes)('$name', ({ name: scene, people, relation, state, make }) => {
  let on: Things
  beforeAll(async () => {
    on = await make()
  })

  it.each(people)('%s', async (name) => {
    const who = signedInAs(name)
    const notThere = scene === 'no case at all' || outsiders.includes(name)
    const entries = await loggedBy(stage, name, async () => {
      for (const { action, open: door } of doors) {
        if (!notThere && mayOnCase(who, relation, state, action)) continue
        tried++
        const ifReopened = mayOnCase(who, relation, { ...state, closed: false }, action)
        if (!notThere && ifReopened)
          expect(await door(stage.casework, who, on)).toEqual({ ok: false, reason: 'closed' })
        else await expectShut(door(stage.casework, who, on))
      }
    })
    expect(entries).toEqual([])
  })
})

describe('the matrix', () => {
  it('tried more than a thousand combinations', () => {
    expect(tried).toBeGreaterThan(1000)
  })
})

describe('what the rules allow', () => {
  it('is never answered with a shut door where the case is seen', async () => {
    const id = await aCase(stage, { team: insiders })
    for (const name of insiders) await getCase(stage.casework, signedInAs(name), id)
    const sealed = await aCase(stage, { team: insiders, sealed: true })
    for (const name of insiders) await getCase(stage.casework, signedInAs(name), sealed)
  })
})
