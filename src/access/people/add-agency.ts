// Adds a partner agency: its kind decides as what its people work.

import { randomUUID } from 'node:crypto'

import type { Database } from '../../database/index.ts'
import { failed, ok, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { isAgencyKind } from '../role.ts'
import { insertAgency, selectAgencies } from './agency-queries.ts'
import { actingWith, cleanName, type Acting, type Agency, type PeopleFaults } from './person.ts'

export function addAgency(
  database: Database,
  acting: Acting,
  form: { readonly kind: string; readonly name: string },
): Promise<Result<Agency, PeopleFaults>> {
  const actor = actingWith(acting, 'people:manage')
  return database.transactAs(actor, async (trx) => {
    const { kind } = form
    const name = cleanName(form.name)
    const faults: PeopleFaults = {
      ...(isAgencyKind(kind) ? {} : { kind: 'kind-wrong' }),
      ...(name === undefined ? { name: 'name-wrong' } : {}),
    }
    if (!isAgencyKind(kind) || name === undefined) return failed(faults)
    const same = (one: Agency): boolean => one.kind === kind && one.name.toLowerCase() === name.toLowerCase()
    if ((await selectAgencies(trx, actor.center)).some(same)) return failed({ name: 'agency-taken' })
    const agency = { id: randomUUID(), kind, name }
    await insertAgency(trx, actor.center, agency)
    await insertAuditEntry(trx, actor, { event: 'agency-added', subject: { kind: 'agency', id: agency.id } })
    return ok(agency)
  })
}
