// What a passkey signs, and whether it proves anything: the challenge counts once and for five minutes, and is taken before the
// answer is looked at.

import type { Actor } from '../../database/index.ts'
import type { PersonId } from '../../shared/index.ts'
import {
  authenticationOptions,
  challengeMs,
  readAuthenticationAnswer,
  tokenDigest,
  verifyAuthentication,
  type AuthenticationAnswer,
} from '../sign-in/index.ts'
import type { AccountParts } from './account-parts.ts'
import { insertChallenge, takeChallenge } from './challenge-queries.ts'
import { findPasskey, usePasskey, type StoredPasskey } from './passkey-queries.ts'
import { findAccount, type Account } from './person-queries.ts'

/** Sixteen bytes that mean nothing outside our database. */
export const handleOf = (person: PersonId): Uint8Array => Buffer.from(person.replaceAll('-', ''), 'hex')

/** Options for the browser, as the library makes them. `actor`: the service, or who proves once more who she is. */
export async function offerPasskeyProof(parts: AccountParts, actor: Actor) {
  const options = await authenticationOptions(parts.party, parts.random)
  await keepChallenge(parts, actor, options.challenge)
  return options
}

export const keepChallenge = (parts: AccountParts, actor: Actor, challenge: string): Promise<void> =>
  parts.database.transactAs(actor, (trx) =>
    insertChallenge(trx, {
      center: actor.center,
      digest: tokenDigest(challenge),
      person: actor.person,
      now: parts.now(),
      expires: new Date(parts.now().getTime() + challengeMs),
    }),
  )

/** Whose passkey answered; undefined: it proves nothing. `actor`: the one that the challenge was made for. */
export async function provenByPasskey(
  parts: AccountParts,
  actor: Actor,
  posted: unknown,
): Promise<Account | undefined> {
  const answer = readAuthenticationAnswer(posted)
  const found = answer && (await lookUp(parts, actor, answer))
  if (answer === undefined || found === undefined) return undefined
  const { account, passkey, challenge } = found
  const verified = await verifyAuthentication(parts.party, {
    challenge,
    answer,
    passkey,
    handle: handleOf(account.person),
  })
  if (!verified.ok) return undefined
  const used = await parts.database.transactAs(actor, (trx) =>
    usePasskey(trx, actor.center, passkey, verified.value.counter, parts.now()),
  )
  return used ? account : undefined
}

type Looked = { readonly account: Account; readonly passkey: StoredPasskey; readonly challenge: string }

function lookUp(parts: AccountParts, { center, person }: Actor, answer: AuthenticationAnswer) {
  const challenge = challengeIn(answer.response.clientDataJSON)
  return parts.database.transactAs({ center, person }, async (trx): Promise<Looked | undefined> => {
    if (!(await takeChallenge(trx, { center, digest: tokenDigest(challenge), person, now: parts.now() })))
      return undefined
    const passkey = await findPasskey(trx, center, answer.id)
    const account = passkey && (await findAccount(trx, center, passkey.person))
    return account && { account, passkey, challenge }
  })
}

/** The challenge that the answer says it signed; '' where it says none. What was signed is verified afterwards. */
export function challengeIn(clientData: string): string {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'))
    return typeof said === 'object' && said !== null && 'challenge' in said && typeof said.challenge === 'string'
      ? said.challenge
      : ''
  } catch {
    return ''
  }
}
