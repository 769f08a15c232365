// bin/footbridge backup FILE: one consistent logical copy of all data, without keys (those have their own file). It works
// beside a running service.

import { databaseConfig, openDatabase } from '../database/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

export const backupCommand: Command = {
  name: 'backup',
  help: 'FILE: write all data to a new file',
  async run(args, { home }) {
    const file = readOptions(args, {}, 1).positionals[0] ?? ''
    const database = await openDatabase({
      config: databaseConfig(process.env, home),
      home,
      log: console.log,
      migrate: false,
      beside: true,
    })
    try {
      const { tables, rows, bytes } = await database.writeBackup(file)
      console.log(`Wrote ${file}: ${rows} rows of ${tables.length} tables, ${bytes} bytes.`)
      return 0
    } finally {
      await database.close()
    }
  },
}
