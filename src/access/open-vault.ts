// The vault with keys in the database, wrapped by the key file. A person's key is unwrapped for one request and not kept, so
// that what was erased is gone at once, on every machine that serves the center.

import { hkdfSync } from 'node:crypto'

import type { Trx } from '../database/index.ts'
import { Problem, type CenterId } from '../shared/index.ts'
import {
  decryptField,
  encryptField,
  nameIndexes,
  newPersonKey,
  unwrapKey,
  wrapKey,
  type KeyRing,
} from './keys/index.ts'
import { deleteKeys, findKeys, insertKey } from './key-queries.ts'
import type { FieldPlace, Vault } from './vault.ts'

/** `ring` is asked each time: it changes while the service runs, when a key is added. */
export type VaultParts = { readonly ring: () => KeyRing; readonly now: () => Date }

type Key = { readonly version: number; readonly key: Buffer }

export function openVault({ ring, now }: VaultParts): Vault {
  const keysOf = async (trx: Trx, center: CenterId, owner: string): Promise<readonly Key[]> =>
    (await findKeys(trx, center, owner)).map(({ version, wrapped }) => ({
      version,
      key: unwrapKey(ring(), wrapped, { center, person: owner, version }),
    }))

  /** Read again after it was made: who was first decides. */
  const newestKey = async (trx: Trx, center: CenterId, owner: string): Promise<Key> => {
    const known = (await keysOf(trx, center, owner))[0]
    if (known !== undefined) return known
    const bound = { center, person: owner, version: 1 }
    const wrapped = wrapKey(ring(), newPersonKey(), bound)
    await insertKey(trx, { center, owner, version: 1, wrapped, fileKey: ring().current, now: now() })
    const made = (await keysOf(trx, center, owner))[0]
    if (made === undefined) throw new Problem('field-damaged')
    return made
  }

  const placeOf = (center: CenterId, { table, column, row, owner }: FieldPlace, version: number) => ({
    center,
    table,
    column,
    row,
    person: owner,
    version,
  })

  return {
    async seal(trx, center, place, plain) {
      const { version, key } = await newestKey(trx, center, place.owner)
      return { version, sealed: encryptField(key, placeOf(center, place, version), plain) }
    },
    async open(trx, center, place, { sealed, version }) {
      const found = (await keysOf(trx, center, place.owner)).find((one) => one.version === version)
      if (found === undefined) throw new Problem('field-damaged')
      return decryptField(found.key, placeOf(center, place, version), sealed)
    },
    async nameIndexes(trx, center, { given, surname, birthYear }) {
      const { key } = await newestKey(trx, center, center)
      return nameIndexes(key, center, { given, surname, ...(birthYear === undefined ? {} : { birthYear }) })
    },
    async centerSecret(trx, center, purpose) {
      const { key } = await newestKey(trx, center, center)
      return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `footbridge center secret ${purpose}`, 32))
    },
    destroyKeys: deleteKeys,
  }
}
