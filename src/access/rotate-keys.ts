// One rotation at a time for the whole database: a lock is taken there, then a key is added to the file if asked, then every
// center's keys are wrapped again under the newest. Stopped at any moment, it may be run again.

import type { Database } from '../database/index.ts'
import { Problem } from '../shared/index.ts'
import { readKeyFile, type KeyRing } from './keys/index.ts'
import { listCenters, takeKeyLock } from './key-queries.ts'
import { surveyKeys } from './key-survey.ts'
import { rewrapKeys } from './rewrap-keys.ts'

export type Rotated = {
  readonly current: number
  /** Wrapped again now. */
  readonly moved: number
  /** Still under an older key: a request held them just then. */
  readonly left: number
}

export type RotateParts = {
  readonly database: Database
  readonly file: string
  /** Adds a key to the file; left out, an interrupted rotation goes on. */
  readonly add?: () => KeyRing
}

/** Throws Problem 'keys-busy', 'key-missing' or 'key-other' before anything was added or wrapped, and as `readKeyFile` does. */
export function rotateKeys({ database, file, add }: RotateParts): Promise<Rotated> {
  return database.asOwner(async (trx) => {
    if (!(await takeKeyLock(trx))) throw new Problem('keys-busy')
    const before = readKeyFile(file)
    await refuseWrongFile(database, file, before)
    const ring = add?.() ?? before
    let moved = 0
    for (const center of await listCenters(trx)) moved += await rewrapKeys(database, center, ring)
    const uses = await surveyKeys(database, ring)
    const left = uses.filter(({ number }) => number !== ring.current).reduce((sum, { keys }) => sum + keys, 0)
    return { current: ring.current, moved, left }
  })
}

/** Throws Problem 'key-missing' or 'key-other' where the file is not the one that belongs to this database. */
export async function refuseWrongFile(database: Database, file: string, ring: KeyRing): Promise<void> {
  const uses = await surveyKeys(database, ring)
  for (const [state, code] of [
    ['missing', 'key-missing'],
    ['other', 'key-other'],
  ] as const) {
    const numbers = uses.filter((use) => use.state === state).map(({ number }) => number)
    if (numbers.length > 0) throw new Problem(code, { file, numbers: numbers.join(', ') })
  }
}
