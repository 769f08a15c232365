// A new passkey: offered, made by the browser, verified. Storing it is the caller's, in one transaction with what it changes.

import { registrationOptions, tokenDigest, readRegistrationAnswer, verifyRegistration } from '../sign-in/index.ts'
import type { NewPasskey } from '../sign-in/index.ts'
import type { AccountParts } from './account-parts.ts'
import { takeChallenge } from './challenge-queries.ts'
import { challengeIn, handleOf, keepChallenge } from './passkey-proof.ts'
import { listPasskeys } from './passkey-queries.ts'
import type { Holder } from './second-factor.ts'
import type { Named } from './set-password.ts'

/** Options for the browser, as the library makes them. */
export async function offerNewPasskey(parts: AccountParts, { center, person, name, email }: Named) {
  const known = await parts.database.transactAs({ center, person }, (trx) => listPasskeys(trx, center, person))
  const owner = { handle: handleOf(person), account: email, displayName: name }
  const options = await registrationOptions(parts.party, { owner, known, random: parts.random })
  await keepChallenge(parts, { center, person }, options.challenge)
  return options
}

/** Undefined: refused. The challenge is used up in either case. */
export async function verifiedNewPasskey(
  parts: AccountParts,
  { center, person }: Holder,
  posted: unknown,
): Promise<NewPasskey | undefined> {
  const answer = readRegistrationAnswer(posted)
  if (answer === undefined) return undefined
  const challenge = challengeIn(answer.response.clientDataJSON)
  const taken = await parts.database.transactAs({ center, person }, (trx) =>
    takeChallenge(trx, { center, digest: tokenDigest(challenge), person, now: parts.now() }),
  )
  const verified = taken ? await verifyRegistration(parts.party, { challenge, answer }) : undefined
  return verified?.ok === true ? verified.value : undefined
}
