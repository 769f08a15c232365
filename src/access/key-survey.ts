// Which keys of the key file the database needs, whether the file has them, and whether they open what is there: before the
// service starts, after a restore, and whenever somebody asks.

import type { Database } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import { unwrapKey, type KeyRing } from './keys/index.ts'
import {
  countKeys,
  countPeopleWithoutKey,
  findOneKey,
  holdsSecrets,
  listCenters,
  listKeyOwners,
} from './key-queries.ts'

/** `missing`: the file has no key of this number. `other`: it has one, and it is not the one that was used. */
export type KeyState = 'opens' | 'missing' | 'other'

/** One key of the file: how many keys of people (and of centers) are wrapped under it. */
export type KeyUse = { readonly number: number; readonly keys: number; readonly state: KeyState }

/** By number, over all centers: they share the file. Every number that is in use, whether or not the ring has it. */
export async function surveyKeys(database: Database, ring: KeyRing): Promise<readonly KeyUse[]> {
  const uses = new Map<number, KeyUse>()
  for (const center of await database.asOwner(listCenters)) {
    for (const { fileKey, keys } of await countsOf(database, center)) {
      const before = uses.get(fileKey)
      const state = await stateOf(database, center, ring, fileKey)
      uses.set(fileKey, {
        number: fileKey,
        keys: keys + (before?.keys ?? 0),
        state: before === undefined || before.state === 'opens' ? state : before.state,
      })
    }
  }
  return [...uses.values()].sort((one, other) => one.number - other.number)
}

const countsOf = (database: Database, center: CenterId) =>
  database.transactAs({ center, person: null }, (trx) => countKeys(trx, center))

async function stateOf(database: Database, center: CenterId, ring: KeyRing, fileKey: number): Promise<KeyState> {
  if (!ring.keys.has(fileKey)) return 'missing'
  const found = await database.transactAs({ center, person: null }, (trx) => findOneKey(trx, center, fileKey))
  if (found === undefined) return 'opens'
  try {
    unwrapKey(ring, found.wrapped, { center, person: found.owner, version: found.version })
    return 'opens'
  } catch {
    return 'other'
  }
}

/** How many keys of people and centers there are at all; asks for no key file. */
export async function countAllKeys(database: Database): Promise<number> {
  let all = 0
  for (const center of await database.asOwner(listCenters)) {
    for (const { keys } of await countsOf(database, center)) all += keys
  }
  return all
}

/** People whose fields no key opens: made after the backup of keys, or their keys were never restored. */
export async function countWithoutKey(database: Database): Promise<number> {
  let people = 0
  for (const center of await database.asOwner(listCenters)) {
    const keyed = await database.transactAs({ center, person: null }, (trx) => listKeyOwners(trx, center))
    people += await database.asOwner((owner) => countPeopleWithoutKey(owner, center, keyed))
  }
  return people
}

/** Whether anything is sealed: fields of people, or what staff sign in with. */
export async function holdsSealed(database: Database): Promise<boolean> {
  if ((await countWithoutKey(database)) > 0) return true
  for (const center of await database.asOwner(listCenters)) {
    if (await database.transactAs({ center, person: null }, (trx) => holdsSecrets(trx, center))) return true
  }
  return false
}
