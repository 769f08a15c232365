// A database for one command, beside a running service or alone; it is closed whatever happens.

import { databaseConfig, openDatabase, type Database } from '../database/index.ts'

export async function withDatabase<Value>(home: string, work: (database: Database) => Promise<Value>): Promise<Value> {
  const config = databaseConfig(process.env, home)
  const database = await openDatabase({ config, home, log: console.log, migrate: false, beside: true })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
