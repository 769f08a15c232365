import { createHash } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freshDatabase, type Fresh } from '../../../tests/database/databases.ts'
import {
  ada,
  auditOf,
  ben,
  bruno,
  castPeople,
  dan,
  hospital,
  now,
  olga,
  police,
  signedInAs,
} from '../../../tests/people/cast.ts'
import { personId } from '../../shared/index.ts'
import { addAgency, cancelLink, endAccess, invitePerson, listAgencies, renewLink, seePerson } from './index.ts'

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
  await castPeople(fresh.database)
})
afterAll(() => fresh.close())

const nobody = personId('00000000-0000-4000-9000-00000000ffff')
const asOlga = signedInAs(olga)
const form = {
  name: ' Imani  Brooks ',
  email: 'Imani@Riverbend.example',
  discipline: 'interview',
  agency: '',
  roles: ['interviewer'],
  language: 'es',
}

const linksOf = (person: string) =>
  fresh.database.transactAs({ center: olga.center, person: null }, (trx) =>
    trx.selectFrom('invitations').selectAll().where('person_id', '=', person).orderBy('created_at').execute(),
  )

const invite = (changes: Partial<typeof form> = {}) =>
  invitePerson(fresh.database, asOlga, { ...form, ...changes }, now)

describe('inviting a person', () => {
  it('is not for somebody who only sees people', () => {
    expect(() => invitePerson(fresh.database, signedInAs(ada), form, now)).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    )
  })

  it('is refused by the database to somebody whose page says more than her roles', async () => {
    const forged = { ...signedInAs(ada), permissions: asOlga.permissions }
    await expect(invitePerson(fresh.database, forged, form, now)).rejects.toThrow(/row-level security/)
  })

  it.each([
    [{ name: ' ' }, { name: 'name-wrong' }],
    [{ email: 'imani' }, { email: 'email-wrong' }],
    [{ email: 'ADA@riverbend.example' }, { email: 'email-taken' }],
    [{ discipline: '' }, { discipline: 'discipline-wrong' }],
    [{ roles: [] }, { roles: 'roles-none' }],
    [{ roles: ['owner'] }, { roles: 'roles-none' }],
    [{ language: 'fr' }, { language: 'language-wrong' }],
    [{ roles: ['partner'] }, { agency: 'agency-needed' }],
    [{ agency: police.id }, { agency: 'agency-other-kind' }],
    [{ agency: nobody }, { agency: 'agency-unknown' }],
    [
      { name: '', email: '', discipline: '', roles: [], language: '' },
      {
        name: 'name-wrong',
        email: 'email-wrong',
        discipline: 'discipline-wrong',
        roles: 'roles-none',
        language: 'language-wrong',
      },
    ],
  ])('with %j answers with what has to be put right, and writes nothing', async (changes, reason) => {
    const before = await auditOf(fresh.database)
    expect(await invite(changes)).toEqual({ ok: false, reason })
    expect(await auditOf(fresh.database)).toEqual(before)
  })

  it('makes the account, its roles and a link of which only the digest is kept', async () => {
    const made = await invite()
    if (!made.ok) throw new Error('refused')
    const { person, token, expiresAt } = made.value
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(expiresAt).toEqual(new Date('2026-12-01T17:00:00Z'))
    expect(await seePerson(fresh.database, asOlga, person)).toMatchObject({
      name: 'Imani Brooks',
      email: 'imani@riverbend.example',
      discipline: 'interview',
      language: 'es',
      roles: ['interviewer'],
      state: 'invited',
      managed: { link: { purpose: 'welcome', expiresAt } },
    })
    const [link] = await linksOf(person)
    expect(link?.token_sha256).toEqual(createHash('sha256').update(token).digest())
    expect(link?.created_by).toBe(olga.id)
    const about = (await auditOf(fresh.database)).filter((entry) => entry.about === person)
    expect(about.map(({ event, reason, by }) => [event, reason, by])).toEqual(
      expect.arrayContaining([
        ['invited', 'welcome', olga.id],
        ['role-granted', 'interviewer', olga.id],
      ]),
    )
  })

  it('takes a partner with an agency of her discipline', async () => {
    const made = await invite({
      email: 'sol@hospital.example',
      discipline: 'medical',
      agency: hospital.id,
      roles: ['partner'],
    })
    expect(made.ok).toBe(true)
  })
})

describe('a new link', () => {
  it('is not found for nobody, and for a person of another center', async () => {
    for (const id of [nobody, bruno.id]) {
      await expect(renewLink(fresh.database, asOlga, id, now)).rejects.toMatchObject({ code: 'not-found' })
      await expect(cancelLink(fresh.database, asOlga, id, now)).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  it('is not for somebody who only sees people, and not for oneself', async () => {
    expect(() => renewLink(fresh.database, signedInAs(ada), dan.id, now)).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    )
    expect(await renewLink(fresh.database, asOlga, olga.id, now)).toEqual({ ok: false, reason: 'own-link' })
  })

  it('ends the one before, and welcomes as long as none was used', async () => {
    const made = await invite({ email: 'nia@riverbend.example' })
    if (!made.ok) throw new Error('refused')
    const renewed = await renewLink(fresh.database, asOlga, made.value.person, new Date(now.getTime() + 1000))
    expect(renewed).toMatchObject({ ok: true, value: { purpose: 'welcome', language: 'es' } })
    const links = await linksOf(made.value.person)
    expect(links.map(({ revoked_at: revoked }) => revoked === null)).toEqual([false, true])
  })

  it('is for a reset where somebody is in already', async () => {
    expect(await renewLink(fresh.database, asOlga, dan.id, now)).toMatchObject({ value: { purpose: 'reset' } })
    expect((await auditOf(fresh.database)).filter(({ about }) => about === dan.id)).toMatchObject([
      { event: 'invited', reason: 'reset', by: olga.id },
    ])
  })

  it('is cancelled once, and then there is none', async () => {
    expect(await cancelLink(fresh.database, asOlga, dan.id, now)).toEqual({ ok: true, value: null })
    expect(await cancelLink(fresh.database, asOlga, dan.id, now)).toEqual({ ok: false, reason: 'no-link' })
    expect((await seePerson(fresh.database, asOlga, dan.id)).managed?.link).toBeUndefined()
  })

  it('is refused for somebody whose access ended', async () => {
    const made = await invite({ email: 'gone@riverbend.example' })
    if (!made.ok) throw new Error('refused')
    await endAccess(fresh.database, asOlga, made.value.person, now)
    expect(await renewLink(fresh.database, asOlga, made.value.person, now)).toEqual({
      ok: false,
      reason: 'already-ended',
    })
    expect((await linksOf(made.value.person)).every(({ revoked_at: revoked }) => revoked !== null)).toBe(true)
  })
})

describe('an agency', () => {
  const agency = { kind: 'tribe', name: 'Cedar Creek Tribe' }

  it('is added by who manages people alone', () => {
    expect(() => addAgency(fresh.database, signedInAs(ada), agency)).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    )
  })

  it('needs a kind of the list and a name that is not there yet', async () => {
    expect(await addAgency(fresh.database, asOlga, { kind: 'bank', name: '' })).toEqual({
      ok: false,
      reason: { kind: 'kind-wrong', name: 'name-wrong' },
    })
    expect(await addAgency(fresh.database, asOlga, { ...police, name: 'riverbend police' })).toEqual({
      ok: false,
      reason: { name: 'agency-taken' },
    })
  })

  it('is there for everybody who sees people, and in its own center only', async () => {
    expect(await addAgency(fresh.database, signedInAs(ben), agency)).toMatchObject({ ok: true, value: agency })
    expect(await listAgencies(fresh.database, signedInAs(ada))).toContainEqual(expect.objectContaining(agency))
    expect(await listAgencies(fresh.database, signedInAs(bruno))).toEqual([])
  })
})
