// The third wall against the model, in every combination of person (one for each role, in two centers), relation and state:
// what a query without any filter of the application shows, and what an update or a delete without one changes. Then holes are
// planted (a policy dropped, row-level security switched off), and the same check has to find them.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { caseScopeOf, permissionsOf } from '../../src/access/index.ts'
import { mayReadNote, seesCase } from '../../src/casework/index.ts'
import { actAs, cast, castCenters, castNames, castPeople, type CastName } from '../cast.ts'
import { freshDatabase, type Fresh } from '../database/databases.ts'
import { makeScene, noteDisciplines, relations, states, type Made } from './scene.ts'

let fresh: Fresh
let scene: readonly Made[]
let combinations = 0

beforeAll(async () => {
  fresh = await freshDatabase()
  await castCenters(fresh.database)
  await castPeople(fresh.database)
  scene = await makeScene(fresh.database)
}, 120_000)
afterAll(async () => {
  await fresh.close()
  process.stdout.write(
    `database wall: ${String(combinations)} combinations of person, relation, state and table tried\n`,
  )
})

/** The model: whether this person can know of the case that was made for her or for somebody else. */
function sees(name: CastName, made: Made): boolean {
  if (actAs(name).center !== actAs(made.for).center) return false
  const held = [cast[name].role]
  const holder = { permissions: permissionsOf(held), scope: caseScopeOf(held) }
  return seesCase(holder, made.for === name ? relations[made.relation] : relations.none, states[made.state])
}

const tables = [
  { table: 'cases', column: 'case_id', of: ({ case: id }: Made) => id },
  { table: 'case_caregivers', column: 'case_id', of: ({ case: id }: Made) => id },
  { table: 'case_team', column: 'case_id', of: ({ case: id }: Made) => id },
  { table: 'individuals', column: 'individual_id', of: ({ child }: Made) => child },
  { table: 'name_indexes', column: 'individual_id', of: ({ child }: Made) => child },
] as const

const ask = async (name: CastName, query: string): Promise<readonly Record<string, unknown>[]> =>
  (await fresh.database.transactAs(actAs(name), (trx) => sql.raw<Record<string, unknown>>(query).execute(trx))).rows

/** Rows that the wall shows and the model hides, or the other way round. */
async function disagreements(name: CastName): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { table, column, of } of tables) {
    const shown = new Set((await ask(name, `select ${column} as id from ${table}`)).map(({ id }) => String(id)))
    for (const made of scene) {
      combinations++
      const expected = sees(name, made) && (table !== 'case_team' || relations[made.relation].onTeam)
      if (shown.has(of(made)) !== expected) wrong.push(`${name} ${table} ${made.for}/${made.relation}/${made.state}`)
    }
  }
  return [...wrong, ...(await noteDisagreements(name))]
}

async function noteDisagreements(name: CastName): Promise<readonly string[]> {
  const rows = await ask(name, `select case_id, discipline, shared from notes`)
  const shown = new Set(
    rows.map((row) => `${String(row['case_id'])} ${String(row['discipline'])} ${String(row['shared'])}`),
  )
  return scene.flatMap((made) =>
    noteDisciplines.flatMap((discipline) =>
      [true, false].flatMap((shared) => {
        combinations++
        const expected = sees(name, made) && mayReadNote(cast[name], { discipline, shared })
        const found = shown.has(`${made.case} ${discipline} ${String(shared)}`)
        return found === expected
          ? []
          : [`${name} note ${discipline} ${String(shared)} ${made.for}/${made.relation}/${made.state}`]
      }),
    ),
  )
}

describe('what a query without any filter shows', () => {
  it.each(castNames)('to %s is what the model says, table by table', async (name) => {
    expect(await disagreements(name)).toEqual([])
  })
})

/** Statements that a forgotten filter would make of ordinary ones; a row that is hidden must not be among those changed. */
const blind = [
  `update cases set sealed = sealed`,
  `update cases set closed_on = null`,
  `update notes set shared = shared`,
  `update tasks set done_at = now()`,
  `update individuals set surname = null`,
  `update case_caregivers set safety = 'not-safe'`,
  `delete from case_caregivers`,
  `delete from case_team`,
  `delete from name_indexes`,
] as const

describe('an update or a delete without any filter', () => {
  it.each(castNames)('by %s changes no row of a case that she does not see', async (name) => {
    for (const statement of blind) {
      const changed = await changedBy(name, statement)
      combinations += scene.length
      const known = scene.filter((made) => sees(name, made))
      const allowed = new Set(known.flatMap(({ case: id, child, caregiver }) => [id, child, caregiver]))
      expect([statement, changed.filter((id) => !allowed.has(id))]).toEqual([statement, []])
    }
  })
})

it('a coordinator changes what she sees with the same statements, so that they are no empty threat', async () => {
  const counts = await Promise.all(blind.map(async (statement) => (await changedBy('carmen', statement)).length))
  expect(counts.filter((count) => count > 0).length).toBeGreaterThanOrEqual(6)
})

/** The cases or individuals of the rows that the statement changed; nothing of it is kept. */
async function changedBy(name: CastName, statement: string): Promise<readonly string[]> {
  const column = /individuals|name_indexes/.test(statement) ? 'individual_id' : 'case_id'
  let changed: readonly string[] = []
  await fresh.database
    .transactAs(actAs(name), async (trx) => {
      const { rows } = await sql.raw<{ id: string }>(`${statement} returning ${column} as id`).execute(trx)
      changed = rows.map(({ id }) => id)
      throw new Error('undo')
    })
    .catch(() => undefined)
  return changed
}

describe('a hole in the wall', () => {
  it.each([
    ['a policy that was widened', 'alter policy cases_read on cases using (center_id = (select current_center()))'],
    ['a policy that forgot the center', 'alter policy cases_read on cases using (true)'],
    ['row-level security that was switched off', 'alter table cases disable row level security'],
    [
      'a policy of notes that forgot the discipline',
      'alter policy notes_read on notes using (center_id = (select current_center()) and exists (select 1 from cases c where c.center_id = notes.center_id and c.case_id = notes.case_id))',
    ],
    ['a policy that was dropped', 'drop policy individuals_read on individuals'],
    [
      'a scope that counts ended people',
      `create or replace function case_scope() returns text language sql stable return 'wide'`,
    ],
  ])('%s is found', async (_, statement) => {
    const restore = await planted(statement)
    try {
      const found = (await Promise.all((['ada', 'amos', 'paula', 'hana'] as const).map(disagreements))).flat()
      expect(found.length).toBeGreaterThan(0)
    } finally {
      await restore()
    }
    expect(await disagreements('ada')).toEqual([])
  })
})

/** Plants it and returns how to take it back: from the definitions as they stood before. */
async function planted(statement: string): Promise<() => Promise<void>> {
  const before = await fresh.database.asOwner(async (trx) => {
    const policies = await sql<{ line: string }>`
      select format('drop policy if exists %I on %I; create policy %I on %I for %s to %s using (%s)', policyname, tablename, policyname, tablename,
        cmd, array_to_string(roles, ', '), qual) as line from pg_policies where policyname in ('cases_read', 'notes_read', 'individuals_read')`.execute(
      trx,
    )
    const scope = await sql<{ line: string }>`select pg_get_functiondef('case_scope'::regproc) as line`.execute(trx)
    return [...policies.rows, ...scope.rows].map(({ line }) => line)
  })
  await fresh.database.asOwner((trx) => sql.raw(statement).execute(trx))
  return async () => {
    await fresh.database.asOwner(async (trx) => {
      for (const line of before) await sql.raw(line).execute(trx)
      await sql.raw('alter table cases enable row level security').execute(trx)
    })
  }
}
