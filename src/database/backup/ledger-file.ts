// The ledger of erasures on the disk: written from one snapshot, beside each backup and by `bin/footbridge erasures`; read
// back, several at once, by a restore.

import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'

import { Problem } from '../../shared/index.ts'
import { readLedger, writeLedger, type Erasure } from './ledger.ts'
import { withSnapshot, type Readers } from './reader.ts'
import { writeWholeFile } from './whole-file.ts'

/** The ledger that a backup run writes beside its file. */
export const ledgerBeside = (file: string): string => `${file}.erasures`

export type LedgerParts = Readers & { readonly file: string; readonly now: Date }

/** Returns how many people it names. */
export async function writeLedgerFile({ file, now, ...readers }: LedgerParts): Promise<number> {
  return writeWholeFile(
    file,
    async (draft) => {
      const erasures = await findErasures(readers)
      await writeFile(draft, writeLedger(erasures, now), { mode: 0o600, flag: 'wx', flush: true })
      return erasures.length
    },
    readLedgerFile,
  )
}

const findErasures = (readers: Readers): Promise<readonly Erasure[]> =>
  withSnapshot(readers, async (client) => {
    const { rows: found } = await client.query<{ there: boolean }>(
      "select to_regclass('public.erasures') is not null as there",
    )
    // A database that was not yet brought to this version.
    if (found[0]?.there !== true) return []
    const { rows } = await client.query<Omit<Erasure, 'erasedAt'> & { erasedAt: Date }>(
      `select center_id as center, individual_id as individual, erased_at as "erasedAt", erased_by as "erasedBy"
       from public.erasures order by erased_at, center_id, individual_id`,
    )
    return rows.map(({ center, individual, erasedAt, erasedBy }) => ({
      center,
      individual,
      erasedAt: erasedAt.toISOString(),
      erasedBy,
    }))
  })

/** The ledgers named, and the one that stands beside the backup. Throws Problem 'file-missing' or 'erasures-damaged'. */
export async function readLedgers(backup: string, named: readonly string[]): Promise<readonly Erasure[]> {
  const beside = ledgerBeside(backup)
  const files = new Set([...named, ...(existsSync(beside) ? [beside] : [])])
  return (await Promise.all([...files].map(readLedgerFile))).flat()
}

async function readLedgerFile(file: string): Promise<readonly Erasure[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Problem('file-missing', { file }, cause)
  })
  const read = readLedger(text)
  if (!read.ok) throw new Problem('erasures-damaged', { file, reason: read.reason })
  return read.value
}
