// Whether the database answers, and the level it is at, within two seconds whatever happens.

import { sql, type Kysely } from 'kysely'

import type { Tables } from './tables.ts'

export type DatabaseHealth = {
  readonly ok: boolean
  /** The newest migration that ran; null while the database does not answer. */
  readonly migration: string | null
}

const patienceMs = 1500

export async function healthOf(app: Kysely<Tables>): Promise<DatabaseHealth> {
  const asked = sql<{ level: string | null }>`select max(name) as level from schema_migrations`
    .execute(app)
    .then(({ rows }) => ({ ok: true, migration: rows[0]?.level ?? null }))
    .catch(() => gone)
  const timer = new AbortController()
  try {
    return await Promise.race([asked, afterPatience(timer.signal)])
  } finally {
    timer.abort()
  }
}

const gone: DatabaseHealth = { ok: false, migration: null }

const afterPatience = (signal: AbortSignal): Promise<DatabaseHealth> =>
  new Promise((resolve) => {
    const timeout = setTimeout(() => resolve(gone), patienceMs)
    signal.addEventListener('abort', () => clearTimeout(timeout))
  })
