// Acknowledged single-row writes per second through transactAs, against what the disk can sync per second in one stream,
// in turns on the same disk. Held with 16 writers at once, as a service has them (>= 0.4; design, section 6); one writer
// alone is printed beside it: it waits for three trips to the server for each row (begin as actor, write, commit).

import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openDatabase, type Database } from '../src/database/index.ts'
import type { CenterId } from '../src/shared/index.ts'

export type WriteRatio = { readonly writes: number; readonly fsyncs: number; readonly ratio: number }

const turnMs = 700

/** Returns the round with the median ratio. */
export async function measureWrites(home: string, rounds: number, writers: number): Promise<WriteRatio> {
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-bench-'))
  const database = await openDatabase({ config: { kind: 'embedded', folder }, home, log: () => undefined })
  try {
    const center = await database.beforeSignIn.centerForHost('localhost')
    if (center === undefined) throw new Error('there is no center')
    await writesPerSecond(database, center, writers)
    const results: WriteRatio[] = []
    for (let round = 0; round < rounds; round++) {
      const fsyncs = fsyncsPerSecond(folder)
      const writes = await writesPerSecond(database, center, writers)
      results.push({ writes, fsyncs, ratio: writes / fsyncs })
    }
    const middle = results.toSorted((one, other) => one.ratio - other.ratio)[Math.floor(rounds / 2)]
    if (middle === undefined) throw new Error('no round was run')
    return middle
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function writesPerSecond(database: Database, center: CenterId, writers: number): Promise<number> {
  const began = performance.now()
  const counts = await Promise.all(Array.from({ length: writers }, () => writeUntil(database, center, began)))
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - began)
}

async function writeUntil(database: Database, center: CenterId, began: number): Promise<number> {
  let count = 0
  while (performance.now() - began < turnMs) {
    await database.transactAs({ center, person: null }, (trx) =>
      trx
        .insertInto('audit_entries')
        .values({ center_id: center, entry_id: randomUUID(), event: 'bench', person_id: null })
        .execute(),
    )
    count++
  }
  return count
}

/** An 8 kB write and fdatasync, again and again, as a database does at best. */
function fsyncsPerSecond(folder: string): number {
  const file = openSync(join(folder, 'fsync-probe'), 'w')
  const block = new Uint8Array(8192)
  const began = performance.now()
  let count = 0
  while (performance.now() - began < turnMs) {
    writeSync(file, block, 0, block.length, 0)
    fdatasyncSync(file)
    count++
  }
  closeSync(file)
  return (count * 1000) / (performance.now() - began)
}
