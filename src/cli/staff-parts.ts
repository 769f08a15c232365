// What staff pages need: the vault with its key file, and sign-in for the address that people use. Over plain http on another
// name than this machine's own, cookies and passkeys are not safe, so there are no staff pages there (design, section 7).

import { existsSync } from 'node:fs'

import {
  keyFilePath,
  makeKeyFile,
  openVault,
  passwordHashing,
  readKeyFile,
  systemRandom,
  type RelyingParty,
} from '../access/index.ts'
import { dataFolder, type Database } from '../database/index.ts'
import type { StaffServices } from '../web/index.ts'
import type { Surroundings } from './command.ts'
import type { Settings } from './settings.ts'

export type StaffParts = {
  readonly database: Database
  readonly surroundings: Surroundings
  readonly settings: Settings
  /** As passkeys and authenticator apps show it. */
  readonly centerName: string
}

/** Null where staff cannot sign in safely. Throws the Problems of the key file. */
export function staffParts({ database, surroundings, settings, centerName }: StaffParts): StaffServices | null {
  const address = addressOf(settings)
  if (!isSafe(address)) return null
  const now = (): Date => new Date()
  const vault = openVault({ ring: keyRing(surroundings), now })
  const party: RelyingParty = { id: address.hostname, name: centerName, origin: address.origin }
  const accounts = { database, vault, hashing: passwordHashing(), now, random: systemRandom, party }
  return { database, vault, accounts }
}

export const addressOf = ({ address, port }: Settings): URL => address ?? new URL(`http://localhost:${port}`)

const isSafe = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || hostname === 'localhost'

/** Made with the first start. */
function keyRing({ home }: Surroundings) {
  const path = keyFilePath(process.env, dataFolder(process.env, home))
  const ring = existsSync(path) ? readKeyFile(path) : makeKeyFile(path, new Date())
  return () => ring
}
