// bin/footbridge restore FILE: reads a backup into an empty folder or database, and compares every table with it. Who was
// erased since is erased again in the same step, by the lists of erasures.

import { databaseConfig, restoreBackup } from '../database/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

export const restoreCommand: Command = {
  name: 'restore',
  help: 'FILE [--erasures FILE]: read a backup into an empty folder or database',
  async run(args, { home }) {
    const { values, positionals } = readOptions(args, { erasures: { type: 'string', multiple: true } }, 1)
    const { tables, rows, erased } = await restoreBackup({
      config: databaseConfig(process.env, home),
      home,
      file: positionals[0] ?? '',
      ledgers: values.erasures ?? [],
      log: console.log,
    })
    console.log(
      `Restored ${rows} rows of ${tables.length} tables; every count and digest is the same as in the backup.`,
    )
    if (erased > 0) console.log(erasedAgain(erased))
    console.log('Before the service starts, restore the keys of people: bin/footbridge restore-keys FILE')
    return 0
  },
}

export const erasedAgain = (people: number): string =>
  `Erased again: ${people === 1 ? '1 person' : `${people} people`} whom the backup still held.`
