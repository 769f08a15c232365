// What sign-in needs from outside: the database, the vault, and whatever a test replaces (clock, randomness, hashing).

import type { Actor, Database } from '../../database/index.ts'
import type { CenterId } from '../../shared/index.ts'
import type { PasswordHashing, Random, RelyingParty } from '../sign-in/index.ts'
import type { Vault } from '../vault.ts'

export type AccountParts = {
  readonly database: Database
  readonly vault: Vault
  readonly hashing: PasswordHashing
  readonly now: () => Date
  readonly random: Random
  /** Our address, as passkeys know it. */
  readonly party: RelyingParty
}

/** Where a request comes from. */
export type Origin = {
  /** Host name: it chooses the center. */
  readonly host: string
  /** The network (`networkOf`), or 'unknown'. */
  readonly network: string
  /** Token of a device that signed in before, from its cookie. */
  readonly device: string | undefined
  /** Kind of browser and system. */
  readonly browser: string
}

export const serviceOf = (center: CenterId): Actor => ({ center, person: null })

/** Undefined: no center answers to this host. */
export const centerOfHost = (
  { database }: AccountParts,
  { host }: Pick<Origin, 'host'>,
): Promise<CenterId | undefined> => database.beforeSignIn.centerForHost(host)
