// The plain version for the family: roles not names, nothing of investigators where a case is sealed, and for a caregiver only once
// one is recorded as safe.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addCaregiver, getCase } from '../../src/casework/index.ts'
import type { CaseId } from '../../src/shared/index.ts'
import { plantReads } from './reading-stage.ts'
import { cast, castNames, centers, personOf, signedInAs, type CastName } from '../cast.ts'
import { aCase, expectShut, loggedBy, nobody, setStage, valueOf, type Stage } from '../casework/stage.ts'
import { isPlainReader, plainDays, plainLog, type PlainReader } from '../../src/access/reading/index.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const zone = 'America/Chicago'
const priya = signedInAs('priya')
const read = (id: string, reader: PlainReader = 'child') => plainLog(stage.fresh.database, priya, { id, reader, zone })

/** In the past, so that the days of opening the case do not mix in. */
const at = (name: CastName, moment: string, more: object = {}) => ({ person: personOf(name), at: moment, ...more })
const daysOf = async (id: string) => valueOf(await read(id)).filter(({ day }) => day < '2026-11-01')

async function caregiver(id: CaseId, safety: 'safe' | 'not-safe' | 'unknown'): Promise<void> {
  const form = { given: 'Rosa', surname: 'Rivera', relationship: 'mother', safety }
  valueOf(await addCaregiver(stage.casework, signedInAs('carmen'), { id, caregiver: form }))
}

describe('the plain version', () => {
  it('says the day in the zone of the center, the profession and how often; a minute is once', async () => {
    const id = await aCase(stage)
    await plantReads(stage.fresh, centers.riverbend.id, [
      at('paula', '2026-10-06T15:00:00Z', { case: id }),
      at('paula', '2026-10-06T15:00:20Z', { case: id, event: 'note-seen' }),
      at('paula', '2026-10-06T15:05:00Z', { case: id, event: 'field-revealed', fields: ['birth_date'] }),
      at('ada', '2026-10-07T03:00:00Z', { case: id }),
      at('abel', '2026-10-06T15:00:00Z', { case: id }),
      at('ada', '2026-10-06T16:00:00Z', { case: id, event: 'alert-raised', reason: 'glass-broken' }),
      { person: null, at: '2026-10-06T16:00:00Z', case: id, event: 'alert-raised' },
      at('clara', '2026-10-08T16:00:00Z', { case: id }),
      at('clara', '2026-10-08T16:00:00Z', { case: nobody }),
    ])
    expect(await daysOf(id)).toEqual([
      { day: '2026-10-08', discipline: 'mental-health', times: 1 },
      { day: '2026-10-06', discipline: 'advocacy', times: 2 },
      { day: '2026-10-06', discipline: 'law-enforcement', times: 2 },
    ])
  })

  it('holds no name, no id and no number', async () => {
    const id = await aCase(stage, { team: ['ada', 'paula', 'clara'] })
    for (const name of ['ada', 'paula', 'clara'] as const) await getCase(stage.casework, signedInAs(name), id)
    const text = JSON.stringify(valueOf(await read(id)))
    expect(text).toContain('law-enforcement')
    for (const name of castNames)
      for (const word of cast[name].name.split(' ')) expect(text).not.toMatch(new RegExp(`\\b${word}\\b`))
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|\d{4}-\d{4}/)
  })

  it.each([true, false])(
    'withholds what investigators read of a sealed case and of no other (sealed: %s)',
    async (sealed) => {
      const id = await aCase(stage, { sealed })
      await plantReads(stage.fresh, centers.riverbend.id, [
        at('paula', '2026-10-06T15:00:00Z', { case: id }),
        at('ada', '2026-10-06T15:00:00Z', { case: id }),
      ])
      const shown = (await daysOf(id)).map(({ discipline }) => discipline)
      expect(shown).toEqual(sealed ? ['advocacy'] : ['advocacy', 'law-enforcement'])
    },
  )

  it('calls police, prosecution and child protection investigators, and nobody else', () => {
    const disciplines = ['law-enforcement', 'prosecution', 'child-protection', 'medical', 'defender', 'school'] as const
    const days = disciplines.map((discipline) => ({ day: '2026-10-06', discipline, times: 1 }))
    expect(plainDays(days, true).map(({ discipline }) => discipline)).toEqual(['defender', 'medical', 'school'])
    expect(plainDays(days, false)).toHaveLength(6)
  })

  it.each(['unknown', 'not-safe'] as const)('is not made for a caregiver where one is %s', async (safety) => {
    const id = await aCase(stage)
    await caregiver(id, safety)
    const entries = await loggedBy(stage, 'priya', async () => {
      expect(await read(id, 'caregiver')).toMatchObject({ ok: false, reason: { code: 'no-safe-caregiver' } })
    })
    expect(entries).toMatchObject([{ event: 'audit-seen', subject_id: id, reason: 'no-safe-caregiver' }])
    expect((await read(id, 'child')).ok).toBe(true)
  })

  it.each(['child', 'caregiver'] as const)(
    'is made for the %s where a caregiver is safe, with one entry',
    async (reader) => {
      const id = await aCase(stage)
      await caregiver(id, 'safe')
      const entries = await loggedBy(stage, 'priya', async () => expect((await read(id, reader)).ok).toBe(true))
      expect(entries).toMatchObject([
        { event: 'audit-exported', subject_id: id, case_id: null, reason: `for-${reader}` },
      ])
    },
  )

  it('is refused to whoever is no privacy officer, and for no such case', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    for (const name of ['ada', 'carmen', 'amos', 'helen'] as const)
      await expectShut(plainLog(stage.fresh.database, signedInAs(name), { id, reader: 'child', zone }))
    await expectShut(read(nobody))
  })

  it('is for two readers', () => {
    expect(['child', 'caregiver', 'police', ''].map(isPlainReader)).toEqual([true, true, false, false])
  })
})

describe('a person whose access ended', () => {
  it('stays in the list with her profession', async () => {
    const id = await aCase(stage)
    await plantReads(stage.fresh, centers.riverbend.id, [at('milo', '2026-10-06T15:00:00Z', { case: id })])
    await stage.fresh.database.asOwner(async (trx) => {
      await sql.raw(`set local footbridge.center_id = '${centers.riverbend.id}'`).execute(trx)
      await sql`update people set ended_at = now() where person_id = ${personOf('milo')}`.execute(trx)
    })
    expect(await daysOf(id)).toEqual([{ day: '2026-10-06', discipline: 'medical', times: 1 }])
  })
})
