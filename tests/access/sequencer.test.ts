// The audit log on a real database: entries of many transactions at once get their places, a checkpoint covers them, and
// whoever rewrites rows as the owner of the database is found against the checkpoint that was kept elsewhere.

import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { insertAuditEntry } from '../../src/access/audit-queries.ts'
import { auditKeyOf, openAuditSeed } from '../../src/access/audit-keys.ts'
import { appendCheckpoint, checkpointFile, readCheckpoints } from '../../src/access/checkpoint-file.ts'
import { checkAudit } from '../../src/access/check-audit.ts'
import { verifyingKeyOf } from '../../src/access/audit/index.ts'
import { openSequencer, type Sequencer } from '../../src/access/sequencer.ts'
import { asAda, castCenters } from '../cast.ts'
import { freshDatabase, silent, temporaryFolder, type Fresh } from '../database/databases.ts'

let fresh: Fresh
let sequencer: Sequencer
const { folder, remove } = temporaryFolder()
const center = asAda.center
const key = auditKeyOf(openAuditSeed(join(folder, 'audit.seed')), center)

const start = (): Sequencer =>
  openSequencer({
    database: fresh.database,
    center,
    key,
    now: () => new Date(),
    publish: (note) => appendCheckpoint(folder, center, note),
    log: silent,
  })

beforeAll(async () => {
  fresh = await freshDatabase()
  await castCenters(fresh.database)
  sequencer = start()
  await addEntries(200)
  await sequencer.sign()
})
afterAll(async () => {
  await sequencer.stop()
  await fresh.close()
  remove()
})

const addEntries = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      fresh.database.transactAs(asAda, (trx) => insertAuditEntry(trx, asAda, { event: 'cases-listed' })),
    ),
  )

const check = async () => {
  const kept = await readCheckpoints(checkpointFile(folder, center))
  return checkAudit({ database: fresh.database, center, keys: [verifyingKeyOf(key)], kept })
}

/** As who administers the database and lifts the walls first. */
const asOwner = (statement: string) =>
  fresh.database.asOwner(async (trx) => {
    for (const table of ['audit_entries', 'audit_leaves', 'audit_checkpoints'])
      await sql.raw(`alter table ${table} no force row level security`).execute(trx)
    await sql.raw(statement).execute(trx)
    for (const table of ['audit_entries', 'audit_leaves', 'audit_checkpoints'])
      await sql.raw(`alter table ${table} force row level security`).execute(trx)
  })

describe('the sequencer', () => {
  it('places every entry of 200 transactions at once, without a gap, and the log is clean', async () => {
    expect(await check()).toMatchObject({ clean: true, entries: 200, covered: 200, problems: [] })
  })

  it('goes on after a restart where it stopped, and with a second one beside it', async () => {
    await sequencer.stop()
    sequencer = start()
    const beside = start()
    await addEntries(60)
    await Promise.all([sequencer.place(), beside.place()])
    await beside.stop()
    await sequencer.sign()
    expect(await check()).toMatchObject({ clean: true, entries: 260, covered: 260 })
  })

  it('refuses to sign with a file that others may read', () => {
    expect(() => openAuditSeed('/etc/hostname')).toThrow(/Others may read/)
  })
})

describe('whoever rewrites the database', () => {
  it.each([
    [
      'changes an entry',
      `update audit_entries set event = 'case-seen' where entry_id = (select entry_id from audit_leaves where sequence = 7)`,
      'truncated|fork|changed',
    ],
    ['takes the last entries away', `delete from audit_leaves where sequence > 250`, 'truncated'],
    ['takes one out of the middle', `delete from audit_leaves where sequence = 100`, 'missing|fork'],
  ])('%s: it is found, by the checkpoint kept elsewhere', async (_, statement, kinds) => {
    await expect(asOwner(`${statement}; delete from audit_checkpoints`)).resolves.toBeUndefined()
    const verdict = await check()
    expect(verdict.clean).toBe(false)
    expect(verdict.problems.map(({ kind }) => kind).join(' ')).toMatch(new RegExp(kinds))
  })
})
