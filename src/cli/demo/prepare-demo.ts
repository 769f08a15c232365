// Starting with --demo: on this machine's own address only, and only where every account is one of the invented people.

import { demoDomain, openVault, type KeyRing } from '../../access/index.ts'
import { listCenters, type Database } from '../../database/index.ts'
import { Problem } from '../../shared/index.ts'
import type { Settings } from '../settings.ts'
import { hasPeopleBesides } from './demo-queries.ts'
import { makeDemo } from './make-demo.ts'

/** Throws Problem('demo-refused'): a way in without proof must not stand beside a child's data. */
export async function prepareDemo(database: Database, ring: () => KeyRing, { address }: Settings): Promise<void> {
  if (address !== undefined && address.hostname !== 'localhost') throw new Problem('demo-refused')
  for (const { id } of await database.asOwner(listCenters)) {
    const real = await database.transactAs({ center: id, person: null }, (trx) => hasPeopleBesides(trx, id, demoDomain))
    if (real) throw new Problem('demo-refused')
  }
  const now = (): Date => new Date()
  await makeDemo({ database, vault: openVault({ ring, now }), now })
}
