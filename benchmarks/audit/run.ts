// `bin/footbridge --node benchmarks/audit/run.ts`: a million invented entries, exported to a file, are verified against a
// checkpoint each thousand entries. Exit code 1 when the hold of design.md, <= 5 s, is missed; `--quick`: a tenth of the
// entries, held to twice its share.

import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import {
  type AuditEntry,
  growTree,
  leafOfEntry,
  readLog,
  signCheckpoint,
  verifyingKeyOf,
  verifyLog,
  writeLog,
} from '../../src/access/audit/index.ts'
import { sampleCenter, sampleEntry, sampleKey, sampleOrigin, sampleSecond } from '../../tests/audit/sample-log.ts'

const quick = process.argv.includes('--quick')
const size = quick ? 100_000 : 1_000_000
const rounds = 3
const holdSeconds = (5 * size) / 1_000_000
const key = sampleKey()
const checkpoints: string[] = []

/** Makes the entries and signs on the way, as the sequencer does. */
function* signedLog(): Generator<AuditEntry> {
  const tree = growTree()
  for (let sequence = 1; sequence <= size; sequence += 1) {
    const entry = sampleEntry(sequence)
    tree.append(leafOfEntry(entry))
    if (sequence % 1000 === 0)
      checkpoints.push(signCheckpoint({ size: sequence, root: tree.root(), time: sampleSecond(sequence) }, key))
    yield entry
  }
}

async function* log(): AsyncGenerator<AuditEntry> {
  await Promise.resolve()
  yield* signedLog()
}

const folder = mkdtempSync(join(tmpdir(), 'footbridge-audit-'))
const file = join(folder, 'audit.jsonl')
try {
  await pipeline(writeLog(sampleCenter, log()), createWriteStream(file))
  const seconds: number[] = []
  const cpuSeconds: number[] = []
  let peak = 0
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const before = process.cpuUsage()
    const verdict = await verifyLog(readLog(createReadStream(file, { highWaterMark: 1 << 18 })), checkpoints, {
      origin: sampleOrigin,
      keys: [verifyingKeyOf(key)],
    })
    seconds.push((performance.now() - start) / 1000)
    const used = process.cpuUsage(before)
    cpuSeconds.push((used.user + used.system) / 1e6)
    peak = Math.max(peak, process.memoryUsage().rss)
    if (!verdict.clean || verdict.covered !== size) throw new Error('the log that was just written does not verify')
  }
  const median = middle(seconds)
  const found = `${median.toFixed(2)} s (CPU ${middle(cpuSeconds).toFixed(2)} s, ${Math.round(peak / 1e6)} MB)`
  const ok = median <= holdSeconds
  console.log(
    `${ok ? 'ok    ' : 'MISSED'} ${`verify ${size} audit entries from a file`.padEnd(46)} ${found.padEnd(34)} hold: <= ${holdSeconds} s`,
  )
  process.exitCode = median <= holdSeconds * (quick ? 2 : 1) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
