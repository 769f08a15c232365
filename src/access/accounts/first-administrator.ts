// The first administrator of a new center. The set-up link counts until somebody has set up how to sign in: whoever broke off
// half-way opens it again, and what an earlier try left is ended.

import { randomUUID } from 'node:crypto'

import { insertAuditEntry } from '../audit-queries.ts'
import type { Role } from '../role.ts'
import { centerOfHost, serviceOf, type AccountParts, type Origin } from './account-parts.ts'
import { beginSession } from './begin-session.ts'
import { endUnfinishedAdministrators, hasAccounts, putFirstAdministrator } from './first-administrator-queries.ts'

/** Roles that one person of a small center may have besides, each a decision of her own. */
export const rolesBesides = ['coordinator', 'privacy-officer'] as const satisfies readonly Role[]

export type SetUpForm = {
  readonly name: string
  readonly email: string
  readonly language: 'en' | 'es'
  readonly roles: readonly (typeof rolesBesides)[number][]
}

/** The token of a session that opens the pages of enrolment only; undefined: somebody can sign in already. */
export async function beginSetUp(parts: AccountParts, origin: Origin, form: SetUpForm): Promise<string | undefined> {
  const center = await centerOfHost(parts, origin)
  if (center === undefined) return undefined
  const now = parts.now()
  return parts.database.transactAs(serviceOf(center), async (trx) => {
    if (await hasAccounts(trx, center)) return undefined
    const person = await putFirstAdministrator(trx, {
      center,
      person: randomUUID(),
      name: form.name.trim(),
      email: form.email.trim().toLowerCase(),
      language: form.language,
      roles: ['administrator', ...form.roles],
      now,
    })
    await endUnfinishedAdministrators(trx, center, person, now)
    const subject = { kind: 'person', id: person }
    await insertAuditEntry(trx, serviceOf(center), { event: 'first-administrator-made', subject })
    return beginSession(trx, parts, { center, person, method: 'invitation', browser: origin.browser })
  })
}
