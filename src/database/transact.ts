// One transaction as one actor: the center and the person are set for row-level security, and the answer is given only
// after the commit. `set local` with a literal, not set_config(): a distributed engine passes only the former on.

import { sql, type Kysely, type Transaction } from 'kysely'

import { isUuid, type CenterId, type PersonId } from '../shared/index.ts'
import { toProblem } from './errors.ts'
import type { Tables } from './tables.ts'

export type Trx = Transaction<Tables>

/** Who acts. `person: null` is the service itself, acting for one center. */
export type Actor = { readonly center: CenterId; readonly person: PersonId | null }

/** Throws Problem('database-unavailable') when the database went away: the write was then not acknowledged. */
export async function transact<Value>(
  database: Kysely<Tables>,
  actor: Actor,
  work: (trx: Trx) => Promise<Value>,
): Promise<Value> {
  return inTransaction(database, async (trx) => {
    await sql.raw(settings(actor)).execute(trx)
    return work(trx)
  })
}

export async function inTransaction<Value>(
  database: Kysely<Tables>,
  work: (trx: Trx) => Promise<Value>,
): Promise<Value> {
  try {
    return await database.transaction().execute(work)
  } catch (error) {
    throw toProblem(error)
  }
}

const settings = ({ center, person }: Actor): string =>
  `set local footbridge.center_id = ${literal(center)}; set local footbridge.person_id = ${literal(person ?? '')}`

/** Ids are branded, but this text becomes SQL: it is looked at once more. */
function literal(id: string): string {
  if (id !== '' && !isUuid(id)) throw new RangeError('An actor has UUIDs')
  return `'${id}'`
}
