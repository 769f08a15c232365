// Restores a backup of keys into a database whose data was restored and which has no key yet. The keys of people who were
// erased since go again in the same transaction: by the ledgers, and by what the restored data says of erasures.

import { Problem } from '../../shared/index.ts'
import { sqlState, toProblem } from '../errors.ts'
import { migrate, readMigrations, refuseForeign } from '../migrate.ts'
import { reachDatabase, withClient } from '../open-database.ts'
import { readLedgers } from './ledger-file.ts'
import { loadTables, seeingEveryRow } from './load-tables.ts'
import { verifyBackup } from './read-backup.ts'
import { replayErasures } from './replay-erasures.ts'
import type { RestoreParts } from './restore-backup.ts'

export type RestoredKeys = {
  /** Keys that the file held. */
  readonly keys: number
  /** People whom the data still held and the ledgers named. */
  readonly erased: number
  /** When the file is to be destroyed. */
  readonly destroyBy: Date
}

/** Throws Problem 'backup-holds-data', 'restore-keys-not-empty' or 'keys-without-data', and as `restoreBackup` does. */
export async function restoreKeys({ config, home, log, file, ledgers = [] }: RestoreParts): Promise<RestoredKeys> {
  const header = await verifyBackup(file)
  if (header.holds !== 'keys') throw new Problem('backup-holds-data', { file })
  const erasures = await readLedgers(file, ledgers)
  const known = readMigrations(home)
  refuseForeign(header.migrations, known, 'backup-newer')
  const reached = await reachDatabase({ config, home, log })
  try {
    return await withClient(reached.connections.owner, async (owner) => {
      await migrate(owner, known)
      const loaded = await seeingEveryRow(owner, async () => ({
        tables: await loadTables(owner, { file, schema: 'footbridge_keys', filled: 'restore-keys-not-empty' }),
        erased: await replayErasures(owner, erasures),
      }))
      const keys = loaded.tables.reduce((sum, { rows }) => sum + rows, 0)
      return { keys, erased: loaded.erased, destroyBy: new Date(header.destroyBy ?? header.madeAt) }
    })
  } catch (error) {
    throw sqlState(error) === '23503' ? new Problem('keys-without-data', { file }, error) : toProblem(error)
  } finally {
    await reached.close()
  }
}
