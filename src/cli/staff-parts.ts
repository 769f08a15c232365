// What staff pages need: the vault with its key file, and sign-in for the address that people use. Over plain http on another
// name than this machine's own, cookies and passkeys are not safe, so there are no staff pages there (design, section 7).

import {
  openVault,
  passwordHashing,
  systemRandom,
  type Directories,
  type AuditProof,
  type KeyRing,
  type RelyingParty,
} from '../access/index.ts'
import type { Database } from '../database/index.ts'
import type { StaffServices } from '../web/index.ts'
import type { Settings } from './settings.ts'

export type StaffParts = {
  readonly database: Database
  readonly settings: Settings
  readonly ring: () => KeyRing
  readonly demo: boolean
  readonly sso?: Directories | undefined
  readonly auditProof: AuditProof
  /** As passkeys and authenticator apps show it. */
  readonly centerName: string
}

/** Null where staff cannot sign in safely. Throws the Problems of the key file. */
export function staffParts(parts: StaffParts): StaffServices | null {
  const { database, settings, ring, demo, sso, centerName, auditProof } = parts
  const address = addressOf(settings)
  if (!isSafe(address)) return null
  const now = (): Date => new Date()
  const vault = openVault({ ring, now })
  const party: RelyingParty = { id: address.hostname, name: centerName, origin: address.origin }
  const accounts = { database, vault, hashing: passwordHashing(), now, random: systemRandom, party }
  return { database, vault, accounts, demo, sso, auditProof }
}

export const addressOf = ({ address, port }: Settings): URL => address ?? new URL(`http://localhost:${port}`)

const isSafe = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || hostname === 'localhost'
