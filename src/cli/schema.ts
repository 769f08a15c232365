// bin/footbridge schema: prints the schema as it is in the database. src/database/schema.sql is its committed output.

import { databaseConfig, openDatabase, writeSchema } from '../database/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

export const schemaCommand: Command = {
  name: 'schema',
  help: 'print the schema of the database (kept as src/database/schema.sql)',
  async run(args, { home }) {
    readOptions(args, {})
    const database = await openDatabase({ config: databaseConfig(process.env, home), home, log: () => undefined })
    try {
      process.stdout.write(await writeSchema(database))
      return 0
    } finally {
      await database.close()
    }
  },
}
