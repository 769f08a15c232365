// The one-time link for the first administrator: printed at start while no account exists, valid for a day.
// Only a digest of its token is stored, and each start replaces the link before.

import { createHash, randomBytes, randomUUID } from 'node:crypto'

import type { Database } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import { hasAccounts } from './accounts/first-administrator-queries.ts'
import { insertAuditEntry } from './audit-queries.ts'
import { findOpenLink, insertLink, markOpened, revokeLinks } from './set-up-link-queries.ts'

const lifetimeMs = 24 * 60 * 60 * 1000

export type SetUpLinks = {
  /**
   * Makes a new link and ends the ones before. Returns the token: 43 characters, base64url, 256 bits. Undefined: somebody can
   * sign in already, and there is no link any more.
   */
  issue(center: CenterId, now: Date): Promise<string | undefined>
  /**
   * Whether the token belongs to a link of this host's center that is still valid, while nobody can sign in; if so, writes
   * down that it was opened.
   */
  open(host: string, token: string, now: Date): Promise<boolean>
}

export function setUpLinks(database: Database): SetUpLinks {
  return {
    issue: (center, now) =>
      database.transactAs({ center, person: null }, async (trx) => {
        await revokeLinks(trx, center, now)
        if (await hasAccounts(trx, center)) return undefined
        const token = randomBytes(32).toString('base64url')
        const expires = new Date(now.getTime() + lifetimeMs)
        await insertLink(trx, { center, link: randomUUID(), digest: digestOf(token), now, expires })
        return token
      }),
    async open(host, token, now) {
      const center = await database.beforeSignIn.centerForHost(host)
      if (center === undefined) return false
      return database.transactAs({ center, person: null }, async (trx) => {
        const link = await findOpenLink(trx, center, digestOf(token), now)
        if (link === undefined || (await hasAccounts(trx, center))) return false
        await markOpened(trx, center, link, now)
        await insertAuditEntry(trx, { center, person: null }, { event: 'set-up-link-opened' })
        return true
      })
    },
  }
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()
