// The SQL of set-up links, and nothing else.

import type { Trx } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'

export type NewLink = {
  readonly center: CenterId
  readonly link: string
  readonly digest: Buffer
  readonly now: Date
  readonly expires: Date
}

export async function revokeLinks(trx: Trx, center: CenterId, now: Date): Promise<void> {
  await trx
    .updateTable('setup_links')
    .set({ revoked_at: now })
    .where('center_id', '=', center)
    .where('revoked_at', 'is', null)
    .execute()
}

export async function insertLink(trx: Trx, { center, link, digest, now, expires }: NewLink): Promise<void> {
  await trx
    .insertInto('setup_links')
    .values({ center_id: center, link_id: link, token_sha256: digest, created_at: now, expires_at: expires })
    .execute()
}

/** The id of the link with this digest, if it is neither revoked nor past its time. */
export async function findOpenLink(trx: Trx, center: CenterId, digest: Buffer, now: Date): Promise<string | undefined> {
  const row = await trx
    .selectFrom('setup_links')
    .select('link_id')
    .where('center_id', '=', center)
    .where('token_sha256', '=', digest)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.link_id
}

export async function markOpened(trx: Trx, center: CenterId, link: string, now: Date): Promise<void> {
  await trx
    .updateTable('setup_links')
    .set({ opened_at: now })
    .where('center_id', '=', center)
    .where('link_id', '=', link)
    .where('opened_at', 'is', null)
    .execute()
}
