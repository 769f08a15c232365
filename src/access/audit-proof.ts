// What proves a log on this machine: the public half of the key that signs its checkpoints, and the copies of checkpoints kept
// outside the database. Checking never makes a key: a new one would call every checkpoint of the old one forged.

import { existsSync } from 'node:fs'

import type { CenterId } from '../shared/index.ts'
import { verifyingKeyOf, type VerifyingKey } from './audit/index.ts'
import { auditKeyOf, auditSeedPath, openAuditSeed } from './audit-keys.ts'
import type { AuditProof } from './check-audit.ts'
import { checkpointFile, checkpointFolder, readCheckpoints } from './checkpoint-file.ts'

export type ProofPlace = { readonly environment: NodeJS.ProcessEnv; readonly dataFolder: string }

/** Undefined: this machine has no key for checkpoints yet. */
export function auditVerifyingKey({ environment, dataFolder }: ProofPlace, center: CenterId): VerifyingKey | undefined {
  const file = auditSeedPath(environment, dataFolder)
  return existsSync(file) ? verifyingKeyOf(auditKeyOf(openAuditSeed(file), center)) : undefined
}

export const auditProofIn =
  (place: ProofPlace): AuditProof =>
  async (center) => {
    const key = auditVerifyingKey(place, center)
    const own = checkpointFile(checkpointFolder(place.environment, place.dataFolder), center)
    return { keys: key === undefined ? [] : [key], kept: existsSync(own) ? await readCheckpoints(own) : [] }
  }
