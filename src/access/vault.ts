// What casework asks of encryption: seal a text for the person it is about, and open it again. A person's key is made with the
// first text and destroyed by erasure; nobody outside this room sees a key.

import type { Trx } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'

/** Where a sealed text stands: moved to any other place it does not open. `owner`: the child or caregiver, or the center itself. */
export type FieldPlace = {
  readonly table: string
  readonly column: string
  readonly row: string
  readonly owner: string
}

/** `version`: of the owner's key; kept in the row beside the sealed bytes (`key_version`). */
export type Sealed = { readonly sealed: Buffer; readonly version: number }

export type NameParts = { readonly given: string; readonly surname: string; readonly birthYear?: number | undefined }

/** Everything happens in the caller's transaction, as its actor. */
export type Vault = {
  seal(trx: Trx, center: CenterId, place: FieldPlace, plain: string): Promise<Sealed>
  /** Throws Problem('field-damaged') when bytes, place or version do not belong together, or the key is gone. */
  open(trx: Trx, center: CenterId, place: FieldPlace, sealed: Sealed): Promise<string>
  /** Keyed sounds for `name_indexes`; the same for writing and for looking up. */
  nameIndexes(trx: Trx, center: CenterId, name: NameParts): Promise<readonly { kind: string; value: Buffer }[]>
  /** 32 bytes for one purpose of the center's own, such as the digests of recovery codes. */
  centerSecret(trx: Trx, center: CenterId, purpose: string): Promise<Buffer>
  /** Destroys every key of this owner. Returns how many there were. */
  destroyKeys(trx: Trx, center: CenterId, owner: string): Promise<number>
}
