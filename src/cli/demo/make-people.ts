// Sets up a center of the demo with its people, as the first administrator and her colleagues would have done it.

import { caseScopeOf, permissionsOf } from '../../access/index.ts'
import type { Who } from '../../casework/index.ts'
import type { Database } from '../../database/index.ts'
import { personId, type CenterId } from '../../shared/index.ts'
import type { DemoCenter, DemoPerson } from './demo-cast.ts'
import { addAgency, addPerson } from './demo-queries.ts'

export type Player = Who & { readonly given: DemoPerson }

/** The administrator first: she adds the agencies, then the service lets in the others. */
export async function makePeople(
  database: Database,
  center: CenterId,
  demo: DemoCenter,
  now: Date,
): Promise<readonly Player[]> {
  const players = demo.people.map((given): Player => {
    const { discipline, roles } = given
    return {
      center,
      person: personId(crypto.randomUUID()),
      discipline,
      permissions: permissionsOf(roles),
      scope: caseScopeOf(roles),
      given,
    }
  })
  const ids = new Map(demo.agencies.map(({ name }) => [name, crypto.randomUUID()]))
  const add = (all: readonly Player[]) =>
    database.transactAs({ center, person: null }, async (trx) => {
      for (const { person, given } of all) {
        const agency = given.agency === undefined ? null : (ids.get(given.agency) ?? null)
        await addPerson(trx, { center, id: person, given, agency, now })
      }
    })
  const isFirst = ({ given }: Player): boolean => given.roles.includes('administrator')
  await add(players.filter(isFirst))
  const administrator = players.find(isFirst)
  if (administrator === undefined) throw new RangeError('A center has an administrator')
  await database.transactAs({ center, person: administrator.person }, async (trx) => {
    for (const { kind, name } of demo.agencies)
      await addAgency(trx, center, { id: ids.get(name) ?? crypto.randomUUID(), kind, name })
  })
  await add(players.filter((one) => !isFirst(one)))
  return players
}
