// Passkeys, kept and used: the challenge counts once and for five minutes, and is taken before the answer is looked at.

import { failed, ok, type PersonId, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import {
  authenticationOptions,
  challengeMs,
  readAuthenticationAnswer,
  readRegistrationAnswer,
  registrationOptions,
  tokenDigest,
  verifyAuthentication,
  verifyRegistration,
} from '../sign-in/index.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import type { Named } from './enrol.ts'
import {
  findPasskey,
  insertChallenge,
  insertPasskey,
  listPasskeys,
  takeChallenge,
  usePasskey,
} from './passkey-queries.ts'
import { findAccount } from './person-queries.ts'
import { finish, type Refused, type SignedInCookies } from './sign-in.ts'

const handleOf = (person: PersonId): Uint8Array => Buffer.from(person.replaceAll('-', ''), 'hex')

/** Options for the browser, as the library makes them. Undefined: no center at this host. */
export async function offerPasskeySignIn(parts: AccountParts, origin: Origin) {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) return undefined
  const options = await authenticationOptions(parts.party, parts.random)
  await keepChallenge(parts, { center, person: null }, options.challenge)
  return options
}

export async function signInWithPasskey(
  parts: AccountParts,
  origin: Origin,
  posted: unknown,
): Promise<Result<SignedInCookies, Refused>> {
  const answer = readAuthenticationAnswer(posted)
  const center = await centerOfHost(parts, origin)
  if (answer === undefined || center === undefined) return failed({ code: 'wrong' })
  const challenge = challengeIn(answer.response.clientDataJSON)
  const found = await parts.database.transactAs(serviceOf(center), async (trx) => {
    const digest = tokenDigest(challenge)
    if (!(await takeChallenge(trx, { center, digest, person: null, now: parts.now() }))) return undefined
    const passkey = await findPasskey(trx, center, answer.id)
    const account = passkey && (await findAccount(trx, center, passkey.person))
    return passkey && account && { account, passkey }
  })
  if (found === undefined) return failed({ code: 'wrong' })
  const { account, passkey } = found
  const verified = await verifyAuthentication(parts.party, {
    challenge,
    answer,
    passkey,
    handle: handleOf(account.person),
  })
  if (!verified.ok) return failed({ code: 'wrong' })
  const used = await parts.database.transactAs(serviceOf(center), (trx) =>
    usePasskey(trx, center, passkey, verified.value.counter, parts.now()),
  )
  if (!used) return failed({ code: 'wrong' })
  const guest = { account: account.email, person: account.person, origin }
  return ok(await finish(parts, guest, { center, person: account.person, method: 'passkey', pending: undefined }))
}

export async function offerNewPasskey(parts: AccountParts, { center, person, name, email }: Named) {
  const known = await parts.database.transactAs({ center, person }, (trx) => listPasskeys(trx, center, person))
  const owner = { handle: handleOf(person), account: email, displayName: name }
  const options = await registrationOptions(parts.party, { owner, known, random: parts.random })
  await keepChallenge(parts, { center, person }, options.challenge)
  return options
}

export async function addPasskey(
  parts: AccountParts,
  { center, person }: Named,
  posted: unknown,
  label: string,
): Promise<boolean> {
  const answer = readRegistrationAnswer(posted)
  if (answer === undefined) return false
  const challenge = challengeIn(answer.response.clientDataJSON)
  const taken = await parts.database.transactAs({ center, person }, (trx) =>
    takeChallenge(trx, { center, digest: tokenDigest(challenge), person, now: parts.now() }),
  )
  const verified = taken ? await verifyRegistration(parts.party, { challenge, answer }) : undefined
  if (verified?.ok !== true) return false
  const passkey = verified.value
  await parts.database.transactAs({ center, person }, async (trx) => {
    await insertPasskey(trx, { center, person, passkey, label, now: parts.now() })
    await insertAuditEntry(trx, { center, person }, { event: 'sign-in-method-changed', fields: ['passkey'] })
  })
  return true
}

const keepChallenge = (
  parts: AccountParts,
  actor: Parameters<AccountParts['database']['transactAs']>[0],
  challenge: string,
) =>
  parts.database.transactAs(actor, (trx) =>
    insertChallenge(trx, {
      center: actor.center,
      digest: tokenDigest(challenge),
      person: actor.person,
      now: parts.now(),
      expires: new Date(parts.now().getTime() + challengeMs),
    }),
  )

/** The challenge that the answer says it signed; '' where it says none. What was signed is verified afterwards. */
function challengeIn(clientData: string): string {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'))
    return typeof said === 'object' && said !== null && 'challenge' in said && typeof said.challenge === 'string'
      ? said.challenge
      : ''
  } catch {
    return ''
  }
}
