// Invites somebody: her account, her roles and a one-time link, in one transaction. Nothing is sent: who invites passes the
// link on, so that no letter box has to be trusted.

import { randomUUID } from 'node:crypto'

import type { Database } from '../../database/index.ts'
import { failed, ok, personId, type PersonId, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { isRole, type Role } from '../role.ts'
import { selectAgencies } from './agency-queries.ts'
import { insertInvitation, insertPerson, insertRoles } from './change-queries.ts'
import { digestOf, expiryOf, newToken } from './link-token.ts'
import {
  actingWith,
  cleanEmail,
  cleanName,
  placeFaults,
  type Acting,
  type Agency,
  type PeopleFaults,
  type PersonLanguage,
} from './person.ts'

/** As it was typed. `agency`: an id, or empty. */
export type InvitationForm = {
  readonly name: string
  readonly email: string
  readonly discipline: string
  readonly agency: string
  readonly roles: readonly string[]
  readonly language: string
}

/** `token`: exists here and nowhere else. */
export type Invited = {
  readonly person: PersonId
  readonly name: string
  readonly language: PersonLanguage
  readonly token: string
  readonly expiresAt: Date
}

export function invitePerson(
  database: Database,
  acting: Acting,
  form: InvitationForm,
  now: Date,
): Promise<Result<Invited, PeopleFaults>> {
  const actor = actingWith(acting, 'people:manage')
  return database.transactAs(actor, async (trx) => {
    const checked = checkInvitation(form, await selectAgencies(trx, actor.center))
    if (!checked.ok) return checked
    const { name, email, language, roles } = checked.value
    const id = personId(randomUUID())
    const { discipline, agency } = form
    const person = { id, name, email, discipline, agency: agency === '' ? null : agency, language }
    if (!(await insertPerson(trx, actor.center, person, now))) return failed({ email: 'email-taken' })
    await insertRoles(trx, actor, id, roles, now)
    const token = newToken()
    const expiresAt = expiryOf(now)
    await insertInvitation(trx, actor, {
      person: id,
      digest: digestOf(token),
      purpose: 'welcome',
      now,
      expires: expiresAt,
    })
    const subject = { kind: 'person', id }
    await insertAuditEntry(trx, actor, { event: 'invited', subject, reason: 'welcome' })
    for (const role of roles) await insertAuditEntry(trx, actor, { event: 'role-granted', subject, reason: role })
    return ok({ person: id, name, language, token, expiresAt })
  })
}

type Checked = {
  readonly name: string
  readonly email: string
  readonly language: PersonLanguage
  readonly roles: readonly Role[]
}

function checkInvitation(form: InvitationForm, agencies: readonly Agency[]): Result<Checked, PeopleFaults> {
  const name = cleanName(form.name)
  const email = cleanEmail(form.email)
  const roles = [...new Set(form.roles)].filter(isRole)
  const language = form.language === 'en' || form.language === 'es' ? form.language : undefined
  const found = agencies.find(({ id }) => id === form.agency)
  const faults: PeopleFaults = {
    ...(name === undefined ? { name: 'name-wrong' } : {}),
    ...(email === undefined ? { email: 'email-wrong' } : {}),
    ...placeFaults({ discipline: form.discipline, agency: form.agency, found, roles }),
    ...(roles.length === 0 ? { roles: 'roles-none' } : {}),
    ...(language === undefined ? { language: 'language-wrong' } : {}),
  }
  if (name === undefined || email === undefined || language === undefined || Object.keys(faults).length > 0) {
    return failed(faults)
  }
  return ok({ name, email, language, roles })
}
