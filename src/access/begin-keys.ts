// The first key of each center. With it the database says that it has a key file, so that a second machine does not make a
// file of its own, which would close fields that the first one cannot open.

import type { Database } from '../database/index.ts'
import { Problem } from '../shared/index.ts'
import type { KeyRing } from './keys/index.ts'
import { listCenters } from './key-queries.ts'
import { countAllKeys, holdsSealed } from './key-survey.ts'
import { openVault } from './open-vault.ts'

export type BeginParts = { readonly database: Database; readonly ring: () => KeyRing; readonly now: () => Date }

/** Does nothing for a center that has a key. */
export async function beginKeys({ database, ring, now }: BeginParts): Promise<void> {
  const vault = openVault({ ring, now })
  for (const center of await database.asOwner(listCenters)) {
    await database.transactAs({ center, person: null }, (trx) => vault.centerSecret(trx, center, 'first key'))
  }
}

/**
 * Throws Problem('keys-not-restored') where private data waits for its keys. A key made now would stand in their way, and what
 * is sealed would look damaged.
 */
export async function refuseDataWithoutKeys(database: Database): Promise<void> {
  if ((await countAllKeys(database)) === 0 && (await holdsSealed(database))) throw new Problem('keys-not-restored')
}
