// bin/footbridge restore FILE: reads a backup into an empty folder or database, and compares every table with it.

import { databaseConfig, restoreBackup } from '../database/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

export const restoreCommand: Command = {
  name: 'restore',
  help: 'FILE: read a backup into an empty folder or database',
  async run(args, { home }) {
    const file = readOptions(args, {}, 1).positionals[0] ?? ''
    const { tables, rows } = await restoreBackup({
      config: databaseConfig(process.env, home),
      home,
      file,
      log: console.log,
    })
    console.log(
      `Restored ${rows} rows of ${tables.length} tables; every count and digest is the same as in the backup.`,
    )
    return 0
  },
}
