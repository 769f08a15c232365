// Row-level security as each role, with no filter in the query: what a center cannot see does not exist for it.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Actor, Trx } from '../../src/database/index.ts'
import { addTotals } from '../../src/statistics/page-total-queries.ts'
import { asAda, asBruno, asService, castCenters, centers } from '../cast.ts'
import { aPageTotal, aSetUpLink, anAuditEntry } from '../factories.ts'
import { freshDatabase, type Fresh } from './databases.ts'

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
  await castCenters(fresh.database)
  for (const actor of [asAda, asBruno]) {
    await as(actor, (trx) =>
      trx
        .insertInto('setup_links')
        .values(aSetUpLink({ center: actor.center }))
        .execute(),
    )
    await as(actor, (trx) =>
      trx
        .insertInto('audit_entries')
        .values(anAuditEntry({ center: actor.center, person: actor.person }))
        .execute(),
    )
    await as(actor, (trx) =>
      trx
        .insertInto('public_counts')
        .values(aPageTotal({ center: actor.center }))
        .execute(),
    )
  }
})
afterAll(() => fresh.close())

const aTotal = { day: '2026-11-24', language: 'en', page: 'get /learn', total: 1 }

const as = <Value>(actor: Actor, work: (trx: Trx) => Promise<Value>): Promise<Value> =>
  fresh.database.transactAs(actor, work)
const tables = ['centers', 'setup_links', 'public_counts', 'audit_entries'] as const

describe.each(tables)('%s without any filter', (table) => {
  it('shows each center its own row and no other', async () => {
    for (const actor of [asAda, asBruno, asService]) {
      const rows = await as(actor, (trx) => trx.selectFrom(table).select('center_id').execute())
      expect(rows).toEqual([{ center_id: actor.center }])
    }
  })
})

describe('writing into another center', () => {
  it('is refused for a new row', async () => {
    await expect(
      as(asAda, (trx) =>
        trx
          .insertInto('setup_links')
          .values(aSetUpLink({ center: asBruno.center }))
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(asAda, (trx) =>
        trx
          .insertInto('audit_entries')
          .values(anAuditEntry({ center: asBruno.center, person: asAda.person }))
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(as(asAda, (trx) => addTotals(trx, asBruno.center, [aTotal]))).rejects.toThrow(/row-level security/)
  })

  it('finds no row to change, and refuses to move one there', async () => {
    const changed = await as(asAda, (trx) =>
      trx
        .updateTable('setup_links')
        .set({ revoked_at: new Date() })
        .where('center_id', '=', asBruno.center)
        .executeTakeFirst(),
    )
    expect(Number(changed.numUpdatedRows)).toBe(0)
    await expect(
      as(asAda, (trx) => trx.updateTable('setup_links').set({ center_id: asBruno.center }).execute()),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('the role that serves pages', () => {
  it('is neither superuser nor free of row-level security, and owns nothing', async () => {
    const { rows } = await as(asAda, (trx) =>
      sql<{
        rolsuper: boolean
        rolbypassrls: boolean
        owned: string
      }>`select rolsuper, rolbypassrls, (select count(*) from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`.execute(
        trx,
      ),
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: '0' }])
  })

  it.each([
    'update audit_entries set event = $$x$$',
    'delete from audit_entries',
    'truncate audit_entries',
    'delete from setup_links',
    'delete from public_counts',
    'update centers set name = $$x$$',
    'insert into centers (center_id, name) values (gen_random_uuid(), $$x$$)',
    'delete from schema_migrations',
    'create table mine (a int)',
    'alter table centers disable row level security',
    'set role footbridge_owner',
  ])('may not: %s', async (statement) => {
    await expect(as(asAda, (trx) => sql.raw(statement).execute(trx))).rejects.toThrow(/permission denied|must be owner/)
  })
})

describe('a connection', () => {
  it('does not carry a center over to the next transaction', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        as(at % 2 === 0 ? asAda : asBruno, async (trx) => {
          const rows = await trx.selectFrom('centers').select('name').execute()
          expect(rows).toEqual([{ name: at % 2 === 0 ? centers.riverbend.name : centers.highdesert.name }])
        }),
      ),
    )
  })

  it('keeps nothing of a transaction that failed', async () => {
    const link = aSetUpLink()
    await expect(
      as(asAda, async (trx) => {
        await trx.insertInto('setup_links').values(link).execute()
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(
      await as(asAda, (trx) =>
        trx.selectFrom('setup_links').select('link_id').where('link_id', '=', link.link_id).execute(),
      ),
    ).toEqual([])
  })

  it('refuses an actor whose id is not a UUID', async () => {
    const forged = { center: "x'; drop table centers; --", person: null } as unknown as Actor
    await expect(as(forged, () => Promise.resolve())).rejects.toThrow(RangeError)
  })
})

describe('the look-up before sign-in', () => {
  it('finds a center by its host, in any case, and none for another host', async () => {
    expect(await fresh.database.beforeSignIn.centerForHost('Riverbend.example')).toBe(centers.riverbend.id)
    expect(await fresh.database.beforeSignIn.centerForHost('other.example')).toBeUndefined()
  })
})
