// How each role of the database is reached. The owner runs migrations, the application role serves pages under row-level
// security, the backup role reads everything. Built in: each logs in by name over the private socket. On a server: the
// owner is the user of DATABASE_URL, and the others are taken on when the connection starts.

import type { ClientConfig } from 'pg'

export const ownerRole = 'footbridge_owner'
export const appRole = 'footbridge_app'
export const backupRole = 'footbridge_backup'
export const databaseName = 'footbridge'

export type Connections = {
  readonly owner: ClientConfig
  readonly app: ClientConfig
  readonly backup: ClientConfig
}

const patience = { connectionTimeoutMillis: 5000, application_name: 'footbridge' }

export const embeddedConnections = (host: string): Connections => {
  const as = (user: string): ClientConfig => ({ host, user, database: databaseName, ...patience })
  return { owner: as(ownerRole), app: as(appRole), backup: as(backupRole) }
}

export const embeddedAdministrator = (host: string): ClientConfig => ({
  host,
  user: 'postgres',
  database: 'postgres',
  ...patience,
})

/** `appUrl`: a login of its own for the application role. Throws a TypeError when an address cannot be parsed. */
export const serverConnections = (url: string, appUrl: string | undefined): Connections => ({
  owner: { connectionString: url, ...patience },
  app: { connectionString: appUrl ?? withRole(url, appRole), ...patience },
  backup: { connectionString: withRole(url, backupRole), ...patience },
})

/** The address with a start-up option, so that a connection has the role from its first moment. */
function withRole(url: string, role: string): string {
  const address = new URL(url)
  const options = [address.searchParams.get('options'), `-c role=${role}`].filter((one) => one !== null).join(' ')
  address.searchParams.set('options', options)
  return address.toString()
}
