// The audit entry goes along with the commit: where it is refused, nothing of the transaction is kept, and the caller hears of it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { insertAuditEntry } from '../../src/access/index.ts'
import { asAda, asImani, castCenters } from '../cast.ts'
import { aSetUpLink } from '../factories.ts'
import { freshDatabase, type Fresh } from '../database/databases.ts'

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
  await castCenters(fresh.database)
})
afterAll(() => fresh.close())

const links = () => fresh.database.transactAs(asAda, (trx) => trx.selectFrom('setup_links').select('link_id').execute())
const entries = () =>
  fresh.database.transactAs(asAda, (trx) => trx.selectFrom('audit_entries').select('event').execute())

describe('an audit entry', () => {
  it('is there after the commit, and so is what was done', async () => {
    await fresh.database.transactAs(asAda, async (trx) => {
      await insertAuditEntry(trx, asAda, { event: 'cases-listed' })
      await trx.insertInto('setup_links').values(aSetUpLink()).execute()
      await insertAuditEntry(trx, asAda, { event: 'case-searched' })
    })
    expect((await entries()).map(({ event }) => event).sort()).toEqual(['case-searched', 'cases-listed'])
    expect(await links()).toHaveLength(1)
  })

  it('in another’s name is refused, and takes everything with it', async () => {
    const work = fresh.database.transactAs(asAda, async (trx) => {
      await insertAuditEntry(trx, asImani, { event: 'cases-listed' })
      await trx.insertInto('setup_links').values(aSetUpLink()).execute()
    })
    await expect(work).rejects.toThrow(/row-level security/)
    expect([(await links()).length, (await entries()).length]).toEqual([1, 2])
  })

  it('of a transaction that failed before its commit is not kept, nor carried into the next one', async () => {
    const work = fresh.database.transactAs(asAda, async (trx) => {
      await insertAuditEntry(trx, asAda, { event: 'cases-listed' })
      throw new Error('stop')
    })
    await expect(work).rejects.toThrow('stop')
    await Promise.all(Array.from({ length: 30 }, links))
    expect(await entries()).toHaveLength(2)
  })
})
