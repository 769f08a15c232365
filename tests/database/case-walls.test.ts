// The third wall by itself: statements of the application role without any filter, and the functions that run with the rights of
// the owner, called by people whom the code would never let call them.

import { randomUUID } from 'node:crypto'

import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addCaregiver, recordConflict, setTask, writeNote } from '../../src/casework/index.ts'
import type { Trx } from '../../src/database/index.ts'
import type { CaseId, IndividualId } from '../../src/shared/index.ts'
import { actAs, asService, castNames, personOf, signedInAs, type CastName } from '../cast.ts'
import { aCase, childOf, maya, narrow, outsiders, setStage, valueOf, type Stage } from '../casework/stage.ts'

const tables = ['cases', 'individuals', 'case_caregivers', 'case_team', 'notes', 'tasks', 'name_indexes'] as const

let stage: Stage
let open: CaseId
let sealed: CaseId
let child: IndividualId
beforeAll(async () => {
  stage = await setStage()
  open = await aFullCase(false)
  sealed = await aFullCase(true)
  child = await childOf(stage, open)
  valueOf(await recordConflict(stage.casework, signedInAs('carmen'), { id: open, member: personOf('cole') }))
})
afterAll(() => stage.close())

async function aFullCase(shut: boolean): Promise<CaseId> {
  const { casework } = stage
  const carmen = signedInAs('carmen')
  const id = await aCase(stage, { sealed: shut, team: ['paula'] })
  const caregiver = { ...maya, relationship: 'mother', safety: 'safe' }
  valueOf(await addCaregiver(casework, carmen, { id, caregiver }))
  valueOf(await writeNote(casework, carmen, { id, text: 'Shared.', shared: true }))
  valueOf(await writeNote(casework, carmen, { id, text: 'Own.', shared: false }))
  valueOf(await setTask(casework, carmen, { id, kind: 'court', assignee: carmen.person, dueOn: '2026-12-01' }))
  return id
}

const as = <Value>(name: CastName, work: (trx: Trx) => Promise<Value>): Promise<Value> =>
  stage.fresh.database.transactAs(actAs(name), work)
const rowsOf = (name: CastName, table: (typeof tables)[number]) =>
  as(name, (trx) => trx.selectFrom(table).selectAll().execute())
const asked = (name: CastName, text: RawBuilder<unknown>): Promise<unknown> =>
  as(name, async (trx) => {
    const { rows } = await sql<{ answer: unknown }>`select ${text} as answer`.execute(trx)
    return rows[0]?.answer
  })

describe.each(tables)('%s without any filter', (table) => {
  it.each([...outsiders, 'ada', 'imani', 'clara', 'milo', 'dev'] as const)('shows nothing to %s', async (name) => {
    expect(await rowsOf(name, table)).toEqual([])
  })

  it('shows nothing to who has a conflict with the one case and is not on the team of the sealed one', async () => {
    expect(await rowsOf('cole', table)).toEqual([])
  })

  it('shows nothing to the service', async () => {
    const rows = await stage.fresh.database.transactAs(asService, (trx) => trx.selectFrom(table).selectAll().execute())
    expect(rows).toEqual([])
  })

  it('shows the open case to a wide role, and both to who is on their teams', async () => {
    const [wide, team] = [await rowsOf('ines', table), await rowsOf('paula', table)]
    expect(wide.length).toBeGreaterThan(0)
    expect(team).toHaveLength(2 * wide.length)
  })
})

describe('a note of one discipline', () => {
  it('is hidden from the team by the database too', async () => {
    expect((await rowsOf('paula', 'notes')).every(({ shared }) => shared)).toBe(true)
    expect((await rowsOf('carmen', 'notes')).filter(({ shared }) => !shared)).toHaveLength(2)
  })

  it('is not written under another name or discipline', async () => {
    const note = { center_id: actAs('paula').center, case_id: open, note_id: randomUUID(), shared: true, body: null }
    for (const forged of [
      { author_id: personOf('carmen'), discipline: 'law-enforcement' },
      { author_id: personOf('paula'), discipline: 'mental-health' },
    ]) {
      const row = { ...note, ...forged, written_at: new Date() }
      await expect(as('paula', (trx) => trx.insertInto('notes').values(row).execute())).rejects.toThrow(/row-level/)
    }
  })
})

describe('a plain statement', () => {
  it.each([
    `update cases set child_id = child_id`,
    `update cases set conflicted = '{}'`,
    `update notes set body = body`,
    `delete from case_conflicts`,
    `update sessions set token_sha256 = token_sha256`,
    `update sessions set person_id = person_id`,
  ])('is refused to everybody: %s', async (statement) => {
    await expect(as('carmen', (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(/permission denied/)
  })
})

describe('a function with the rights of the owner', () => {
  const nobodyOf = [...outsiders, 'ada', 'clara', 'cole'] as const

  it.each(nobodyOf)('does nothing for %s, who sees neither case', async (name) => {
    const own = actAs(name).person
    for (const id of [open, sealed]) {
      expect(await asked(name, sql`sees_case(${id})`)).toBe(false)
      expect(await asked(name, sql`grant_case_access(${id}, ${own})`)).toBe(false)
      expect(await asked(name, sql`end_case_access(${id}, ${personOf('paula')})`)).toBe(false)
      expect(await asked(name, sql`record_case_conflict(${id}, ${own})`)).toBe(false)
    }
    const other = await childOf(stage, sealed)
    expect(await asked(name, sql`merge_children(${child}, ${other})`)).toBeNull()
    expect(await asked(name, sql`(select count(*)::int from notes_to_reseal(${child}, ${other}))`)).toBe(0)
    if (name !== 'priya') {
      expect(await asked(name, sql`erasure_state(${child})`)).toBeNull()
      expect(await asked(name, sql`erase_individual(${child})`)).toBe(false)
    }
    await expect(asked(name, sql`may_merge(${child}, ${other})`)).rejects.toThrow(/permission denied/)
  })

  it('lets a member of the team take nobody in and put nobody out', async () => {
    expect(await asked('paula', sql`grant_case_access(${open}, ${personOf('ada')})`)).toBe(false)
    expect(await asked('paula', sql`end_case_access(${open}, ${personOf('carmen')})`)).toBe(false)
    expect(await asked('paula', sql`record_case_conflict(${open}, ${personOf('carmen')})`)).toBe(false)
  })

  it('lets nobody into a sealed case that has nobody left', async () => {
    const id = await aCase(stage, { by: 'cole', sealed: true })
    expect(await asked('cole', sql`end_case_access(${id}, ${personOf('cole')})`)).toBe(true)
    for (const name of ['carmen', 'cole', 'ines'] as const)
      expect(await asked(name, sql`grant_case_access(${id}, ${actAs(name).person})`)).toBe(false)
  })

  it('merges for a coordinator only', async () => {
    const second = await childOf(stage, await aCase(stage))
    for (const name of ['ines', 'paula'] as const)
      expect(await asked(name, sql`merge_children(${child}, ${second})`)).toBeNull()
  })

  it('breaks no glass for roles without it, nor for longer than four hours', async () => {
    const { number } = (await rowsOf('carmen', 'cases')).find(({ case_id }) => case_id === open) ?? { number: '' }
    for (const name of ['dev', 'amos', 'priya', 'mona', 'bruno', 'cole'] as const)
      expect(await asked(name, sql`open_break_glass(${number}, 60)`)).toBeNull()
    expect(await asked('ada', sql`open_break_glass(${number}, 241)`)).toBeNull()
  })
})

describe('access that ended', () => {
  it('ends every way to a case on the next statement, for each who had it', async () => {
    const id = await aCase(stage, { team: narrow })
    await stage.fresh.database.transactAs(asService, (trx) =>
      trx
        .updateTable('people')
        .set({ ended_at: new Date() })
        .where('center_id', '=', asService.center)
        .where('person_id', '=', personOf('milo'))
        .execute(),
    )
    expect(await asked('milo', sql`sees_case(${id})`)).toBe(false)
    expect(await rowsOf('milo', 'cases')).toEqual([])
    expect(await asked('imani', sql`sees_case(${id})`)).toBe(true)
  })
})

describe('nobody', () => {
  it.each(castNames)('writes who is let in by a plain statement: %s', async (name) => {
    const { center, person } = actAs(name)
    const row = { center_id: center, person_id: person ?? '', case_id: open, kind: 'team', until: null }
    await expect(as(name, (trx) => trx.insertInto('case_access').values(row).execute())).rejects.toThrow(/permission/)
    await expect(as(name, (trx) => trx.deleteFrom('erasures').execute())).rejects.toThrow(/permission/)
  })
})
