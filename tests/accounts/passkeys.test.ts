// Passkeys on a real database, with an authenticator in software: made, used, refused, and never taken for somebody else's.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  acceptInvitation,
  enrolWithPasskey,
  findPending,
  findSignedInWith,
  offerNewPasskey,
  offerPasskeySignIn,
  offerPasskeyStepUp,
  signInWithPasskey,
  stepUpWithPasskey,
  type Origin,
} from '../../src/access/index.ts'
import { addPerson, invite, staffSite, type StaffSite } from '../staff.ts'
import { virtualAuthenticator, type VirtualAuthenticator } from '../virtual-authenticator.ts'
import { enrolled } from './enrolled.ts'

let site: StaffSite
beforeAll(async () => {
  site = await staffSite()
  await enrolled(site)
})
afterAll(() => site.close())

const origin: Origin = { host: 'riverbend.example', network: '198.51.100.7', device: undefined, browser: '' }
const wrong = { ok: false, reason: { code: 'wrong' } }

let people = 0

async function withPasskey() {
  people += 1
  const person = await addPerson(site, { name: 'Bo Reed', email: `bo${people}@riverbend.example` })
  const token = await acceptInvitation(site.parts, origin, await invite(site, person))
  const pending = await findPending(site.parts, origin, token)
  if (pending === undefined) throw new Error('no pending session')
  const options = await offerNewPasskey(site.parts, { center: pending.center, ...pending.account })
  const key = virtualAuthenticator()
  const posted = key.register(ceremony(options.challenge, person))
  const given = await enrolWithPasskey(site.parts, origin, pending, { posted, label: 'My phone' })
  return { person, key, given, posted, pending }
}

const ceremony = (challenge: string, person: string) => ({
  challenge,
  origin: site.parts.party.origin,
  rpId: site.parts.party.id,
  userHandle: Buffer.from(person.replaceAll('-', ''), 'hex'),
})

async function answer(key: VirtualAuthenticator, person: string, change: Record<string, unknown> = {}) {
  const options = await offerPasskeySignIn(site.parts, origin)
  return key.signIn({ ...ceremony(options?.challenge ?? '', person), ...change })
}

const holderOf = (token: string) => findSignedInWith(site.parts)('riverbend.example', token, site.clock.now())

describe('a passkey', () => {
  it('finishes an enrolment and signs in from then on', async () => {
    const { person, key, given } = await withPasskey()
    expect(given.ok && given.value.codes).toEqual([])
    const signedIn = await signInWithPasskey(site.parts, origin, await answer(key, person))
    expect(signedIn.ok && (await holderOf(signedIn.value.token))).toMatchObject({ person })
  })

  it('is refused when it is not JSON of a browser, or of no account here', async () => {
    for (const posted of [undefined, {}, { id: 'x' }, []])
      expect(await signInWithPasskey(site.parts, origin, posted)).toEqual(wrong)
    const stranger = virtualAuthenticator()
    expect(await signInWithPasskey(site.parts, origin, await answer(stranger, people.toString(16)))).toEqual(wrong)
  })

  it('is refused where the challenge was used, is too old, or was never ours', async () => {
    const { person, key } = await withPasskey()
    const posted = await answer(key, person)
    expect((await signInWithPasskey(site.parts, origin, posted)).ok).toBe(true)
    expect(await signInWithPasskey(site.parts, origin, posted)).toEqual(wrong)
    const late = await answer(key, person)
    site.clock.pass(5 * 60)
    expect(await signInWithPasskey(site.parts, origin, late)).toEqual(wrong)
    const challenge = Buffer.alloc(32, 7).toString('base64url')
    expect(await signInWithPasskey(site.parts, origin, key.signIn(ceremony(challenge, person)))).toEqual(wrong)
  })

  it.each([
    ['another address', { origin: 'https://riverbend.example.evil.example' }],
    ['another party', { rpId: 'evil.example' }],
    ['a device that did not check the person', { userVerified: false }],
    ['a frame', { crossOrigin: true }],
  ])('is refused from %s', async (_, change) => {
    const { person, key } = await withPasskey()
    expect(await signInWithPasskey(site.parts, origin, await answer(key, person, change))).toEqual(wrong)
  })

  it('passes once when one answer is sent four times at once', async () => {
    const { person, key } = await withPasskey()
    const posted = await answer(key, person)
    const all = await Promise.all([1, 2, 3, 4].map(() => signInWithPasskey(site.parts, origin, posted)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('proves its own person at a step-up, and nobody else', async () => {
    const [bo, other] = [await withPasskey(), await withPasskey()]
    const signedIn = bo.given.ok ? await holderOf(bo.given.value.token) : undefined
    if (signedIn === undefined) throw new Error('not signed in')
    const theirs = await offerPasskeyStepUp(site.parts, signedIn)
    const foreign = other.key.signIn(ceremony(theirs.challenge, other.person))
    expect(await stepUpWithPasskey(site.parts, signedIn, foreign)).toEqual(wrong)
    // A challenge of the page of sign-in is no challenge of this session.
    expect(await stepUpWithPasskey(site.parts, signedIn, await answer(bo.key, bo.person))).toEqual(wrong)
    const { challenge } = await offerPasskeyStepUp(site.parts, signedIn)
    const own = bo.key.signIn(ceremony(challenge, bo.person))
    expect((await stepUpWithPasskey(site.parts, signedIn, own)).ok).toBe(true)
  })

  it('cannot be added twice by one answer', async () => {
    const { pending, posted } = await withPasskey()
    expect(await enrolWithPasskey(site.parts, origin, pending, { posted, label: '' })).toEqual({
      ok: false,
      reason: 'wrong',
    })
  })
})
