// What staff pages need: the vault with its key file, and sign-in for the address that people use. Over plain http on another
// name than this machine's own, cookies and passkeys are not safe, so there are no staff pages there (design, section 7).

import {
  openDirectories,
  openVault,
  passwordHashing,
  readProviders,
  ssoFilePath,
  systemRandom,
  type Directories,
  type KeyRing,
  type RelyingParty,
} from '../access/index.ts'
import { dataFolder, type Database } from '../database/index.ts'
import type { StaffServices } from '../web/index.ts'
import type { Settings } from './settings.ts'

export type StaffParts = {
  readonly database: Database
  readonly settings: Settings
  readonly ring: () => KeyRing
  readonly demo: boolean
  readonly home: string
  /** As passkeys and authenticator apps show it. */
  readonly centerName: string
}

/** Null where staff cannot sign in safely. Throws the Problems of the file of directories. */
export function staffParts({ database, settings, ring, demo, home, centerName }: StaffParts): StaffServices | null {
  const address = addressOf(settings)
  if (!isSafe(address)) return null
  const now = (): Date => new Date()
  const vault = openVault({ ring, now })
  const party: RelyingParty = { id: address.hostname, name: centerName, origin: address.origin }
  const accounts = { database, vault, hashing: passwordHashing(), now, random: systemRandom, party }
  return { database, vault, accounts, demo, sso: directories(home, address) }
}

/** The agencies' own directories that people may sign in with; undefined: nobody does. */
function directories(home: string, { origin }: URL): Directories | undefined {
  const file = ssoFilePath(process.env, dataFolder(process.env, home))
  if (file === undefined) return undefined
  return openDirectories({ providers: readProviders(file), origin, now: () => new Date(), log: console.error })
}

export const addressOf = ({ address, port }: Settings): URL => address ?? new URL(`http://localhost:${port}`)

const isSafe = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || hostname === 'localhost'
