// `npm start -- --demo`: fills a database that is still empty with two invented centers, so that every page can be tried on
// something. A database in which anybody has an account is left alone.

import type { Vault } from '../../access/index.ts'
import type { Casework } from '../../casework/index.ts'
import { listCenters, type Database } from '../../database/index.ts'
import { centerId, type CenterId, type PersonId } from '../../shared/index.ts'
import { demoCenters, demoSignIns, type DemoCenter } from './demo-cast.ts'
import { addCenter, hasPeople, nameCenter } from './demo-queries.ts'
import { makeCases } from './make-cases.ts'
import { makePeople } from './make-people.ts'

export type DemoParts = { readonly database: Database; readonly vault: Vault; readonly now: () => Date }

export type DemoSignIn = {
  readonly center: CenterId
  readonly person: PersonId
  readonly name: string
  readonly roles: readonly string[]
}

/** Whom the start page offers. Undefined: there are accounts already, and nothing was changed. */
export async function makeDemo(parts: DemoParts): Promise<readonly DemoSignIn[] | undefined> {
  const { database } = parts
  const centers = await database.asOwner(listCenters)
  for (const { id } of centers)
    if (await database.transactAs({ center: id, person: null }, (trx) => hasPeople(trx, id))) return undefined
  const signIns: DemoSignIn[] = []
  for (const [at, demo] of demoCenters.entries()) signIns.push(...(await fill(parts, demo, centers[at]?.id)))
  return demoSignIns.flatMap((name) => signIns.filter((one) => one.name === name))
}

async function fill(
  { database, vault, now }: DemoParts,
  demo: DemoCenter,
  known: CenterId | undefined,
): Promise<readonly DemoSignIn[]> {
  const center = known ?? centerId(crypto.randomUUID())
  const { name, host } = demo
  await database.asOwner((trx) =>
    known === undefined ? addCenter(trx, center, name, host) : nameCenter(trx, center, name, host),
  )
  const players = await makePeople(database, center, demo, now())
  const casework: Casework = {
    database,
    vault,
    now,
    newId: () => crypto.randomUUID(),
    random: () => 0.5,
    zone: 'America/Chicago',
  }
  await makeCases(casework, demo, players)
  return players.map(({ person, given }) => ({ center, person, name: given.name, roles: given.roles }))
}
