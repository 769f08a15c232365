// Invitations and resets: a link that does not hold is like one that never was, and a reset leaves nothing of before.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { enrolWithApp, findPending, findSignedInWith, renewLink, type Origin } from '../../src/access/index.ts'
import type { Trx } from '../../src/database/index.ts'
import { personId } from '../../src/shared/index.ts'
import { centers } from '../cast.ts'
import { addPerson, codeAt, goodPassword, invite, staffSite, type StaffSite } from '../staff.ts'
import { enrolled, enrolWith, signIn } from './enrolled.ts'
import { secretOn, visitor } from './visitor.ts'

let site: StaffSite
beforeAll(async () => {
  site = await staffSite()
  // Somebody can sign in: an invitation is the only way in from here.
  await enrolled(site)
})
afterAll(() => site.close())

let people = 0
const newPerson = () => addPerson(site, { name: 'Imani Cole', email: `imani${++people}@riverbend.example` })

const asService = <Value>(work: (trx: Trx) => Promise<Value>): Promise<Value> =>
  site.database.transactAs({ center: centers.riverbend.id, person: null }, work)

const revokeInvitations = (person: string) =>
  asService((trx) =>
    trx.updateTable('invitations').set({ revoked_at: site.clock.now() }).where('person_id', '=', person).execute(),
  )

describe('a link of an invitation', () => {
  it('answers alike when it is unknown, used, revoked, past its time, or of somebody who left', async () => {
    const unknown = await visitor(site).get(`/staff/welcome/${'x'.repeat(43)}`)
    expect(unknown.status).toBe(404)
    const sameAsUnknown = async (token: string): Promise<void> => {
      const page = await visitor(site).get(`/staff/welcome/${token}`)
      expect([page.status, page.html]).toEqual([404, unknown.html])
      expect((await visitor(site).post(`/staff/welcome/${token}`, {})).status).toBe(404)
    }
    const used = await invite(site, await newPerson())
    await enrolWith(site, used)
    await sameAsUnknown(used)
    const person = await newPerson()
    const revoked = await invite(site, person)
    await revokeInvitations(person)
    await sameAsUnknown(revoked)
    const gone = await newPerson()
    const left = await invite(site, gone)
    await asService((trx) =>
      trx.updateTable('people').set({ ended_at: site.clock.now() }).where('person_id', '=', gone).execute(),
    )
    await sameAsUnknown(left)
    const old = await invite(site, await newPerson())
    expect((await visitor(site).get(`/staff/welcome/${old}`)).status).toBe(200)
    site.clock.pass(3 * 86_400)
    await sameAsUnknown(old)
  })

  it('is used up by finishing, not by opening: mail programs open links', async () => {
    const token = await invite(site, await newPerson())
    for (let time = 0; time < 3; time++) expect((await visitor(site).get(`/staff/welcome/${token}`)).status).toBe(200)
    expect((await enrolWith(site, token)).codes).toHaveLength(10)
    expect((await visitor(site).get(`/staff/welcome/${token}`)).status).toBe(404)
  })

  it('that is revoked half-way ends the enrolment', async () => {
    const person = await newPerson()
    const token = await invite(site, person)
    const browser = visitor(site)
    await browser.send(await browser.get(`/staff/welcome/${token}`), `/staff/welcome/${token}`)
    expect((await browser.get('/staff/enrol')).path).toBe('/staff/enrol')
    await revokeInvitations(person)
    expect((await browser.get('/staff/enrol')).path).toBe('/staff/sign-in')
  })

  it('that a stranger opened lets nobody go on once a new one was made', async () => {
    const person = await newPerson()
    const stranger = visitor(site)
    const token = await invite(site, person)
    const path = `/staff/welcome/${token}`
    await stranger.send(await stranger.get(path), path)
    expect((await stranger.get('/staff/enrol')).path).toBe('/staff/enrol')
    const administrator = await addPerson(site, {
      name: 'Olga Reyes',
      email: 'olga@riverbend.example',
      roles: ['administrator'],
    })
    const acting = {
      center: centers.riverbend.id,
      person: personId(administrator),
      permissions: new Set(['people:manage'] as const),
    }
    expect((await renewLink(site.database, acting, personId(person), site.clock.now())).ok).toBe(true)
    expect((await stranger.get('/staff/enrol')).path).not.toBe('/staff/enrol')
  })

  it('opens the pages of enrolment and no other', async () => {
    const token = await invite(site, await newPerson())
    const browser = visitor(site)
    await browser.send(await browser.get(`/staff/welcome/${token}`), `/staff/welcome/${token}`)
    expect((await browser.get('/staff/home')).path).toMatch(/^\/staff\/sign-in/)
    expect((await browser.get('/staff/sign-in/code')).path).toBe('/staff/sign-in')
    expect((await browser.get('/staff/enrol/app')).path).toBe('/staff/enrol/password')
  })
})

describe('an enrolment', () => {
  it('refuses a poor password with a sentence, and a form without its token', async () => {
    const token = await invite(site, await newPerson())
    const browser = visitor(site)
    await browser.send(await browser.get(`/staff/welcome/${token}`), `/staff/welcome/${token}`)
    const page = await browser.get('/staff/enrol/password')
    const poor = await browser.send(page, '/staff/enrol/password', { password: 'too short' })
    expect([poor.status, poor.html.includes('Use at least 15 characters')]).toEqual([422, true])
    const forged = await browser.post('/staff/enrol/password', { password: goodPassword, 'form-token': 'x' })
    expect(forged.status).toBe(403)
  })

  it('shows the same secret until its first code was typed, and signs in one of two that send it at once', async () => {
    const token = await invite(site, await newPerson())
    const browser = visitor(site)
    await browser.send(await browser.get(`/staff/welcome/${token}`), `/staff/welcome/${token}`)
    const page = await browser.get('/staff/enrol/password')
    const app = await browser.send(page, '/staff/enrol/password', { password: goodPassword })
    const secret = secretOn(app)
    // 160 bits.
    expect(secret.replaceAll(' ', '')).toMatch(/^[A-Z2-7]{32}$/)
    expect(secretOn(await browser.get('/staff/enrol/app'))).toBe(secret)
    expect((await browser.send(app, '/staff/enrol/app', { code: '000000' })).status).toBe(422)
    const origin: Origin = { host: 'riverbend.example', network: 'here', device: undefined, browser: '' }
    const pending = await findPending(site.parts, origin, browser.cookies.get('__Host-footbridge'))
    if (pending === undefined) throw new Error('no pending session')
    const code = codeAt(secret, site.clock.now())
    const both = await Promise.all([1, 2].map(() => enrolWithApp(site.parts, origin, pending, code)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('a reset', () => {
  it('ends what proved her before and every other session, and only when it is finished', async () => {
    const ada = await enrolled(site)
    const elsewhere = await signIn(site, ada)
    const token = await invite(site, ada.person, { purpose: 'reset' })
    const browser = visitor(site)
    const page = await browser.get(`/staff/welcome/${token}`)
    expect(page.html).toContain('set up anew how you sign in')
    await browser.send(page, `/staff/welcome/${token}`)
    // Begun only: the old ways still work.
    expect((await elsewhere.get('/staff/home')).path).toBe('/staff/home')
    expect((await (await signIn(site, ada)).get('/staff/home')).path).toBe('/staff/home')
    const anew = await enrolWith(site, token)
    expect(anew.secret).not.toBe(ada.secret)
    expect((await elsewhere.get('/staff/home')).path).toMatch(/^\/staff\/sign-in/)
    const old = await signIn(site, ada)
    expect((await old.get('/staff/home')).path).toMatch(/^\/staff\/sign-in/)
    const fresh = await signIn(site, { email: ada.email, secret: anew.secret })
    expect((await fresh.get('/staff/home')).path).toBe('/staff/home')
    const { browser: here } = anew
    const token2 = here.cookies.get('__Host-footbridge')
    expect(await findSignedInWith(site.parts)('riverbend.example', token2, site.clock.now())).toMatchObject({
      center: centers.riverbend.id,
      person: ada.person,
    })
  })
})
