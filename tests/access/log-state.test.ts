// The state of the log and its check, as the privacy officer asks for them: whole, not proved, changed by who administers the
// database, too long; each check is one entry, and the last one is remembered.

import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  auditKeyOf,
  auditProofIn,
  checkLog,
  insertAuditEntry,
  logState,
  openAuditSeed,
  openSequencer,
  type AuditProof,
  type Sequencer,
} from '../../src/access/index.ts'
import { actAs, centers, signedInAs } from '../cast.ts'
import { expectShut, loggedBy, setStage, valueOf, type Stage } from '../casework/stage.ts'

const center = centers.riverbend.id
const priya = signedInAs('priya')
let stage: Stage
let sequencer: Sequencer
let proof: AuditProof

beforeAll(async () => {
  stage = await setStage()
  const { database, folder } = stage.fresh
  proof = auditProofIn({ environment: {}, dataFolder: folder })
  sequencer = openSequencer({
    ...{ database, center, now: () => new Date(), publish: () => Promise.resolve(), log: () => undefined },
    key: auditKeyOf(openAuditSeed(join(folder, 'keys', 'audit.key')), center),
  })
})
afterAll(async () => {
  await sequencer.stop()
  await stage.close()
})

const check = async () => valueOf(await checkLog({ database: stage.fresh.database, proof }, priya))
const state = () => logState(stage.fresh.database, priya)

const addEntries = (count: number): Promise<void> =>
  stage.fresh.database.transactAs(actAs('ada'), async (trx) => {
    for (let times = 0; times < count; times++) await insertAuditEntry(trx, actAs('ada'), { event: 'cases-listed' })
  })

/** As who administers the database and lifts the wall first. */
const asOwner = (statement: string): Promise<void> =>
  stage.fresh.database.asOwner(async (trx) => {
    await sql.raw('alter table audit_entries no force row level security').execute(trx)
    await sql.raw(statement).execute(trx)
    await sql.raw('alter table audit_entries force row level security').execute(trx)
  })

describe('the log', () => {
  it('that nothing proves yet is said to be so, not to be wrong', async () => {
    await addEntries(20)
    expect(await state()).toMatchObject({ entries: 0, checkpoint: undefined, lastCheck: undefined })
    expect((await state()).waiting).toBeGreaterThanOrEqual(20)
    await sequencer.place()
    expect((await check()).outcome).toBe('log-unproved')
    expect((await state()).lastCheck?.outcome).toBe('log-unproved')
  })

  it('that was signed is whole; each check is one entry, and the last one is remembered', async () => {
    await sequencer.sign()
    const before = await state()
    expect(before).toMatchObject({ waiting: 0, checkpoint: { size: before.entries } })
    const entries = await loggedBy(stage, 'priya', async () => {
      const { outcome, verdict } = await check()
      expect([outcome, verdict.covered, verdict.problems]).toEqual(['log-whole', before.entries, []])
    })
    expect(entries).toMatchObject([{ event: 'audit-seen', subject_kind: 'audit-log', reason: 'log-whole' }])
    expect((await state()).lastCheck?.outcome).toBe('log-whole')
  })

  it('that is longer than a page can check is left to the command line, and the last check stays the last', async () => {
    const before = await state()
    const entries = await loggedBy(stage, 'priya', async () => {
      const checked = await checkLog({ database: stage.fresh.database, proof, longest: 5 }, priya)
      expect(checked).toEqual({ ok: false, reason: 'too-long' })
    })
    expect(entries).toMatchObject([{ event: 'audit-seen', reason: 'log-too-long' }])
    expect((await state()).lastCheck).toEqual(before.lastCheck)
  })

  it('is neither shown nor checked to somebody else', async () => {
    const { database } = stage.fresh
    for (const name of ['amos', 'carmen', 'ada', 'stan'] as const) {
      await expectShut(logState(database, signedInAs(name)))
      await expectShut(checkLog({ database, proof }, signedInAs(name)))
    }
    expect((await logState(database, signedInAs('helen'))).entries).toBe(0)
  })

  it('of which somebody changed an entry is wrong, and the check says where', async () => {
    await asOwner(`update audit_entries set event = 'signed-in' where event = 'cases-listed'
      and entry_id = (select entry_id from audit_entries where event = 'cases-listed' order by entry_id limit 1)`)
    const { outcome, verdict } = await check()
    expect(outcome).toBe('log-wrong')
    expect(verdict.problems.length).toBeGreaterThan(0)
    expect((await state()).lastCheck?.outcome).toBe('log-wrong')
  })

  it('whose key is gone is not called whole', async () => {
    const lost = auditProofIn({ environment: {}, dataFolder: join(stage.fresh.folder, 'elsewhere') })
    const checked = valueOf(await checkLog({ database: stage.fresh.database, proof: lost }, priya))
    expect(checked.outcome).toBe('log-wrong')
  })
})
