import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { freshDatabase, type Fresh } from '../../../tests/database/databases.ts'
import * as cast from '../../../tests/people/cast.ts'
import { personId } from '../../shared/index.ts'
import { insertSession } from '../accounts/session-queries.ts'
import type { SignedIn } from '../signed-in.ts'
import { changePerson, changeRoles, confirmAccess, endAccess, seePerson, type DetailsForm } from './index.ts'

const { ada, ben, bruno, dan, hospital, now, olga, police, priya, signedInAs } = cast

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
  await cast.castPeople(fresh.database)
})
afterAll(() => fresh.close())

const nobody = personId('00000000-0000-4000-9000-00000000ffff')
const asOlga = signedInAs(olga)
const roles = (who: SignedIn, person: typeof ada.id, ...wanted: readonly string[]) =>
  changeRoles(fresh.database, who, { person, wanted }, now)
const seen = (id: typeof ada.id) => seePerson(fresh.database, asOlga, id)
const details: DetailsForm = { name: ada.name, discipline: ada.discipline, agency: '' }

const actions: readonly (readonly [string, (who: SignedIn, id: typeof ada.id) => Promise<unknown>])[] = [
  ['changing roles', (who, id) => roles(who, id, 'intake')],
  ['changing details', (who, id) => changePerson(fresh.database, who, id, details)],
  ['ending access', (who, id) => endAccess(fresh.database, who, id, now)],
  ['confirming access', (who, id) => confirmAccess(fresh.database, who, id, now)],
]

describe.each(actions)('%s', (_, act) => {
  let before: unknown
  beforeEach(async () => {
    before = (await cast.auditOf(fresh.database)).length
  })

  it('finds neither nobody nor a person of another center', async () => {
    for (const id of [nobody, bruno.id]) await expect(act(asOlga, id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await cast.auditOf(fresh.database)).length).toBe(before)
  })

  it('is refused to who only sees people', () => {
    expect(() => act(signedInAs(priya), dan.id)).toThrow(expect.objectContaining({ code: 'not-permitted' }))
  })

  it('is refused to somebody whose page says more than her roles, and leaves no entry', async () => {
    const forged = { ...signedInAs(priya), permissions: asOlga.permissions }
    await expect(act(forged, dan.id)).rejects.toMatchObject({ code: 'not-permitted' })
    expect((await cast.auditOf(fresh.database)).length).toBe(before)
  })
})

describe('roles', () => {
  it('are never changed by oneself, in the database neither', async () => {
    expect(await roles(asOlga, olga.id, 'administrator', 'coordinator')).toEqual({ ok: false, reason: 'own-roles' })
    const granting = fresh.database.transactAs(cast.actorOfMember(olga), (trx) =>
      trx
        .insertInto('person_roles')
        .values({ center_id: olga.center, person_id: olga.id, role: 'coordinator', granted_at: now })
        .execute(),
    )
    await expect(granting).rejects.toThrow(/row-level security/)
  })

  it('are at least one, and partner needs an agency', async () => {
    expect(await roles(asOlga, ada.id)).toEqual({ ok: false, reason: 'roles-none' })
    expect(await roles(asOlga, ada.id, 'partner')).toEqual({ ok: false, reason: 'agency-needed' })
  })

  it('are given and taken, each with an entry', async () => {
    expect(await roles(asOlga, ada.id, 'intake', 'mentor', 'intake')).toEqual({
      ok: true,
      value: { granted: ['intake', 'mentor'], revoked: ['advocate'] },
    })
    expect([...(await seen(ada.id)).roles].sort()).toEqual(['intake', 'mentor'])
    const entries = (await cast.auditOf(fresh.database)).filter(({ event }) => event.startsWith('role-'))
    expect(entries.map(({ event, reason, by, about }) => [event, reason, by, about])).toEqual([
      ['role-revoked', 'advocate', olga.id, ada.id],
      ['role-granted', 'intake', olga.id, ada.id],
      ['role-granted', 'mentor', olga.id, ada.id],
    ])
  })
})

describe('details', () => {
  const change = (who: SignedIn, id: typeof ada.id, changes: Partial<DetailsForm>) =>
    changePerson(fresh.database, who, id, { ...details, ...changes })

  it('answer with what has to be put right', async () => {
    expect(await change(asOlga, ada.id, { name: '', discipline: 'boss' })).toEqual({
      ok: false,
      reason: { name: 'name-wrong', discipline: 'discipline-wrong' },
    })
    expect(await change(asOlga, ada.id, { agency: police.id })).toMatchObject({
      reason: { agency: 'agency-other-kind' },
    })
    expect(await change(asOlga, dan.id, { discipline: 'law-enforcement' })).toMatchObject({
      reason: { agency: 'agency-needed' },
    })
  })

  it('of oneself keep discipline and agency, as both decide what one may read', async () => {
    const own = { name: olga.name, discipline: 'medical', agency: hospital.id }
    expect(await change(asOlga, olga.id, own)).toEqual({ ok: false, reason: { discipline: 'own-place' } })
    expect(await change(asOlga, olga.id, { name: 'Olga R. Reyes', discipline: olga.discipline })).toMatchObject({
      ok: true,
    })
  })

  it('are changed, and the entry names the fields that differ', async () => {
    expect(
      await change(asOlga, ada.id, { name: 'Ada Lind', discipline: 'medical', agency: hospital.id }),
    ).toMatchObject({
      ok: true,
    })
    expect(await seen(ada.id)).toMatchObject({ name: 'Ada Lind', discipline: 'medical', agency: hospital })
    const last = (await cast.auditOf(fresh.database)).filter(({ event }) => event === 'person-changed').at(-1)
    expect(last).toMatchObject({ about: ada.id, fields: ['name', 'discipline', 'agency_id'] })
  })

  it('that stay as they are leave no entry', async () => {
    const same = { name: 'Ada Lind', discipline: 'medical', agency: hospital.id }
    const before = (await cast.auditOf(fresh.database)).length
    expect(await changePerson(fresh.database, asOlga, ada.id, same)).toEqual({ ok: true, value: null })
    expect((await cast.auditOf(fresh.database)).length).toBe(before)
  })
})

describe('the review', () => {
  it('is not one’s own, and marks the day for a colleague', async () => {
    expect(await confirmAccess(fresh.database, asOlga, olga.id, now)).toEqual({ ok: false, reason: 'own-review' })
    expect(await confirmAccess(fresh.database, asOlga, priya.id, now)).toEqual({ ok: true, value: null })
    expect((await seen(priya.id)).reviewedAt).toEqual(now)
  })
})

describe('a session', () => {
  it('is begun by no administrator in another person’s name', async () => {
    const forged = fresh.database.transactAs(cast.actorOfMember(olga), (trx) =>
      insertSession(trx, {
        center: olga.center,
        id: '00000000-0000-4000-b000-000000000001',
        person: ada.id,
        digest: Buffer.alloc(32),
        method: 'passkey',
        device: 'forged',
        now,
      }),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})

describe('ending access', () => {
  it('ends every session in the same transaction', async () => {
    await cast.addSession(fresh.database, dan)
    await cast.addSession(fresh.database, dan)
    expect(await endAccess(fresh.database, asOlga, dan.id, now)).toEqual({ ok: true, value: { sessions: 2 } })
    expect(await seen(dan.id)).toMatchObject({ state: 'ended', endedAt: now })
    const open = await fresh.database.transactAs({ center: dan.center, person: null }, (trx) =>
      trx
        .selectFrom('sessions')
        .select('session_id')
        .where('person_id', '=', dan.id)
        .where('ended_at', 'is', null)
        .execute(),
    )
    expect(open).toEqual([])
  })

  it('is final for every other change', async () => {
    expect(await endAccess(fresh.database, asOlga, dan.id, now)).toEqual({ ok: false, reason: 'already-ended' })
    expect(await confirmAccess(fresh.database, asOlga, dan.id, now)).toEqual({ ok: false, reason: 'already-ended' })
    expect(await roles(asOlga, dan.id, 'partner')).toEqual({ ok: false, reason: 'already-ended' })
    expect(await changePerson(fresh.database, asOlga, dan.id, details)).toMatchObject({
      reason: { name: 'already-ended' },
    })
  })

  it('is not done to oneself', async () => {
    expect(await endAccess(fresh.database, asOlga, olga.id, now)).toEqual({ ok: false, reason: 'own-access' })
  })

  it('leaves one of two administrators who end each other at the same moment', async () => {
    const results = await atTheSameMoment([
      () => endAccess(fresh.database, asOlga, ben.id, now),
      () => endAccess(fresh.database, signedInAs(ben), olga.id, now),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'not-permitted' } })
    const left = (await seePerson(fresh.database, signedInAs(priya), ben.id)).endedAt === null ? ben : olga
    const own = await endAccess(fresh.database, signedInAs(left), left.id, now)
    expect(own).toEqual({ ok: false, reason: 'last-administrator' })
    expect(await roles(signedInAs(left), left.id, 'intake')).toEqual({ ok: false, reason: 'last-administrator' })
  })
})

/** Both accounts are held until every one of the actions stands and waits for them. */
async function atTheSameMoment(actions: readonly (() => Promise<unknown>)[]) {
  const started = await fresh.database.transactAs({ center: olga.center, person: null }, async (trx) => {
    await trx.selectFrom('people').select('person_id').where('person_id', 'in', [olga.id, ben.id]).forUpdate().execute()
    const running = Promise.allSettled(actions.map((act) => act()))
    const waiting = sql<{ waiting: string }>`select count(distinct pid) as waiting from pg_locks where not granted`
    const count = async (): Promise<number> => Number((await waiting.execute(trx)).rows[0]?.waiting)
    await vi.waitFor(async () => expect(await count()).toBe(actions.length), { timeout: 10_000 })
    return { running }
  })
  return started.running
}
