// Makes the roles where that is allowed, and refuses to serve pages as a role that could see every center's rows.

import type { Client } from 'pg'

import { Problem } from '../shared/index.ts'
import { appRole, backupRole, databaseName, ownerRole } from './connections.ts'
import { sqlState } from './errors.ts'

/** Built in: as its superuser, makes all three roles and the database. May run again at each start. */
export async function prepareEmbedded(administrator: Client): Promise<void> {
  for (const [role, rights] of [
    [ownerRole, 'nosuperuser nobypassrls'],
    [appRole, 'nosuperuser nobypassrls nocreatedb nocreaterole'],
    [backupRole, 'nosuperuser bypassrls'],
  ] as const) {
    await ignoring('42710', administrator.query(`create role ${role} login ${rights}`))
  }
  await administrator.query(`grant pg_read_all_data to ${backupRole}`)
  await ignoring('42P04', administrator.query(`create database ${databaseName} owner ${ownerRole}`))
}

const appRoleSql = `create role ${appRole} nosuperuser nobypassrls; grant ${appRole} to current_user;`
export const backupRoleSql = `create role ${backupRole} nosuperuser bypassrls; grant pg_read_all_data to ${backupRole}; grant ${backupRole} to <user of DATABASE_URL>;`

/** On a server: as the owner, makes the application role or says who can; the backup role only where that is allowed. */
export async function prepareServer(owner: Client, ownLogin: boolean): Promise<void> {
  if (!(await mayTakeOn(owner, appRole)) && !ownLogin) await makeRole(owner, appRole, 'nosuperuser nobypassrls')
  if (!(await roleExists(owner, appRole))) throw new Problem('roles-missing', { sql: appRoleSql })
  if (!ownLogin && !(await mayTakeOn(owner, appRole))) throw new Problem('roles-missing', { sql: appRoleSql })
  if (!(await mayTakeOn(owner, backupRole))) {
    await makeRole(owner, backupRole, 'nosuperuser bypassrls')
    await ignoring('42501', owner.query(`grant pg_read_all_data to ${backupRole}`))
  }
}

/** Two services that start at the same time may both try; what is not allowed shows when the role is used. */
async function makeRole(owner: Client, role: string, rights: string): Promise<void> {
  const notAllowedOrThere = ['42501', '42710', '42704', '23505']
  await ignoring(notAllowedOrThere, owner.query(`create role ${role} ${rights}`))
  await ignoring(notAllowedOrThere, owner.query(`grant ${role} to current_user`))
}

async function roleExists(owner: Client, role: string): Promise<boolean> {
  return ((await owner.query('select 1 from pg_roles where rolname = $1', [role])).rowCount ?? 0) > 0
}

export async function mayTakeOn(client: Client, role: string): Promise<boolean> {
  try {
    await client.query(`set role ${role}`)
    await client.query('reset role')
    return true
  } catch (error) {
    if (['42501', '42704', '22023'].includes(sqlState(error))) return false
    throw error
  }
}

/** On a connection of the pages: its role must be subject to row-level security. */
export async function refusePrivileged(app: Client): Promise<void> {
  const { rows } = await app.query<{ role: string; free: boolean }>(
    'select rolname as role, rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  )
  const [found] = rows
  if (found?.free !== false) {
    const role = found?.role ?? 'unknown'
    throw new Problem('privileged-role', { role, sql: `alter role ${role} nosuperuser nobypassrls` })
  }
}

async function ignoring(states: string | readonly string[], query: Promise<unknown>): Promise<void> {
  try {
    await query
  } catch (error) {
    if (![states].flat().includes(sqlState(error))) throw error
  }
}
