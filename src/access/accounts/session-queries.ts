// The SQL of sessions: made and found. Only a digest of the token is kept. What changes one is in session-change-queries.ts.

import type { Trx } from '../../database/index.ts'
import { personId, type CenterId, type PersonId } from '../../shared/index.ts'
import type { Session } from '../sign-in/index.ts'

/** `invitation` and `password-only` are not signed in yet: they lead to the second factor and nowhere else. */
export type SessionMethod =
  'passkey' | 'password-totp' | 'password-recovery' | 'sso' | 'password-only' | 'invitation' | 'demo'

export const isPendingMethod = (method: SessionMethod): method is 'password-only' | 'invitation' =>
  method === 'password-only' || method === 'invitation'

export type StoredSession = Session & {
  readonly id: string
  readonly person: PersonId
  readonly method: SessionMethod
  readonly device: string
}

export type NewSession = {
  readonly center: CenterId
  readonly id: string
  readonly person: PersonId
  readonly digest: Buffer
  readonly method: SessionMethod
  /** Kind of browser and system, for the list of one's own sessions; no address. */
  readonly device: string
  readonly now: Date
}

export async function insertSession(trx: Trx, given: NewSession): Promise<void> {
  const { center, id, person, digest, method, device, now } = given
  await trx
    .insertInto('sessions')
    .values({
      center_id: center,
      session_id: id,
      person_id: person,
      token_sha256: digest,
      method,
      device: device.slice(0, 80),
      created_at: now,
      last_seen_at: now,
      stepped_up_at: isPendingMethod(method) ? null : now,
    })
    .execute()
}

const columns = [
  'session_id',
  'person_id',
  'method',
  'device',
  'mode',
  'created_at',
  'last_seen_at',
  'stepped_up_at',
  'ended_at',
] as const

const sessions = (trx: Trx, center: CenterId) =>
  trx.selectFrom('sessions').select(columns).where('center_id', '=', center)

export async function findSession(trx: Trx, center: CenterId, digest: Buffer): Promise<StoredSession | undefined> {
  const row = await sessions(trx, center).where('token_sha256', '=', digest).executeTakeFirst()
  return row === undefined ? undefined : stored(row)
}

/** Newest first; those that were ended are not among them, those that idled out may be. */
export async function listSessions(trx: Trx, center: CenterId, person: PersonId): Promise<readonly StoredSession[]> {
  const rows = await sessions(trx, center)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('method', 'not in', ['password-only', 'invitation'])
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(stored)
}

type Row = {
  readonly session_id: string
  readonly person_id: string
  readonly method: string
  readonly device: string
  readonly mode: string
  readonly created_at: Date
  readonly last_seen_at: Date
  readonly stepped_up_at: Date | null
  readonly ended_at: Date | null
}

const stored = (row: Row): StoredSession => ({
  id: row.session_id,
  person: personId(row.person_id),
  method: row.method as SessionMethod,
  device: row.device,
  mode: row.mode === 'case-review' ? 'case-review' : 'usual',
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  steppedUpAt: row.stepped_up_at,
  endedAt: row.ended_at,
})
