// bin/footbridge migrate: brings the database to the level of this code, without serving. serve does it too.

import { databaseConfig, openDatabase } from '../database/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  help: 'bring the database to this version, without serving',
  async run(args, { home }) {
    readOptions(args, {})
    const database = await openDatabase({ config: databaseConfig(process.env, home), home, log: console.log })
    try {
      const { migration } = await database.health()
      console.log(`The database is at ${migration ?? 'no migration'}.`)
      return 0
    } finally {
      await database.close()
    }
  },
}
