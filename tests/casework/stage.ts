// The stage of the tests of casework: a fresh database with the whole cast, a fixed clock, numbers without chance, and small
// scenes: an open case, a team, a sealed one. Also how a test asks the log, and how it says that a door is shut.

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { expect } from 'vitest'

import { makeKeyFile } from '../../src/access/keys/index.ts'
import { openVault } from '../../src/access/open-vault.ts'
import { addToTeam, getCase, openCase, sealCase, type Casework } from '../../src/casework/index.ts'
import { caseId, isUuid, Problem, type CaseId, type IndividualId, type Result } from '../../src/shared/index.ts'
import { actAs, castCenters, castPeople, personOf, signedInAs, type CastName } from '../cast.ts'
import { freshDatabase, type Fresh } from '../database/databases.ts'

export type Stage = {
  readonly fresh: Fresh
  readonly casework: Casework
  close(): Promise<void>
}

/** Noon in Texas on the day of the whole cast. */
export const noon = new Date('2026-11-24T18:00:00Z')

export async function setStage(): Promise<Stage> {
  const fresh = await freshDatabase()
  await castCenters(fresh.database)
  await castPeople(fresh.database)
  const ring = makeKeyFile(join(fresh.folder, '..', 'keys'), noon)
  const vault = openVault({ ring: () => ring, now: () => noon })
  const casework: Casework = {
    database: fresh.database,
    vault,
    now: () => noon,
    newId: () => randomUUID(),
    random: () => 0,
    zone: 'America/Chicago',
  }
  return { fresh, casework, close: () => fresh.close() }
}

export const maya = { given: 'Maya', surname: 'Rivera', birthDate: '2012-03-09', phone: '512-555-0142' }
export const nobody = caseId('99999999-9999-4999-8999-999999999999')

export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`)
  return result.value
}

type Setting = {
  readonly by?: CastName
  readonly team?: readonly CastName[]
  readonly child?: typeof maya
  readonly sealed?: boolean
}

/** A case of a new child, opened by Carmen (or another), with a team beside her. */
export async function aCase(
  { casework }: Stage,
  { by = 'carmen', team = [], child = maya, sealed = false }: Setting = {},
): Promise<CaseId> {
  const { id } = valueOf(await openCase(casework, signedInAs(by), { child }))
  for (const name of team) valueOf(await addToTeam(casework, signedInAs(by), { id, member: personOf(name) }))
  if (sealed) valueOf(await sealCase(casework, signedInAs(by), { id, version: 1 }))
  return id
}

export const childOf = async (stage: Stage, id: CaseId, by: CastName = 'carmen'): Promise<IndividualId> =>
  (await getCase(stage.casework, signedInAs(by), id)).child.id

/** How many keys there are for a child or caregiver of Riverbend. */
export const keysFor = ({ fresh }: Stage, owner: IndividualId): Promise<number> =>
  fresh.database.transactAs(actAs('carmen'), async (trx) => {
    const keys = trx.selectFrom('footbridge_keys.person_keys').select('version').where('owner_id', '=', owner)
    return (await keys.execute()).length
  })

/** The door is shut, and says nothing: the Problem of 'not-permitted', without details. */
export async function expectShut(work: Promise<unknown>): Promise<void> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Problem)
  expect(error).toMatchObject({ code: 'not-permitted', details: {} })
}

export type Logged = {
  event: string
  subject_kind: string | null
  subject_id: string | null
  case_id: string | null
  fields: string[]
  reason: string | null
}

/** Runs the work and returns what this person's log gained by it, oldest first. */
export async function loggedBy(stage: Stage, name: CastName, work: () => Promise<unknown>): Promise<readonly Logged[]> {
  const before = new Set((await entriesOf(stage, name)).map(({ entry_id }) => entry_id))
  await work().catch(() => undefined)
  return (await entriesOf(stage, name))
    .filter(({ entry_id }) => !before.has(entry_id))
    .map(({ event, subject_kind, subject_id, case_id, fields, reason }) => ({
      ...{ event, subject_kind, subject_id, case_id, fields, reason },
    }))
}

const entriesOf = ({ fresh }: Stage, name: CastName) =>
  fresh.database.transactAs(actAs(name), (trx) =>
    trx
      .selectFrom('audit_entries')
      .selectAll()
      .where('person_id', '=', personOf(name))
      .orderBy('occurred_at')
      .execute(),
  )

/** No entry of the log holds anything but ids, names of columns and codes. */
export const isDry = (entry: Logged): boolean =>
  [...entry.fields, entry.event, entry.subject_kind ?? '', entry.reason ?? ''].every((text) =>
    /^[a-zA-Z0-9_-]*$/.test(text),
  ) && [entry.subject_id, entry.case_id].every((id) => id === null || isUuid(id))

/** Who may not see a case of Riverbend by role or center, whatever the team says. */
export const outsiders: readonly CastName[] = [
  'priya',
  'amos',
  'mona',
  'stan',
  'marta',
  'hana',
  'hugo',
  'bruno',
  'helen',
  'hope',
]

/** Who sees a case only when she is on its team. */
export const narrow: readonly CastName[] = ['ada', 'imani', 'clara', 'milo', 'paula', 'dev']
