// Signing in on a real database: what is wrong answers alike, a code counts once, and nobody can lock another out.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  checkFirstFactor,
  checkSecondFactor,
  findPending,
  findSignedInWith,
  type Origin,
} from '../../src/access/index.ts'
import { personId } from '../../src/shared/index.ts'
import { centers } from '../cast.ts'
import { addPerson, codeAt, goodPassword, staffSite, type StaffSite } from '../staff.ts'
import { enrolled, signIn, type Enrolled } from './enrolled.ts'

let site: StaffSite
let ada: Enrolled
let networks = 0
beforeAll(async () => {
  site = await staffSite()
})
beforeEach(async () => {
  ada = await enrolled(site)
})
afterAll(() => site.close())

const from = (change: Partial<Origin> = {}): Origin => ({
  host: 'riverbend.example',
  network: `198.51.100.${++networks}`,
  device: undefined,
  browser: 'Firefox, Linux',
  ...change,
})
const first = (email: string, password: string, origin = from()) =>
  checkFirstFactor(site.parts, origin, { email, password })

async function pendingOf({ email }: Enrolled, origin = from()) {
  const checked = await first(email, goodPassword, origin)
  if (!checked.ok) throw new Error(`refused: ${checked.reason.code}`)
  const pending = await findPending(site.parts, origin, checked.value)
  if (pending === undefined) throw new Error('no pending session')
  return pending
}

const second = async (who: Enrolled, typed: string, kind: 'code' | 'recovery' = 'code', origin = from()) =>
  checkSecondFactor(site.parts, origin, await pendingOf(who, origin), { kind, typed })

const wrong = { ok: false, reason: { code: 'wrong' } }

describe('the first factor', () => {
  it('refuses a name that does not exist, at a host without a center too', async () => {
    expect(await first('nobody@riverbend.example', goodPassword)).toEqual(wrong)
    expect(await first(ada.email, goodPassword, from({ host: 'elsewhere.example' }))).toEqual(wrong)
  })

  it('refuses the name of another center', async () => {
    expect(await first(ada.email, goodPassword, from({ host: centers.highdesert.host }))).toEqual(wrong)
  })

  it('refuses a wrong password, and an account that was ended, alike', async () => {
    expect(await first(ada.email, 'not this password at all')).toEqual(wrong)
    await endAccess(ada)
    expect(await first(ada.email, goodPassword)).toEqual(wrong)
  })

  it('takes the name in any case, and gives a session that opens nothing but the second step', async () => {
    const checked = await first(` ${ada.email.toUpperCase()} `, goodPassword)
    expect(checked.ok).toBe(true)
    const token = checked.ok ? checked.value : ''
    expect(await findSignedInWith(site.parts)('riverbend.example', token, site.clock.now())).toBeUndefined()
    expect(await findPending(site.parts, from(), token)).toMatchObject({ method: 'password-only' })
    site.clock.pass(15 * 60)
    expect(await findPending(site.parts, from(), token)).toBeUndefined()
  })
})

describe('the second factor', () => {
  it('refuses what is no code, and the code of another person', async () => {
    const other = await enrolled(site)
    expect(await second(ada, '')).toEqual(wrong)
    expect(await second(ada, codeAt(other.secret, site.clock.now()))).toEqual(wrong)
  })

  it('takes a code once, and never one before it', async () => {
    const code = codeAt(ada.secret, site.clock.now())
    const before = codeAt(ada.secret, new Date(site.clock.now().getTime() - 30_000))
    expect((await second(ada, code)).ok).toBe(true)
    expect(await second(ada, code)).toEqual(wrong)
    expect(await second(ada, before)).toEqual(wrong)
  })

  it('lets one of four pass that send one code at once', async () => {
    const code = codeAt(ada.secret, site.clock.now())
    const pending = [await pendingOf(ada), await pendingOf(ada), await pendingOf(ada), await pendingOf(ada)]
    const answers = await Promise.all(
      pending.map((one) => checkSecondFactor(site.parts, from(), one, { kind: 'code', typed: code })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('takes each code on paper once, however it is typed', async () => {
    const [code = ''] = ada.codes
    expect((await second(ada, code.toLowerCase().replaceAll('-', ' '), 'recovery')).ok).toBe(true)
    expect(await second(ada, code, 'recovery')).toEqual(wrong)
  })
})

describe('guessing', () => {
  it('makes a stranger wait, and not the person on her own device', async () => {
    const device = ada.browser.cookies.get('__Host-footbridge-device')
    for (let tries = 0; tries < 5; tries++) await first(ada.email, `guess number ${tries} of many`)
    expect(await first(ada.email, goodPassword)).toEqual({ ok: false, reason: { code: 'wait', seconds: 30 } })
    expect((await first(ada.email, goodPassword, from({ device }))).ok).toBe(true)
    site.clock.pass(30)
    expect((await first(ada.email, goodPassword)).ok).toBe(true)
  })

  it('makes a name without an account wait as long', async () => {
    for (let tries = 0; tries < 5; tries++) await first('nobody-here@riverbend.example', `guess ${tries} of many more`)
    expect(await first('nobody-here@riverbend.example', 'x')).toEqual({
      ok: false,
      reason: { code: 'wait', seconds: 30 },
    })
  })

  it('counts guesses that come at once one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => first(ada.email, `guess ${at} sent at once`)),
    )
    expect(answers.filter((answer) => !answer.ok && answer.reason.code === 'wrong').length).toBeLessThanOrEqual(5)
  })

  it('of codes waits too, and a right password does not shorten that', async () => {
    for (let tries = 0; tries < 5; tries++) expect(await second(ada, '000000')).toEqual(wrong)
    expect(await second(ada, codeAt(ada.secret, site.clock.now()))).toMatchObject({ reason: { code: 'wait' } })
    expect((await first(ada.email, goodPassword)).ok).toBe(true)
    expect(await second(ada, codeAt(ada.secret, site.clock.now()))).toMatchObject({ reason: { code: 'wait' } })
  })

  it('does not make an office wait whose people all sign in rightly', async () => {
    const office = { network: '203.0.113.77' }
    for (let time = 0; time < 12; time++) {
      const code = codeAt(ada.secret, site.clock.now())
      expect((await second(ada, code, 'code', from(office))).ok).toBe(true)
      site.clock.pass(60)
    }
  })
})

describe('a session', () => {
  it('is over on the next request after the access ended', async () => {
    const browser = await signIn(site, ada)
    expect((await browser.get('/staff/home')).html).toContain('Signed in as')
    await endAccess(ada)
    expect((await browser.get('/staff/home')).path).toMatch(/^\/staff\/sign-in/)
  })

  it('loses a permission on the next request after the role was taken away', async () => {
    const browser = await signIn(site, ada)
    expect((await browser.get('/staff/home')).html).toContain('href="/staff/cases"')
    const dana = await addPerson(site, { name: 'Dana', email: 'dana@riverbend.example', roles: ['administrator'] })
    const asDana = { center: centers.riverbend.id, person: personId(dana) }
    await site.database.transactAs(asDana, (trx) =>
      trx.deleteFrom('person_roles').where('person_id', '=', ada.person).where('role', '=', 'advocate').execute(),
    )
    expect((await browser.get('/staff/home')).status).toBe(404)
  })

  it('ends after fifteen minutes without a click, and after twelve hours in any case', async () => {
    const browser = await signIn(site, ada)
    for (let at = 0; at < 59; at++) {
      site.clock.pass(12 * 60)
      expect((await browser.get('/staff/home')).path).toBe('/staff/home')
    }
    site.clock.pass(12 * 60)
    expect((await browser.get('/staff/home')).path).toMatch(/^\/staff\/sign-in/)
    const idle = await signIn(site, ada)
    site.clock.pass(15 * 60)
    expect((await idle.get('/staff/home')).path).toMatch(/^\/staff\/sign-in/)
  })
})

const endAccess = ({ person }: Enrolled) =>
  site.database.transactAs({ center: centers.riverbend.id, person: null }, (trx) =>
    trx.updateTable('people').set({ ended_at: site.clock.now() }).where('person_id', '=', person).execute(),
  )
