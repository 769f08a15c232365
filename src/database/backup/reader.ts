// The connection that reads for a backup: only a role that may read every row. One under row-level security would silently
// write a part of them, so it is refused, never used.

import { Client, type ClientConfig } from 'pg'

import { Problem } from '../../shared/index.ts'
import { sqlState, toProblem } from '../errors.ts'
import { migrationLock } from '../migrate.ts'
import { backupRoleSql } from '../roles.ts'
import { plainSession } from './table-copy.ts'

export type Readers = {
  /** As the backup role. */
  readonly connection: ClientConfig
  /** Used where the owner itself may read every row (a superuser). */
  readonly owner: ClientConfig
}

/** One moment of the whole database, while no migration runs. Throws Problem('backup-role-missing'). */
export async function withSnapshot<Value>(
  { connection, owner }: Readers,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = await connectAsReader([connection, owner])
  try {
    await client.query(plainSession)
    await client.query('set row_security = off')
    // Rows of a table that a migration rewrites meanwhile would be missing from the snapshot.
    await client.query('select pg_advisory_lock_shared($1)', [migrationLock])
    await client.query('begin isolation level repeatable read read only')
    const value = await work(client)
    await client.query('commit')
    return value
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function connectAsReader(configs: readonly ClientConfig[]): Promise<Client> {
  for (const config of configs) {
    const client = new Client(config)
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ free: boolean }>(
        'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
      )
      if (rows[0]?.free === true) return client
    } catch (error) {
      if (!['22023', '42501', '42704', '28000'].includes(sqlState(error))) throw toProblem(error)
    }
    await client.end().catch(() => undefined)
  }
  throw new Problem('backup-role-missing', { sql: backupRoleSql })
}
