// Signing in with an agency's own directory, against a real OpenID provider on this machine.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { enrolled, enrolWith } from '../accounts/enrolled.ts'
import { visitor } from '../accounts/visitor.ts'
import { asService, centers } from '../cast.ts'
import { addPerson, codeAt, invite } from '../staff.ts'
import { agencySite, begin, comeBack, redirectOf, signInWith, type Agency } from './agency.ts'
import type { AtDirectory } from './provider.ts'

let agency: Agency
beforeAll(async () => {
  agency = await agencySite({
    police: {},
    codes: { second_factor: 'ours' },
    levels: { acr: ['urn:agency:two-factors'] },
    only: { agency: 'Mill County Police' },
  })
})
afterAll(() => agency.close())

let number = 0

/** An account, and how the directory knows its person. */
async function colleague(): Promise<AtDirectory & { readonly email: string; readonly person: string }> {
  number += 1
  const email = `officer${number}@police.example`
  const person = await addPerson(agency.site, {
    ...{ name: 'Ona Mills', email, roles: ['partner'], discipline: 'law-enforcement' },
  })
  return { person, sub: `directory-${number}`, email, email_verified: true, amr: ['pwd', 'otp'] }
}

const refusal = 'did not open an account here'

/** The newest entry of the audit log about signing in. */
const lastEntry = () =>
  agency.site.database.transactAs(asService, (trx) =>
    trx
      .selectFrom('audit_entries')
      .select(['event', 'reason', 'person_id'])
      .where('center_id', '=', centers.riverbend.id)
      .where('event', 'in', ['signed-in', 'sign-in-refused'])
      .orderBy('occurred_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )

async function refused(who: AtDirectory, reason: string, id = 'police'): Promise<void> {
  const shown = await signInWith(agency, who, { id })
  expect(shown).toMatchObject({ status: 422, path: '/staff/sign-in/sso' })
  expect(shown.html).toContain(refusal)
  expect(await lastEntry()).toMatchObject({ event: 'sign-in-refused', reason, person_id: null })
}

describe('signing in with a directory', () => {
  it('refuses an e-mail without an account, and makes none', async () => {
    await refused({ ...(await colleague()), email: 'stranger@police.example' }, 'sso-account')
    const made = await agency.site.database.transactAs(asService, (trx) =>
      trx.selectFrom('people').select('email').where('email', '=', 'stranger@police.example').execute(),
    )
    expect(made).toEqual([])
  })

  it('refuses an e-mail that the directory has not verified', async () => {
    await refused({ ...(await colleague()), email_verified: false }, 'sso-unverified')
  })

  it('refuses an e-mail of another domain, even of somebody who has an account', async () => {
    await addPerson(agency.site, { name: 'Ada Brook', email: 'ada@riverbend.example' })
    await refused({ ...(await colleague()), email: 'ada@riverbend.example' }, 'sso-domain')
  })

  it('refuses somebody whose access has ended', async () => {
    const who = await colleague()
    await agency.site.database.transactAs(asService, (trx) =>
      trx.updateTable('people').set({ ended_at: new Date() }).where('person_id', '=', who.person).execute(),
    )
    await refused(who, 'sso-account')
  })

  it('refuses a colleague of another agency than the directory belongs to', async () => {
    await refused(await colleague(), 'sso-agency', 'only')
  })

  it('refuses whom the directory let in without a second factor, when the directory must bring it', async () => {
    await refused({ ...(await colleague()), amr: ['pwd'] }, 'sso-factor')
    const { sub, email, email_verified } = await colleague()
    await refused({ sub, email, email_verified }, 'sso-factor')
  })

  it('refuses another identity of the directory with the same e-mail, and the same identity with another e-mail', async () => {
    const who = await colleague()
    expect((await signInWith(agency, who)).path).toBe('/staff/home')
    await refused({ ...who, sub: 'somebody-new' }, 'sso-subject')
    await refused({ ...(await colleague()), sub: who.sub }, 'sso-subject')
    expect((await signInWith(agency, who)).path).toBe('/staff/home')
  })

  it('refuses an answer that comes a second time', async () => {
    const who = await colleague()
    const browser = visitor(agency.site)
    agency.provider.seat(who)
    const back = await agency.provider.walk(await begin(agency, browser, 'police'))
    const stolen = new Map(browser.cookies)
    expect((await comeBack(browser, back)).path).toBe('/staff/home')
    expect(browser.cookies.has('__Host-footbridge-sso')).toBe(false)
    expect((await comeBack(browser, back)).html).toContain(refusal)
    const thief = visitor(agency.site)
    for (const [name, value] of stolen) thief.cookies.set(name, value)
    expect((await comeBack(thief, back)).html).toContain(refusal)
    expect(await lastEntry()).toMatchObject({ reason: 'sso-again' })
  })

  it('refuses an answer in a browser that did not begin, or began another sign-in', async () => {
    agency.provider.seat(await colleague())
    const back = await agency.provider.walk(await begin(agency, visitor(agency.site), 'police'))
    expect((await comeBack(visitor(agency.site), back)).html).toContain(refusal)
    const other = visitor(agency.site)
    await begin(agency, other, 'police')
    expect((await comeBack(other, back)).html).toContain(refusal)
    expect(await lastEntry()).toMatchObject({ reason: 'sso-answer' })
  })

  it('refuses an answer under the address of another directory', async () => {
    agency.provider.seat(await colleague())
    const browser = visitor(agency.site)
    const back = await agency.provider.walk(await begin(agency, browser, 'police'))
    expect((await comeBack(browser, back.replace('/police/', '/codes/'))).html).toContain(refusal)
  })

  it('refuses an answer after ten minutes', async () => {
    agency.provider.seat(await colleague())
    const browser = visitor(agency.site)
    const back = await agency.provider.walk(await begin(agency, browser, 'police'))
    agency.site.clock.pass(600)
    expect((await comeBack(browser, back)).html).toContain(refusal)
    expect(await lastEntry()).toMatchObject({ reason: 'sso-late' })
  })

  it('refuses a cookie of which one letter was changed', async () => {
    agency.provider.seat(await colleague())
    const browser = visitor(agency.site)
    const back = await agency.provider.walk(await begin(agency, browser, 'police'))
    const sealed = browser.cookies.get('__Host-footbridge-sso') ?? ''
    const at = Math.floor(sealed.length / 2)
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
    browser.cookies.set('__Host-footbridge-sso', changed)
    expect((await comeBack(browser, back)).html).toContain(refusal)
  })

  it('says the same when the person says no at the directory', async () => {
    const browser = visitor(agency.site)
    const state = new URL(await begin(agency, browser, 'police')).searchParams.get('state') ?? ''
    const answer = new URLSearchParams({ error: 'access_denied', state, iss: agency.provider.issuer })
    expect((await comeBack(browser, `${redirectOf('police')}?${answer.toString()}`)).html).toContain(refusal)
  })

  it('asks with a code challenge, a state and a nonce, and to come back to the one address that is registered', async () => {
    agency.provider.seat(await colleague())
    await agency.provider.walk(await begin(agency, visitor(agency.site), 'levels'))
    expect(Object.fromEntries(agency.provider.asked())).toMatchObject({
      response_type: 'code',
      redirect_uri: redirectOf('levels'),
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
      acr_values: 'urn:agency:two-factors',
    })
  })

  it('lets in a colleague who brought a second factor, and writes down how', async () => {
    const who = await colleague()
    const shown = await signInWith(agency, who)
    expect(shown).toMatchObject({ status: 200, path: '/staff/home' })
    expect(await lastEntry()).toMatchObject({ event: 'signed-in', reason: 'sso', person_id: who.person })
  })

  it('takes a class of sign-in that the operator named for a second factor', async () => {
    const { sub, email, email_verified } = await colleague()
    const who = { sub, email, email_verified }
    await refused({ ...who, acr: 'urn:agency:one-factor' }, 'sso-factor', 'levels')
    expect((await signInWith(agency, { ...who, acr: 'urn:agency:two-factors' }, { id: 'levels' })).path).toBe(
      '/staff/home',
    )
  })

  it('asks for our own code where the directory does not bring a second factor, and opens nothing before', async () => {
    const email = 'inez@police.example'
    const { secret } = await enrolled(agency.site, { email })
    const browser = visitor(agency.site)
    const who = { sub: 'inez', email, email_verified: true }
    const code = await signInWith(agency, who, { id: 'codes', browser })
    expect(code.path).toContain('/staff/sign-in/code')
    expect((await browser.get('/staff/home')).path).toContain('/staff/sign-in')
    const again = await browser.get('/staff/sign-in/code')
    const now = agency.site.clock.now()
    expect((await browser.send(again, '/staff/sign-in/code', { code: codeAt(secret, now) })).path).toBe('/staff/home')
  })

  it('refuses whoever could not answer our own page for lack of an app', async () => {
    await refused(await colleague(), 'sso-no-app', 'codes')
  })

  it('goes on to the page that was asked for, in the language in which she began', async () => {
    agency.provider.seat(await colleague())
    const browser = visitor(agency.site)
    const to = await begin(agency, browser, 'police', { query: '?back=/staff/people', language: '/es' })
    expect((await comeBack(browser, await agency.provider.walk(to))).path).toBe('/es/staff/people')
    const elsewhere = await begin(agency, browser, 'police', { query: '?back=//thief.example/staff/home' })
    expect((await comeBack(browser, await agency.provider.walk(elsewhere))).path).toBe('/staff/home')
  })

  it('refuses in the language in which she began', async () => {
    agency.provider.seat({ ...(await colleague()), email_verified: false })
    const browser = visitor(agency.site)
    const to = await begin(agency, browser, 'police', { language: '/es' })
    const shown = await comeBack(browser, await agency.provider.walk(to))
    expect(shown).toMatchObject({ status: 422, path: '/es/staff/sign-in/sso' })
    expect(shown.html).toContain('no abrió ninguna cuenta aquí')
  })

  it('forgets the identity when an administrator lets her set up anew how she signs in', async () => {
    const email = 'lena@police.example'
    const who = { sub: 'lena-before', email, email_verified: true, amr: ['mfa'] }
    const { person } = await enrolled(agency.site, { email })
    expect((await signInWith(agency, who)).path).toBe('/staff/home')
    await enrolWith(agency.site, await invite(agency.site, person, { purpose: 'reset' }))
    expect((await signInWith(agency, { ...who, sub: 'lena-after' })).path).toBe('/staff/home')
    await refused(who, 'sso-subject')
  })

  it('answers an unknown directory like any address without a page', async () => {
    expect((await agency.site.app.request('/staff/sign-in/sso/nobody')).status).toBe(404)
  })
})
