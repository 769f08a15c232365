// What nobody may change of herself, column by column of the schema: tried by plain SQL as each person of the cast, past every
// check of the application (a peer let users move themselves into other groups).

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { actAs, castCenters, castNames, castPeople, personOf, type CastName } from '../cast.ts'
import { freshDatabase, type Fresh } from '../database/databases.ts'

let fresh: Fresh
let columns: readonly { readonly table: string; readonly column: string }[] = []
beforeAll(async () => {
  fresh = await freshDatabase()
  await castCenters(fresh.database)
  await castPeople(fresh.database)
  const { rows } = await fresh.database.asOwner((trx) =>
    sql<{ table: string; column: string }>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and table_name in ('people', 'person_roles') order by 1, 2`.execute(trx),
  )
  columns = rows
})
afterAll(() => fresh.close())

/** The allow-list: of her own row a person changes these and nothing else. */
const own = new Set(['people.name', 'people.language'])

const other: Readonly<Record<string, string>> = {
  center_id: `'22222222-2222-4222-8222-222222222222'`,
  person_id: 'gen_random_uuid()',
  agency_id: 'gen_random_uuid()',
  name: `'Another Name'`,
  email: `'other@riverbend.example'`,
  discipline: `case discipline when 'school' then 'shelter' else 'school' end`,
  language: `'es'`,
  role: `'administrator'`,
  granted_by: 'gen_random_uuid()',
}

async function changes(name: CastName, statement: string): Promise<number> {
  let rows = 0
  await fresh.database
    .transactAs(actAs(name), async (trx) => {
      rows = Number((await sql.raw(statement).execute(trx)).numAffectedRows ?? 0n)
      throw new Error('undo')
    })
    .catch(() => undefined)
  return rows
}

describe('a person changes of herself', () => {
  it.each(castNames)('%s: name and language, and no other column of the schema', async (name) => {
    const changed: string[] = []
    for (const { table, column } of columns) {
      const value = other[column] ?? 'now()'
      const rows = await changes(name, `update ${table} set ${column} = ${value} where person_id = '${personOf(name)}'`)
      if (rows > 0) changed.push(`${table}.${column}`)
    }
    expect(changed.sort()).toEqual([...own].sort())
    expect(columns.length).toBeGreaterThan(12)
  })

  it.each(castNames)('%s: no role given, none taken', async (name) => {
    const { center } = actAs(name)
    const give = `insert into person_roles values ('${center}', '${personOf(name)}', 'statistics', now(), null), ('${center}', '${personOf(name)}', 'privacy-officer', now(), null)`
    expect(await changes(name, give)).toBe(0)
    expect(await changes(name, `delete from person_roles where person_id = '${personOf(name)}'`)).toBe(0)
  })

  it('but an administrator gives a colleague a role, so that these are no empty threats', async () => {
    const { center } = actAs('amos')
    expect(
      await changes(
        'amos',
        `insert into person_roles values ('${center}', '${personOf('mona')}', 'statistics', now(), null)`,
      ),
    ).toBe(1)
  })
})
