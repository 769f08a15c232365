// A passkey signs in at our address, to our challenge, by its own counter, after its owner's check, and in no other way.

import { randomBytes } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { virtualAuthenticator, type Ceremony } from '../../../tests/virtual-authenticator.ts'
import { readAuthenticationAnswer, readRegistrationAnswer } from './passkey-answers.ts'
import {
  authenticationOptions,
  registrationOptions,
  verifyAuthentication,
  verifyRegistration,
  type NewPasskey,
  type Passkey,
} from './passkeys.ts'

const party = { id: 'riverbend.example', name: 'Riverbend Center', origin: 'https://riverbend.example' }
const handle = Uint8Array.from({ length: 16 }, (_, index) => index)
const owner = { handle, account: 'imani@riverbend.example', displayName: 'Imani Cole' }

const ceremony = (challenge: string, wrong: Partial<Ceremony> = {}): Ceremony => ({
  challenge,
  origin: party.origin,
  rpId: party.id,
  userHandle: handle,
  ...wrong,
})

const optionsToRegister = () => registrationOptions(party, { owner, known: [], random: randomBytes })

async function register(device = virtualAuthenticator(), wrong: Partial<Ceremony> = {}) {
  const { challenge } = await optionsToRegister()
  return verifyPosted(challenge, device.register(ceremony(challenge, wrong)))
}

function verifyPosted(challenge: string, posted: unknown) {
  const answer = readRegistrationAnswer(posted)
  if (answer === undefined) throw new Error('the answer was unreadable')
  return verifyRegistration(party, { challenge, answer })
}

async function registered(): Promise<{ device: ReturnType<typeof virtualAuthenticator>; passkey: NewPasskey }> {
  const device = virtualAuthenticator()
  const result = await register(device)
  if (!result.ok) throw new Error('registration failed')
  return { device, passkey: result.value }
}

function verifySignIn(challenge: string, passkey: Passkey, posted: unknown) {
  const answer = readAuthenticationAnswer(posted)
  if (answer === undefined) throw new Error('the answer was unreadable')
  return verifyAuthentication(party, { challenge, answer, passkey, handle })
}

async function signIn(wrong: Partial<Ceremony> = {}, storedCounter?: number) {
  const { device, passkey } = await registered()
  const { challenge } = await authenticationOptions(party, randomBytes)
  const stored = storedCounter === undefined ? passkey : { ...passkey, counter: storedCounter }
  return verifySignIn(challenge, stored, device.signIn(ceremony(challenge, wrong)))
}

const wrongs: readonly (readonly [string, Partial<Ceremony>])[] = [
  ['from another origin', { origin: 'https://riverbend.example.attacker.example' }],
  ['from our name over plain http', { origin: 'http://riverbend.example' }],
  ['to another challenge', { challenge: randomBytes(32).toString('base64url') }],
  ['for another rp id', { rpId: 'highdesert.example' }],
  ['without a check of the person', { userVerified: false }],
  ['from a frame of another site', { crossOrigin: true }],
]

describe('the options of a registration', () => {
  it('ask for a discoverable key, a check of the person, our name, and no attestation', async () => {
    expect(await optionsToRegister()).toMatchObject({
      rp: { id: 'riverbend.example', name: 'Riverbend Center' },
      user: { id: Buffer.from(handle).toString('base64url'), name: owner.account, displayName: owner.displayName },
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
    })
  })

  it('name the passkeys that the person has, so that no device registers twice', async () => {
    const { passkey } = await registered()
    const { excludeCredentials } = await registrationOptions(party, { owner, known: [passkey], random: randomBytes })
    expect(excludeCredentials).toEqual([{ id: passkey.id, type: 'public-key', transports: ['internal', 'hybrid'] }])
  })

  it('carry 32 bytes of the randomness given as their challenge', async () => {
    const random = (count: number) => new Uint8Array(count).fill(9)
    const { challenge } = await registrationOptions(party, { owner, known: [], random })
    expect(Buffer.from(challenge, 'base64url')).toEqual(Buffer.alloc(32, 9))
  })
})

describe('the options of a sign-in', () => {
  it('name no passkey, ask for a check of the person, and differ each time', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => authenticationOptions(party, randomBytes)))
    expect(one).toMatchObject({ rpId: 'riverbend.example', userVerification: 'required' })
    expect(one?.allowCredentials).toBeUndefined()
    expect(Buffer.from(one?.challenge ?? '', 'base64url')).toHaveLength(32)
    expect(one?.challenge).not.toBe(other?.challenge)
  })
})

describe('a registration', () => {
  it.each(wrongs)('%s is refused', async (_, wrong) => {
    expect(await register(virtualAuthenticator(), wrong)).toMatchObject({ ok: false, reason: { code: 'refused' } })
  })

  it('is refused when its answer is one of a sign-in', async () => {
    const { challenge } = await optionsToRegister()
    const device = virtualAuthenticator()
    const { clientDataJSON } = device.signIn(ceremony(challenge))['response'] as { clientDataJSON: string }
    const posted = device.register(ceremony(challenge))
    const mixed = { ...posted, response: { ...(posted['response'] as object), clientDataJSON } }
    expect(await verifyPosted(challenge, mixed)).toMatchObject({ ok: false, reason: { code: 'refused' } })
  })

  it('gives the passkey to keep', async () => {
    const device = virtualAuthenticator()
    expect(await register(device)).toMatchObject({
      ok: true,
      value: { id: device.id, counter: 1, transports: ['internal', 'hybrid'], backedUp: false },
    })
  })
})

describe('a sign-in', () => {
  it.each(wrongs)('%s is refused', async (_, wrong) => {
    expect(await signIn(wrong)).toMatchObject({ ok: false, reason: { code: 'refused' } })
  })

  it('with the passkey of another account is refused', async () => {
    expect(await signIn({ userHandle: randomBytes(16) })).toMatchObject({ ok: false, reason: { code: 'refused' } })
  })

  it('with another device in place of the registered one is refused', async () => {
    const { passkey } = await registered()
    const thief = virtualAuthenticator()
    const posted = { ...thief.signIn(ceremony('Y2hhbGxlbmdl')), id: passkey.id, rawId: passkey.id }
    expect(await verifySignIn('Y2hhbGxlbmdl', passkey, posted)).toMatchObject({
      ok: false,
      reason: { code: 'refused' },
    })
  })

  it('under the id of another passkey is refused, though its signature is right', async () => {
    const { device, passkey } = await registered()
    const { id } = virtualAuthenticator()
    const posted = { ...device.signIn(ceremony('Y2hhbGxlbmdl')), id, rawId: id }
    expect(await verifySignIn('Y2hhbGxlbmdl', passkey, posted)).toMatchObject({
      ok: false,
      reason: { code: 'refused' },
    })
  })

  it.each([
    [7, 6, 'counter-went-back'],
    [7, 7, 'counter-went-back'],
    [7, 0, 'counter-went-back'],
    [7, 8, 'accepted'],
    [0, 1, 'accepted'],
    [0, 0, 'accepted'],
  ] as const)('after counter %i with counter %i: %s', async (before, counter, outcome) => {
    const result = await signIn({ counter }, before)
    expect(result.ok ? 'accepted' : result.reason.code).toBe(outcome)
  })

  it('with a false signature is not taken for a copied key, whatever its counter', async () => {
    const { passkey } = await registered()
    const posted = virtualAuthenticator().signIn(ceremony('Y2hhbGxlbmdl', { counter: 1 }))
    const forged = { ...posted, id: passkey.id, rawId: passkey.id }
    const result = await verifySignIn('Y2hhbGxlbmdl', { ...passkey, counter: 9 }, forged)
    expect(result).toMatchObject({ ok: false, reason: { code: 'refused' } })
  })

  it('signs in once: the same answer is refused to the next challenge, and to the same by its counter', async () => {
    const { device, passkey } = await registered()
    const [first, next] = await Promise.all([1, 2].map(() => authenticationOptions(party, randomBytes)))
    const posted = device.signIn(ceremony(first?.challenge ?? ''))
    const accepted = await verifySignIn(first?.challenge ?? '', passkey, posted)
    expect(accepted).toEqual({ ok: true, value: { counter: 2, backedUp: false } })
    const replayed = await verifySignIn(next?.challenge ?? '', { ...passkey, counter: 2 }, posted)
    expect(replayed).toMatchObject({ ok: false, reason: { code: 'refused' } })
    const again = await verifySignIn(first?.challenge ?? '', { ...passkey, counter: 2 }, posted)
    expect(again).toMatchObject({ ok: false, reason: { code: 'counter-went-back' } })
  })
})

describe('what a browser posts', () => {
  const device = virtualAuthenticator()
  const posted = device.signIn(ceremony('Y2hhbGxlbmdl'))
  const response = posted['response'] as object

  it.each([
    ['nothing', undefined],
    ['a text', 'passkey'],
    ['an empty object', {}],
    ['no response', { ...posted, response: undefined }],
    ['another type', { ...posted, type: 'password' }],
    ['an id that is no base64url', { ...posted, id: '../..' }],
    ['an id that is far too long', { ...posted, id: 'a'.repeat(1365) }],
    ['a signature that is a number', { ...posted, response: { ...response, signature: 1 } }],
    ['no user handle', { ...posted, response: { ...response, userHandle: undefined } }],
    ['client data of a megabyte', { ...posted, response: { ...response, clientDataJSON: 'a'.repeat(1_000_000) } }],
  ])('is no answer of a sign-in when it is %s', (_, input) => {
    expect(readAuthenticationAnswer(input)).toBeUndefined()
  })

  it('is read without what we do not use', () => {
    expect(readAuthenticationAnswer(JSON.parse(JSON.stringify(posted)))).toEqual({
      id: device.id,
      rawId: device.id,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    })
  })

  it('is no answer of a registration when a transport is made up or the attestation is missing', () => {
    const registration = device.register(ceremony('Y2hhbGxlbmdl'))
    const inner = registration['response'] as object
    expect(readRegistrationAnswer(registration)).toBeDefined()
    expect(readRegistrationAnswer({ ...registration, response: { ...inner, transports: ['<b>'] } })).toBeUndefined()
    expect(readRegistrationAnswer(posted)).toBeUndefined()
  })

  it('is refused, not thrown, when its parts are base64url of nonsense', async () => {
    const { passkey } = await registered()
    const nonsense = { ...response, clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' }
    const result = await verifySignIn('Y2hhbGxlbmdl', passkey, { ...posted, id: passkey.id, response: nonsense })
    expect(result).toMatchObject({ ok: false, reason: { code: 'refused' } })
  })
})
