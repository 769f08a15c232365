// What runs beside the pages, for every center of the database: the audit log gets its places and signatures, and unusual
// reading is reported.

import {
  appendCheckpoint,
  auditKeyOf,
  auditSeedPath,
  checkpointFolder,
  openAuditSeed,
  openSequencer,
  watchReading,
} from '../access/index.ts'
import { dataFolder, listCenters, type Database } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import type { Surroundings } from './command.ts'

export type Background = { stop(): Promise<void> }

export async function runBackground(
  database: Database,
  { home }: Surroundings,
  log: (line: string) => void,
): Promise<Background> {
  const data = dataFolder(process.env, home)
  const seed = openAuditSeed(auditSeedPath(process.env, data))
  const folder = checkpointFolder(process.env, data)
  const now = (): Date => new Date()
  const start = (center: CenterId) => {
    const publish = (note: string): Promise<void> => appendCheckpoint(folder, center, note)
    const sequencer = openSequencer({ database, center, key: auditKeyOf(seed, center), now, publish, log })
    return { sequencer, stopWatching: watchReading({ database, center, now, log }) }
  }
  const centers = (await database.asOwner(listCenters)).map(({ id }) => start(id))
  return {
    async stop() {
      for (const { stopWatching } of centers) stopWatching()
      await Promise.all(centers.map(({ sequencer }) => sequencer.stop()))
    },
  }
}
