// Changing a case: closed and reopened, its team, conflicts of interest, sealed, legal hold, broken glass. What is invalid and what
// is done; who is refused is tried in doors.test.ts.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { listAlerts } from '../../src/access/index.ts'
import {
  addToTeam,
  breakGlass,
  closeCase,
  getCase,
  leaveCase,
  liftLegalHold,
  listCases,
  recordConflict,
  removeFromTeam,
  reopenCase,
  sealCase,
  setLegalHold,
  unsealCase,
} from '../../src/casework/index.ts'
import { personId, type CaseId } from '../../src/shared/index.ts'
import { actAs, personOf, signedInAs, type CastName } from '../cast.ts'
import {
  aCase,
  expectShut,
  isDry,
  loggedBy,
  maya,
  nobody,
  setStage,
  valueOf,
  type Logged,
  type Stage,
} from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const carmen = signedInAs('carmen')
const seen = (name: CastName, id: CaseId) => getCase(stage.casework, signedInAs(name), id)
const done = { ok: true, value: undefined }
const refused = (reason: string) => ({ ok: false, reason })
const about = (entries: readonly Logged[]) => entries.map(({ event, subject_id }) => [event, subject_id])

describe('closing a case', () => {
  it('is refused when somebody else changed it meanwhile, or when it is closed already', async () => {
    const id = await aCase(stage)
    expect(await reopenCase(stage.casework, carmen, { id, version: 1 })).toEqual(refused('not-closed'))
    expect(await closeCase(stage.casework, carmen, { id, version: 7 })).toEqual(refused('changed-meanwhile'))
    valueOf(await closeCase(stage.casework, carmen, { id, version: 1 }))
    expect(await closeCase(stage.casework, carmen, { id, version: 2 })).toEqual(refused('already-closed'))
  })

  it('happens once when two do it at the same time', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    const both = await Promise.all(
      (['carmen', 'ada'] as const).map((name) => closeCase(stage.casework, signedInAs(name), { id, version: 1 })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('closes on the day of the center, opens again, and writes both down', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    const entries = await loggedBy(stage, 'ada', async () => {
      expect(await closeCase(stage.casework, signedInAs('ada'), { id, version: 1 })).toEqual(done)
      expect(await reopenCase(stage.casework, signedInAs('ada'), { id, version: 2 })).toEqual(done)
    })
    expect(entries.map(({ event, reason }) => [event, reason])).toEqual([
      ['case-changed', 'closed'],
      ['case-changed', 'reopened'],
    ])
    expect(entries.every(isDry)).toBe(true)
    expect(await seen('ada', id)).toMatchObject({ closedOn: null, version: 3 })
  })

  it('takes the day of the center, not of London', async () => {
    const evening = { ...stage.casework, now: () => new Date('2026-11-26T03:30:00Z') }
    const id = await aCase(stage)
    valueOf(await closeCase(evening, carmen, { id, version: 1 }))
    expect((await seen('carmen', id)).closedOn).toBe('2026-11-25')
  })
})

describe('the team', () => {
  it('takes nobody who is not there, of another center, without a role for cases, in conflict, or on it already', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    valueOf(await recordConflict(stage.casework, carmen, { id, member: personOf('imani') }))
    const adding = (member: CastName) => addToTeam(stage.casework, carmen, { id, member: personOf(member) })
    expect(await addToTeam(stage.casework, carmen, { id, member: personId(nobody) })).toEqual(refused('no-such-person'))
    expect(await adding('bruno')).toEqual(refused('no-such-person'))
    expect(await adding('amos')).toEqual(refused('no-case-role'))
    expect(await adding('imani')).toEqual(refused('conflict'))
    expect(await adding('ada')).toEqual(refused('already-on-team'))
  })

  it('lets a person in at once and out at once, and writes both down', async () => {
    const id = await aCase(stage)
    const member = personOf('ada')
    await expectShut(seen('ada', id))
    const entries = await loggedBy(stage, 'carmen', async () => {
      expect(await addToTeam(stage.casework, carmen, { id, member })).toEqual(done)
      await seen('ada', id)
      expect(await removeFromTeam(stage.casework, carmen, { id, member })).toEqual(done)
    })
    await expectShut(seen('ada', id))
    expect(about(entries)).toEqual([
      ['team-added', member],
      ['team-removed', member],
    ])
    expect(await removeFromTeam(stage.casework, carmen, { id, member })).toEqual(refused('not-on-team'))
  })

  it('lets anybody leave, and out of the list of the team', async () => {
    const id = await aCase(stage, { team: ['dev'] })
    expect(await leaveCase(stage.casework, signedInAs('dev'), id)).toEqual(done)
    await expectShut(seen('dev', id))
    expect((await seen('carmen', id)).team.map(({ name }) => name)).toEqual(['Carmen Ruiz'])
  })

  it('of a sealed case is never empty: nobody could see it any more', async () => {
    const id = await aCase(stage, { sealed: true })
    expect(await leaveCase(stage.casework, carmen, id)).toEqual(refused('last-member'))
    const conflict = await recordConflict(stage.casework, carmen, { id, member: carmen.person })
    expect(conflict).toEqual(refused('last-member'))
    expect(await seen('carmen', id)).toMatchObject({ onTeam: true })
    valueOf(await addToTeam(stage.casework, carmen, { id, member: personOf('cole') }))
    expect(await leaveCase(stage.casework, carmen, id)).toEqual(done)
    await expectShut(seen('carmen', id))
    expect((await seen('cole', id)).team.map(({ name }) => name)).toEqual(['Cole Vance'])
  })
})

describe('a conflict of interest', () => {
  it('of nobody, or recorded before, is said', async () => {
    const id = await aCase(stage)
    const record = (member: CastName) => recordConflict(stage.casework, carmen, { id, member: personOf(member) })
    expect(await record('bruno')).toEqual(refused('no-such-person'))
    expect(await record('ada')).toEqual(done)
    expect(await record('ada')).toEqual(refused('already-recorded'))
  })

  it('ends the team, the list, and broken glass of who has it, whatever her role', async () => {
    const id = await aCase(stage, { team: ['ines'] })
    const { number } = await seen('carmen', id)
    const entries = await loggedBy(stage, 'carmen', async () => {
      expect(await recordConflict(stage.casework, carmen, { id, member: personOf('ines') })).toEqual(done)
    })
    expect(about(entries)).toEqual([['conflict-recorded', personOf('ines')]])
    await expectShut(seen('ines', id))
    const { cases } = await listCases(stage.casework, signedInAs('ines'))
    expect(cases.map((one) => one.id)).not.toContain(id)
    const glass = await breakGlass(stage.casework, signedInAs('ines'), { number, reason: 'child-in-danger' })
    expect(glass).toEqual(done)
    expect((await seen('carmen', id)).team.map(({ name }) => name)).toEqual(['Carmen Ruiz'])
  })

  it.each(['paula', 'ines', 'carmen'] as const)('may be said by %s of herself, who is out with that', async (name) => {
    const id = await aCase(stage, { by: 'cole', team: ['paula', 'ines', 'carmen'] })
    const who = signedInAs(name)
    const entries = await loggedBy(stage, name, async () => {
      expect(await recordConflict(stage.casework, who, { id, member: who.person })).toEqual(done)
    })
    expect(about(entries)).toEqual([['conflict-recorded', who.person]])
    await expectShut(seen(name, id))
  })
})

describe('a seal and a legal hold', () => {
  it('say when it is so already, and when somebody else changed the case meanwhile', async () => {
    const id = await aCase(stage)
    expect(await unsealCase(stage.casework, carmen, { id, version: 1 })).toEqual(refused('already-so'))
    expect(await liftLegalHold(stage.casework, carmen, { id, version: 1 })).toEqual(refused('already-so'))
    expect(await sealCase(stage.casework, carmen, { id, version: 2 })).toEqual(refused('changed-meanwhile'))
  })

  it('close the case to all but its team, open it again, and are written down', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    await seen('cole', id)
    const entries = await loggedBy(stage, 'carmen', async () => {
      expect(await sealCase(stage.casework, carmen, { id, version: 1 })).toEqual(done)
      await expectShut(seen('cole', id))
      await seen('ada', id)
      expect(await setLegalHold(stage.casework, carmen, { id, version: 2 })).toEqual(done)
      expect(await liftLegalHold(stage.casework, carmen, { id, version: 3 })).toEqual(done)
      expect(await unsealCase(stage.casework, carmen, { id, version: 4 })).toEqual(done)
    })
    await seen('cole', id)
    const events = ['case-sealed', 'legal-hold-set', 'legal-hold-lifted', 'case-unsealed']
    expect(entries.map(({ event }) => event)).toEqual(events)
  })
})

describe('broken glass', () => {
  const reason = 'child-in-danger'

  it('answers alike for a number that is wrong, of another center, in conflict, or no number at all', async () => {
    const theirs = (await seen('hana', await aCase(stage, { by: 'hana', child: { ...maya, given: 'Noor' } }))).number
    const id = await aCase(stage)
    valueOf(await recordConflict(stage.casework, carmen, { id, member: personOf('ada') }))
    const conflicted = (await seen('carmen', id)).number
    for (const number of ['1999-0001', conflicted, 'x', '']) {
      const entries = await loggedBy(stage, 'ada', async () => {
        expect(await breakGlass(stage.casework, signedInAs('ada'), { number, reason })).toEqual(done)
      })
      expect(entries).toMatchObject([{ event: 'glass-refused', subject_id: null, case_id: null, fields: [], reason }])
    }
    expect(theirs).toMatch(/^2026-/)
    const opened = await breakGlass(stage.casework, signedInAs('bruno'), { number: '2026-0999', reason })
    expect(opened).toEqual(done)
  })

  it.each(['paula', 'amos', 'priya', 'mona', 'stan'] as const)('is refused to %s', async (name) => {
    const { number } = await seen('carmen', await aCase(stage))
    await expectShut(breakGlass(stage.casework, signedInAs(name), { number, reason }))
  })

  it('needs a reason of the list and 1 to 240 minutes', async () => {
    const glass = (more: object) =>
      breakGlass(stage.casework, signedInAs('ada'), { number: '2026-0001', reason, ...more })
    expect(await glass({ reason: 'curious' })).toEqual(refused('reason-needed'))
    for (const minutes of [0, 241, 1.5, Number.NaN]) expect(await glass({ minutes })).toEqual(refused('minutes-wrong'))
  })

  it('opens a sealed case to read for a time, tells the privacy officer at once, and ends', async () => {
    const id = await aCase(stage, { sealed: true })
    const { number } = await seen('carmen', id)
    const entries = await loggedBy(stage, 'ada', async () => {
      expect(valueOf(await breakGlass(stage.casework, signedInAs('ada'), { number: ` ${number} `, reason }))).toBe(id)
    })
    expect(entries.map((one) => [one.event, one.case_id, one.reason]).sort()).toEqual([
      ['alert-raised', id, 'glass-broken'],
      ['glass-broken', id, reason],
    ])
    expect((await seen('ada', id)).may).toEqual(['see', 'reveal'])
    const { database } = stage.fresh
    const alerts = await listAlerts(database, signedInAs('priya'))
    expect(alerts.filter((one) => one.case === id)).toMatchObject([
      { reason: 'glass-broken', name: 'Ada Okafor', number },
    ])
    expect(await listAlerts(database, signedInAs('helen'))).toEqual([])
    await expectShut(listAlerts(database, signedInAs('carmen')))
    await stage.fresh.database.asOwner(async (trx) => {
      await sql.raw(`set local footbridge.center_id = '${carmen.center}'`).execute(trx)
      const past = new Date(Date.now() - 1000)
      await trx
        .updateTable('case_access')
        .set({ until: past })
        .where('person_id', '=', actAs('ada').person ?? '')
        .execute()
    })
    await stage.fresh.database.transactAs(actAs('ada'), async (trx) => {
      expect((await trx.selectFrom('case_access').select('until').execute()).some(({ until }) => until !== null)).toBe(
        true,
      )
    })
    await expectShut(seen('ada', id))
  })
})
