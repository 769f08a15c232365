// Who may ask who looked, and what she is told: against a real database, with a case of the cast.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { caseId, personId, type CaseId } from '../../src/shared/index.ts'
import { hoursBefore, plantReads } from './reading-stage.ts'
import { castNames, cast, centers, personOf, signedInAs } from '../cast.ts'
import { aCase, expectShut, loggedBy, nobody, setStage, valueOf, type Stage } from '../casework/stage.ts'
import { breakGlass, getCase, recordConflict } from '../../src/casework/index.ts'
import {
  findRecord,
  listAlerts,
  logState,
  ownActivity,
  pageSize,
  preparePlainLog,
  whatWasLookedAt,
  whoLooked,
} from '../../src/access/reading/index.ts'
import type { After } from '../../src/access/reading/index.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const priya = signedInAs('priya')
const others = castNames.filter((name) => cast[name].role !== 'privacy-officer')
const numberOf = async (id: CaseId): Promise<string> => (await getCase(stage.casework, signedInAs('carmen'), id)).number

const outcome = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    (value) => value,
    (error: unknown) => String(error),
  )

describe('who looked at a case', () => {
  it('is told to the privacy officer: time, name, discipline, agency or center, what and which fields', async () => {
    const id = await aCase(stage, { team: ['paula'] })
    await getCase(stage.casework, signedInAs('paula'), id)
    const { facts, readings, next } = await whoLooked(stage.fresh.database, priya, id)
    expect(facts).toEqual({ number: await numberOf(id), sealed: false, safeCaregivers: 0 })
    expect(next).toBeUndefined()
    expect(readings.map(({ event }) => event)).toEqual(['case-seen', 'team-added', 'case-opened'])
    expect(readings[0]).toMatchObject({
      ...{ name: 'Paula Stone', discipline: 'law-enforcement', agency: 'law-enforcement of the county' },
      ...{ case: id, number: facts.number, fields: ['initials', 'age'], person: personOf('paula') },
    })
    expect(readings[2]).toMatchObject({ name: 'Carmen Ruiz', agency: null })
  })

  it('is told of a sealed and of a closed case too', async () => {
    const id = await aCase(stage, { sealed: true })
    expect((await whoLooked(stage.fresh.database, priya, id)).facts.sealed).toBe(true)
  })

  it.each(others)('is refused to %s, by number and by id, without an entry', async (name) => {
    const id = await aCase(stage)
    const number = await numberOf(id)
    const { database } = stage.fresh
    const entries = await loggedBy(stage, name, async () => {
      for (const work of [
        () => findRecord(database, signedInAs(name), number),
        () => whoLooked(database, signedInAs(name), id),
        () => whatWasLookedAt(database, signedInAs(name), personOf('ada')),
        () => preparePlainLog(database, signedInAs(name), id),
        () => listAlerts(database, signedInAs(name)),
        () => logState(database, signedInAs(name)),
      ])
        await expectShut(work())
    })
    expect(entries).toEqual([])
  })

  it('is not told by the database either to who says that she is a privacy officer and is none', async () => {
    const id = await aCase(stage)
    const claimed = { ...signedInAs('carmen'), permissions: priya.permissions }
    await expectShut(whoLooked(stage.fresh.database, claimed, id))
    expect(await findRecord(stage.fresh.database, claimed, await numberOf(id))).toBeUndefined()
  })

  it('answers alike for a case that is not there, of another center, or in conflict with who asks', async () => {
    const { database } = stage.fresh
    const theirs = await aCase(stage, { by: 'hana' })
    const theirNumber = (await getCase(stage.casework, signedInAs('hana'), theirs)).number
    const own = await aCase(stage)
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), { id: own, member: personOf('priya') }))
    const byId = [nobody, theirs, own, caseId('00000000-0000-4000-8000-000000000000')]
    const answers = await Promise.all(byId.map((id) => outcome(whoLooked(database, priya, id))))
    expect(new Set(answers)).toEqual(new Set([answers[0]]))
    for (const id of [...byId, 'no id', '']) await expectShut(whoLooked(database, priya, id))
    const byNumber = ['1999-0001', await numberOf(own), 'x', '']
    for (const number of byNumber) {
      const entries = await loggedBy(stage, 'priya', async () => {
        expect(await findRecord(database, priya, number)).toBeUndefined()
      })
      expect(entries).toMatchObject([{ event: 'audit-seen', subject_id: null, case_id: null, reason: 'not-found' }])
    }
    // The number is theirs and ours at once: each finds her own.
    const found = await findRecord(database, signedInAs('helen'), theirNumber)
    expect(found).toBe(theirs)
  })

  it('a conflict of interest hides the case in the list of a colleague and among the alerts too', async () => {
    const { database } = stage.fresh
    const id = await aCase(stage)
    valueOf(
      await breakGlass(stage.casework, signedInAs('milo'), { number: await numberOf(id), reason: 'medical-need' }),
    )
    const has = async () => [
      (await whatWasLookedAt(database, priya, personOf('milo'))).readings.some((one) => one.case === id),
      (await listAlerts(database, priya)).some((one) => one.case === id),
    ]
    expect(await has()).toEqual([true, true])
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), { id, member: personOf('priya') }))
    expect(await has()).toEqual([false, false])
    const own = await ownActivity(database, signedInAs('milo'))
    expect(own.readings.some((one) => one.case === id)).toBe(true)
  })

  it('finds a number with space around it, and only the exact one', async () => {
    const id = await aCase(stage)
    const number = await numberOf(id)
    expect(await findRecord(stage.fresh.database, priya, ` ${number} `)).toBe(id)
    for (const near of [number.slice(0, -1), `${number}0`, '%', `${number}%`])
      expect(await findRecord(stage.fresh.database, priya, near)).not.toBe(id)
  })

  it('each look is one entry, and is no look at the case itself', async () => {
    const { database } = stage.fresh
    const id = await aCase(stage)
    const looks: readonly (readonly [() => Promise<unknown>, object])[] = [
      [() => whoLooked(database, priya, id), { event: 'audit-seen', subject_kind: 'case', subject_id: id }],
      [() => preparePlainLog(database, priya, id), { event: 'audit-seen', subject_kind: 'case', subject_id: id }],
      [() => whatWasLookedAt(database, priya, personOf('ada')), { event: 'audit-seen', subject_id: personOf('ada') }],
      [() => listAlerts(database, priya), { event: 'audit-seen', reason: 'alerts' }],
      [() => ownActivity(database, priya), { event: 'account-seen', reason: 'activity' }],
    ]
    for (const [look, entry] of looks) {
      const entries = await loggedBy(stage, 'priya', look)
      expect(entries).toMatchObject([{ ...entry, case_id: null }])
    }
    const { readings } = await whoLooked(database, priya, id)
    expect(readings.map(({ person }) => person)).not.toContain(personOf('priya'))
  })
})

describe('what a person looked at', () => {
  it('answers alike for nobody and for a person of another center', async () => {
    for (const person of [personId(nobody), personOf('bruno')])
      await expectShut(whatWasLookedAt(stage.fresh.database, priya, person))
  })

  it('is shown to herself, with the numbers of those cases alone that she may see by now', async () => {
    const [kept, left] = [await aCase(stage, { team: ['dev'] }), await aCase(stage, { team: ['dev'] })]
    for (const id of [kept, left]) await getCase(stage.casework, signedInAs('dev'), id)
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), { id: left, member: personOf('dev') }))
    const { readings } = await ownActivity(stage.fresh.database, signedInAs('dev'))
    const seen = (id: string) => readings.find((one) => one.case === id)?.number
    expect([seen(kept), seen(left)]).toEqual([await numberOf(kept), null])
    expect(new Set(readings.map(({ person }) => person))).toEqual(new Set([personOf('dev')]))
  })
})

describe('paging', () => {
  it('shows every entry once, also where many have the same time, and while new ones are written', async () => {
    const id = await aCase(stage, { by: 'cole' })
    const then = hoursBefore(500, new Date())
    const same = then.toISOString().replace('Z', '123Z')
    const planted = await plantReads(stage.fresh, centers.riverbend.id, [
      ...Array.from({ length: 130 }, () => ({ person: personOf('cole'), at: same, case: id })),
      // Of one millisecond, apart by a microsecond.
      ...[1, 2, 3].map((part) => ({
        person: personOf('cole'),
        at: same.replace('123Z', `12${String(part + 3)}Z`),
        case: id,
      })),
    ])
    const seen: string[] = []
    let after: After | undefined
    for (let pages = 0; pages < 10; pages++) {
      const { readings, next } = await whoLooked(stage.fresh.database, priya, id, after)
      expect(readings.length).toBeLessThanOrEqual(pageSize)
      seen.push(...readings.map(({ entry }) => entry))
      await getCase(stage.casework, signedInAs('cole'), id)
      after = next
      if (after === undefined) break
    }
    expect(after).toBeUndefined()
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.toSorted()).toEqual(expect.arrayContaining(planted.toSorted()))
    expect(seen).toHaveLength(planted.length + 1)
    expect(seen.slice(1, 4)).toEqual(planted.slice(130).toReversed())
  })

  it('has no empty last page', async () => {
    const id = await aCase(stage)
    await plantReads(
      stage.fresh,
      centers.riverbend.id,
      Array.from({ length: pageSize - 1 }, () => ({
        person: personOf('cole'),
        at: hoursBefore(1, new Date()),
        case: id,
      })),
    )
    const { readings, next } = await whoLooked(stage.fresh.database, priya, id)
    expect([readings.length, next]).toEqual([pageSize, undefined])
  })
})
