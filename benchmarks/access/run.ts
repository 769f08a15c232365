// `npm run bench:access`: what the walls and the audit log cost. A write with its audit entry beside one without, with 1 and with
// 32 clients; and a list of 20 of 10,000 and 100,000 cases through the policies, beside the same SQL as a role that bypasses
// them. Ratios in one run. `--quick`: fewer rounds, and a tenth of the cases.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { measureAudit } from './audit-cost.ts'
import { measureLists } from './case-lists.ts'

const quick = process.argv.includes('--quick')
const home = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'footbridge-bench-access-'))
let missed = 0

function report(what: string, found: number, hold: number, of: string): void {
  const ok = found <= hold
  if (!ok) missed++
  process.stdout.write(
    `${ok ? 'ok    ' : 'MISSED'} ${what.padEnd(62)} ${found.toFixed(2)} (${of})  hold: <= ${String(hold)}\n`,
  )
}

try {
  for (const clients of [1, 32]) {
    const { plain, audited } = await measureAudit({
      home,
      folder: join(folder, `audit-${String(clients)}`),
      clients,
      rounds: quick ? 3 : 9,
    })
    report(
      `time of a write with its audit entry, to one without, ${String(clients)} clients`,
      audited / plain,
      1.25,
      `${plain.toFixed(3)} to ${audited.toFixed(3)} ms`,
    )
  }
  const sizes = quick ? [1_000, 10_000] : [10_000, 100_000]
  const lists = await measureLists({ home, folder: join(folder, 'lists'), sizes })
  for (const { who, walled, free, smaller } of lists) {
    report(
      `list of 20 of ${String(sizes[1])} cases, ${who}, to a role without walls`,
      walled / free,
      1.5,
      `${walled.toFixed(3)} to ${free.toFixed(3)} ms`,
    )
    report(
      `the same to itself at ${String(sizes[0])} cases`,
      walled / smaller,
      1.3,
      `${walled.toFixed(3)} to ${smaller.toFixed(3)} ms`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = missed === 0 || quick ? 0 : 1
