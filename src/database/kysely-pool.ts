// Kysely over node-postgres, with statements named so that the server prepares each once (0.83 of raw pg instead of 0.24,
// measured). A pooler in transaction mode cannot keep names: there it is switched off.

import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { Pool, types, type ClientConfig, type PoolClient } from 'pg'

import type { Tables } from './tables.ts'

const mostNames = 2000

/** A day of the calendar has no hour and no zone: it stays the text 'YYYY-MM-DD'. */
const plainDates: Pick<typeof types, 'getTypeParser'> = {
  getTypeParser: ((...[oid, format]: Parameters<typeof types.getTypeParser>) =>
    oid === types.builtins.DATE ? String : (types.getTypeParser(oid, format) as unknown)) as typeof types.getTypeParser,
}

export type PoolParts = { readonly connection: ClientConfig; readonly max: number; readonly nameStatements: boolean }

export function openPool({ connection, max, nameStatements }: PoolParts): Kysely<Tables> {
  const pool = new Pool({ ...connection, types: plainDates, max, idleTimeoutMillis: 30_000 })
  // A connection that breaks is replaced by the pool; the statement that used it tells whoever needs to know.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const nameOf = nameStatements ? statementNames() : () => undefined
  const named: PostgresPool = {
    options: pool.options,
    connect: async () => withNames(await pool.connect(), nameOf),
    end: () => pool.end(),
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: named }) })
}

/**
 * Only a statement with values is prepared: the others (begin, commit, set) go as plain text. `begin` is held back and
 * sent together with what follows it, so that opening a transaction as an actor costs one trip to the server, not two.
 */
function withNames(client: PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  let held = ''
  const take = (): string => {
    const text = held
    held = ''
    return text
  }
  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (values.length === 0) {
      if (text === 'begin') {
        held = 'begin; '
        return nothing
      }
      const results: unknown = await client.query(take() + text)
      return Array.isArray(results) ? results.at(-1) : results
    }
    if (held !== '') await client.query(take())
    const name = nameOf(text)
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  }
  return { release: (destroy?: boolean) => client.release(destroy), query: query as PostgresPoolClient['query'] }
}

const nothing = { command: 'BEGIN', rowCount: 0, rows: [] }

/** The same text gets the same name; after 2,000 different texts the rest go unnamed, so that memory stays bounded. */
function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    if (!names.has(text) && names.size < mostNames) names.set(text, `fb${names.size}`)
    return names.get(text)
  }
}
