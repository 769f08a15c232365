// Restores a backup of data into an empty database: the file is checked whole first, then everything is loaded in one
// transaction and compared. In the same transaction the ledgers are replayed: who was erased never comes back, even if the
// machine dies in between.

import { stat } from 'node:fs/promises'

import { Problem } from '../../shared/index.ts'
import { toProblem } from '../errors.ts'
import { migrate, readMigrations, refuseForeign } from '../migrate.ts'
import { reachDatabase, withClient, type OpenParts } from '../open-database.ts'
import { readLedgers } from './ledger-file.ts'
import { loadTables, seeingEveryRow } from './load-tables.ts'
import { verifyBackup } from './read-backup.ts'
import { replayErasures } from './replay-erasures.ts'
import type { BackupSummary } from './write-backup.ts'

export type RestoreParts = Pick<OpenParts, 'config' | 'home' | 'log'> & {
  readonly file: string
  /** Ledgers of erasures, beside the one that stands next to the file. */
  readonly ledgers?: readonly string[]
}

/** `erased`: people whom the backup still held and the ledgers named. */
export type RestoreSummary = BackupSummary & { readonly erased: number }

export async function restoreBackup({ config, home, log, file, ledgers = [] }: RestoreParts): Promise<RestoreSummary> {
  const header = await verifyBackup(file)
  if (header.holds === 'keys') throw new Problem('backup-holds-keys', { file })
  const erasures = await readLedgers(file, ledgers)
  const known = readMigrations(home)
  refuseForeign(header.migrations, known, 'backup-newer')
  const reached = await reachDatabase({ config, home, log })
  try {
    return await withClient(reached.connections.owner, async (owner) => {
      await migrate(owner, known, header.migrations.at(-1)?.name ?? '')
      const loaded = await seeingEveryRow(owner, async () => ({
        tables: await loadTables(owner, { file, schema: 'public', filled: 'restore-not-empty' }),
        erased: await replayErasures(owner, erasures),
      }))
      await migrate(owner, known)
      const rows = loaded.tables.reduce((sum, table) => sum + table.rows, 0)
      return { ...loaded, rows, bytes: (await stat(file)).size }
    })
  } catch (error) {
    throw toProblem(error)
  } finally {
    await reached.close()
  }
}
