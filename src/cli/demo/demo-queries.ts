// The SQL of the demo: whether a database is still empty, and centers, agencies and people as they are set up.

import type { AgencyKind } from '../../access/index.ts'
import type { Trx } from '../../database/index.ts'
import type { CenterId, PersonId } from '../../shared/index.ts'
import type { DemoPerson } from './demo-cast.ts'

export async function hasPeople(trx: Trx, center: CenterId): Promise<boolean> {
  const row = await trx
    .selectFrom('people')
    .select('person_id')
    .where('center_id', '=', center)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function nameCenter(trx: Trx, id: CenterId, name: string, host: string): Promise<void> {
  await trx.updateTable('centers').set({ name, host }).where('center_id', '=', id).execute()
}

export async function addCenter(trx: Trx, id: CenterId, name: string, host: string): Promise<void> {
  await trx.insertInto('centers').values({ center_id: id, name, host }).execute()
}

export async function addAgency(
  trx: Trx,
  center: CenterId,
  { id, kind, name }: { readonly id: string; readonly kind: AgencyKind; readonly name: string },
): Promise<void> {
  await trx.insertInto('agencies').values({ center_id: center, agency_id: id, kind, name }).execute()
}

export type DemoRow = {
  readonly center: CenterId
  readonly id: PersonId
  readonly given: DemoPerson
  readonly agency: string | null
  readonly now: Date
}

export async function addPerson(trx: Trx, { center, id, given, agency, now }: DemoRow): Promise<void> {
  const email = `${given.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@demo.example`
  await trx
    .insertInto('people')
    .values({
      center_id: center,
      person_id: id,
      agency_id: agency,
      name: given.name,
      email,
      discipline: given.discipline,
      created_at: now,
    })
    .execute()
  await trx
    .insertInto('person_roles')
    .values(given.roles.map((role) => ({ center_id: center, person_id: id, role, granted_at: now, granted_by: null })))
    .execute()
}

/** Whether anybody has an account whose e-mail does not end so. */
export async function hasPeopleBesides(trx: Trx, center: CenterId, domain: string): Promise<boolean> {
  const row = await trx
    .selectFrom('people')
    .select('person_id')
    .where('center_id', '=', center)
    .where('email', 'not like', `%${domain}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
