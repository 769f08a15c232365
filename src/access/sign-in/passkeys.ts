// Passkeys: the one way to sign in that a false page cannot take. Asks for a discoverable key and for the person's own check at
// the device (finger, face, PIN), so that a passkey counts as two factors, and verifies what comes back for exactly our address.
// A challenge may count once: who keeps it deletes it before verifying. Attestation is not asked for, since any make of
// device will do. Sources: W3C Web Authentication Level 3, sections 7.1, 7.2; ASVS 5.0 v5.0.0-6.3.3. Checked 2026-11-24.

import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { COSEALG, decodeClientDataJSON } from '@simplewebauthn/server/helpers'

import { failed, ok, type Result } from '../../shared/index.ts'
import type { AuthenticationAnswer, RegistrationAnswer } from './passkey-answers.ts'
import type { Random } from './token.ts'

/** `id`: the host name; `origin`: the whole address in front of the path. Both from FOOTBRIDGE_URL, never from the request. */
export type RelyingParty = { readonly id: string; readonly name: string; readonly origin: string }

/** `handle`: up to 64 bytes that mean nothing outside our database: no e-mail, no name. */
export type PasskeyOwner = { readonly handle: Uint8Array; readonly account: string; readonly displayName: string }

export type Passkey = {
  /** Base64url. */
  readonly id: string
  /** COSE. */
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
}

export type NewPasskey = Passkey & { readonly backedUp: boolean; readonly aaguid: string }

/** `why` is for the log of the service, never shown. `counter-went-back` is said of a valid signature only: the key may be copied. */
export type PasskeyRefusal = { readonly code: 'refused' | 'counter-went-back'; readonly why: unknown }

/** A challenge counts so long, for the browser and for who keeps it. */
export const challengeMs = 5 * 60_000

/** Those that every authenticator has one of, and none that depends on the version of Node. */
const algorithms = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256]

/** Keep `challenge` of what comes back. `known`: the owner's passkeys so far, so that no device registers twice. */
export function registrationOptions(
  party: RelyingParty,
  {
    owner,
    known,
    random,
  }: { readonly owner: PasskeyOwner; readonly known: readonly Passkey[]; readonly random: Random },
) {
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    userID: Uint8Array.from(owner.handle),
    userName: owner.account,
    userDisplayName: owner.displayName,
    challenge: Uint8Array.from(random(32)),
    timeout: challengeMs,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
}

/** Keep `challenge` of what comes back. Names no passkey: the device offers its own, and nobody learns who has an account. */
export function authenticationOptions(party: RelyingParty, random: Random) {
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: Uint8Array.from(random(32)),
    timeout: challengeMs,
    userVerification: 'required',
  })
}

export type Registration = { readonly challenge: string; readonly answer: RegistrationAnswer }

export async function verifyRegistration(
  party: RelyingParty,
  { challenge, answer }: Registration,
): Promise<Result<NewPasskey, PasskeyRefusal>> {
  const verified = await attempt(async () => {
    refuseFrames(answer.response.clientDataJSON)
    return verifyRegistrationResponse({
      response: answer,
      ...expectedOf(party, challenge),
      supportedAlgorithmIDs: algorithms,
    })
  })
  if (!verified.ok) return verified
  const { registrationInfo } = verified.value
  if (registrationInfo === undefined) return refused('the attestation did not verify')
  const { credential, aaguid, credentialBackedUp } = registrationInfo
  const { id, publicKey, counter } = credential
  return ok({ id, publicKey, counter, transports: answer.response.transports, aaguid, backedUp: credentialBackedUp })
}

export type Authentication = {
  readonly challenge: string
  readonly answer: AuthenticationAnswer
  /** The stored passkey that `answer.id` names, and the handle of the account it belongs to. */
  readonly passkey: Passkey
  readonly handle: Uint8Array
}

/** The counter to keep. A counter must grow, unless the device has none (both are 0, as with passkeys that are synced). */
export async function verifyAuthentication(
  party: RelyingParty,
  { challenge, answer, passkey, handle }: Authentication,
): Promise<Result<{ readonly counter: number; readonly backedUp: boolean }, PasskeyRefusal>> {
  if (answer.id !== passkey.id) return refused('the answer is of another passkey')
  if (!Buffer.from(answer.response.userHandle, 'base64url').equals(handle))
    return refused('the answer is of another account')
  const verified = await attempt(async () => {
    refuseFrames(answer.response.clientDataJSON)
    // With 0 the library leaves the counter to us: it would look before the signature, and a made-up answer seem a copied key.
    const credential = { id: passkey.id, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 }
    return verifyAuthenticationResponse({ response: answer, ...expectedOf(party, challenge), credential })
  })
  if (!verified.ok) return verified
  if (!verified.value.verified) return refused('the signature did not verify')
  const { newCounter, credentialBackedUp } = verified.value.authenticationInfo
  if (!grows(passkey.counter, newCounter))
    return failed({ code: 'counter-went-back', why: `${newCounter} after ${passkey.counter}` })
  return ok({ counter: newCounter, backedUp: credentialBackedUp })
}

const grows = (before: number, after: number): boolean => after > before || (after === 0 && before === 0)

const expectedOf = (party: RelyingParty, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: party.origin,
  expectedRPID: party.id,
  requireUserVerification: true,
})

/** Our pages stand in nobody's frame; the library lets an answer from a frame pass where the browser does not say whose it is. */
function refuseFrames(clientDataJSON: string): void {
  if (decodeClientDataJSON(clientDataJSON).crossOrigin === true) throw new Error('the answer comes from a frame')
}

/** The library throws whatever it does not like; to us that is an answer that was refused, with its reason for the log. */
async function attempt<Value>(work: () => Promise<Value>): Promise<Result<Value, PasskeyRefusal>> {
  try {
    return ok(await work())
  } catch (why) {
    return refused(why)
  }
}

const refused = (why: unknown) => failed<PasskeyRefusal>({ code: 'refused', why })
