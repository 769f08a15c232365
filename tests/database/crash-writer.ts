// A process of its own for the crash test: opens the built-in database and writes rows through transactAs, printing each
// id only after its commit was acknowledged. `hold` opens and waits. Runs on Node's own type stripping.

import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { sql } from 'kysely'

import { openDatabase } from '../../src/database/index.ts'
import { Problem } from '../../src/shared/index.ts'
import { asAda } from '../cast.ts'

const [folder = '', what = 'write'] = process.argv.slice(2)
const home = join(import.meta.dirname, '../..')
const database = await openDatabase({ config: { kind: 'embedded', folder }, home, log: () => undefined })
writeSync(1, 'open\n')
if (what === 'hold') await wait(600_000)

await Promise.all(Array.from({ length: 4 }, write))

async function write(): Promise<void> {
  for (;;) {
    const id = randomUUID()
    try {
      await database.transactAs(asAda, (trx) =>
        sql`insert into crash_rows (center_id, row_id) values (${asAda.center}, ${id})`.execute(trx),
      )
      writeSync(1, `${id}\n`)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'database-unavailable') throw error
      writeSync(1, 'unavailable\n')
      await wait(20)
    }
  }
}
