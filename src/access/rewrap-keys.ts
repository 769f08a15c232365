// Rotation: every key of a person is wrapped again under the newest key of the key file, a few at a time while the service
// runs. It may be stopped at any moment and run again; a key is always readable, under the old or the new one.

import type { Database } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import { rewrapKey, type KeyRing } from './keys/index.ts'
import { lockKeysToRewrap, replaceWrapped } from './key-queries.ts'

const atOnce = 200

/** Wraps all keys of the center that are not under `ring.current` yet. Returns how many there were. */
export async function rewrapKeys(database: Database, center: CenterId, ring: KeyRing, most = atOnce): Promise<number> {
  let done = 0
  for (;;) {
    const moved = await rewrapSome(database, center, ring, most)
    if (moved === 0) return done
    done += moved
  }
}

const rewrapSome = (database: Database, center: CenterId, ring: KeyRing, most: number): Promise<number> =>
  database.transactAs({ center, person: null }, async (trx) => {
    const keys = await lockKeysToRewrap(trx, center, ring.current, most)
    for (const { owner, version, wrapped } of keys) {
      const again = rewrapKey(ring, wrapped, { center, person: owner, version })
      await replaceWrapped(trx, center, { owner, version, wrapped: again }, ring.current)
    }
    return keys.length
  })
