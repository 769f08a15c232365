// The SQL of the challenges that passkeys sign: kept for five minutes, and taken once.

import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'

export type NewChallenge = {
  readonly center: CenterId
  readonly digest: Buffer
  /** Who proves who she is, or whose new passkey it is for; null: somebody who signs in. */
  readonly person: PersonId | null
  readonly now: Date
  readonly expires: Date
}

/** Takes those away that nobody answered in time. */
export async function insertChallenge(trx: Trx, { center, digest, person, now, expires }: NewChallenge): Promise<void> {
  await trx.deleteFrom('passkey_challenges').where('center_id', '=', center).where('expires_at', '<', now).execute()
  await trx
    .insertInto('passkey_challenges')
    .values({ center_id: center, challenge_sha256: digest, person_id: person, expires_at: expires })
    .execute()
}

/** True once for each challenge, while it counts and for whom it was made. */
export async function takeChallenge(
  trx: Trx,
  { center, digest, person, now }: Omit<NewChallenge, 'expires'>,
): Promise<boolean> {
  const taken = await trx
    .deleteFrom('passkey_challenges')
    .where('center_id', '=', center)
    .where('challenge_sha256', '=', digest)
    .returning(['person_id', 'expires_at'])
    .executeTakeFirst()
  return taken !== undefined && taken.person_id === person && taken.expires_at > now
}
