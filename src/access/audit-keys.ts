// The key that signs checkpoints: 32 bytes in a private file beside the key file, from which each center's own key is made.
// Whoever rewrites the database cannot sign without this file; whoever steals the file too still meets the copies elsewhere.

import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { Problem, type CenterId } from '../shared/index.ts'
import { makeSigningKey, type SigningKey } from './audit/index.ts'

/** Reads the seed, or makes it where there is none. Throws Problem('key-file-open') when others may read it. */
export function openAuditSeed(file: string): Buffer {
  if (!existsSync(file)) return newSeed(file)
  if ((statSync(file).mode & 0o077) !== 0) throw new Problem('key-file-open', { file })
  const seed = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (seed.length !== 32) throw new Problem('key-file-damaged', { file, why: 'it does not hold 32 bytes' })
  return seed
}

function newSeed(file: string): Buffer {
  const seed = randomBytes(32)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${seed.toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  chmodSync(file, 0o600)
  return seed
}

/** The name of the log, which is the name of its key: the same wherever the service runs. */
export const logName = (center: CenterId): string => `footbridge/audit/${center}`

export const auditKeyOf = (seed: Buffer, center: CenterId): SigningKey =>
  makeSigningKey(
    logName(center),
    Buffer.from(hkdfSync('sha256', seed, Buffer.alloc(0), `footbridge audit ${center}`, 32)),
  )

/** FOOTBRIDGE_AUDIT_KEY, else beside the key file in the data folder. */
export const auditSeedPath = (environment: NodeJS.ProcessEnv, dataFolder: string): string =>
  environment['FOOTBRIDGE_AUDIT_KEY'] ?? join(dataFolder, 'keys', 'audit.key')
