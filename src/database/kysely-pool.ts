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
  const pool = new Pool({ ...connection, types: plainDates, pipeline: true, max, idleTimeoutMillis: 30_000 })
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
 * In front of a statement whose answer nobody needs before the commit: it is held back and sent together with it, so that it
 * costs no trip of its own. Where it fails, the commit fails with it. No later statement of the transaction sees its rows.
 */
export const withCommit = '/* with commit */ '

/**
 * Only a statement with values is prepared: the others (begin, commit, set) go as plain text. `begin` is held back and
 * sent together with what follows it, so that opening a transaction as an actor costs one trip to the server, not two.
 */
function withNames(client: PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  let held = ''
  let last: (() => Promise<unknown>)[] = []
  const take = (): string => {
    const text = held
    held = ''
    return text
  }
  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (values.length === 0) {
      if (text === 'begin') {
        held = 'begin; '
        last = []
        return nothing
      }
      if (text === 'commit' && last.length > 0) return commitWith(client, take(), last.splice(0))
      const results: unknown = await client.query(take() + text)
      return Array.isArray(results) ? results.at(-1) : results
    }
    const name = nameOf(text)
    const send = (): Promise<unknown> =>
      client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
    if (text.startsWith(withCommit)) {
      last.push(send)
      return nothing
    }
    if (held !== '') await client.query(take())
    return send()
  }
  return { release: (destroy?: boolean) => client.release(destroy), query: query as PostgresPoolClient['query'] }
}

/** One trip: the connection is pipelined. After a statement that failed, the server answers the commit with a rollback. */
async function commitWith(
  client: PoolClient,
  held: string,
  last: readonly (() => Promise<unknown>)[],
): Promise<unknown> {
  if (held !== '') await client.query(held)
  const answers = await Promise.all([...last.map((send) => send()), client.query('commit')])
  return answers.at(-1)
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
