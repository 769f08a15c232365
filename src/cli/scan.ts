// bin/footbridge scan: notes in, what they mention out, as JSON lines. Nothing is stored; only the caller sees the text.

import { createReadStream, existsSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'

import { Problem } from '../shared/index.ts'
import type { Command, Surroundings } from './command.ts'
import { readFlagsAndFiles } from './options.ts'
import { addCounts, type Counts, noCounts, scanBatch } from './scan-batch.ts'
import { type Batch, batchesOf } from './scan-batches.ts'
import { scannerFor } from './scan-machine.ts'
import { inOrder, type ReadBatch, startReader } from './scan-pool.ts'

const options = { summary: { type: 'boolean', default: false }, workers: { type: 'string', default: '1' } } as const

const mostWorkers = 64

function workersOf(given: string): number {
  const workers = Number(given)
  if (Number.isInteger(workers) && workers >= 1 && workers <= mostWorkers) return workers
  throw new Problem('usage', { why: `Give --workers as a number from 1 to ${String(mostWorkers)}.` })
}

async function* batchesFrom(files: readonly string[]): AsyncGenerator<Batch> {
  if (files.length === 0) yield* batchesOf(process.stdin)
  for (const file of files) yield* batchesOf(file === '-' ? process.stdin : createReadStream(file), file)
}

type Readers = { readonly read: readonly ReadBatch[]; readonly end: () => Promise<unknown> }

function readersFor(workers: number, { home, built }: Surroundings, noteYear: number): Readers {
  // Made here first, so that several workers do not each build it.
  const scan = scannerFor({ home, built })
  if (workers === 1)
    return { read: [(batch) => Promise.resolve(scanBatch(batch, scan, noteYear))], end: () => Promise.resolve() }
  const started = Array.from({ length: workers }, () =>
    startReader(join(built, 'scan-worker.js'), { home, built, noteYear }),
  )
  return { read: started.map(({ read }) => read), end: () => Promise.all(started.map(({ end }) => end())) }
}

/** Waits when whoever reads us is slower than we are. */
async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** `... | head` closes the pipe before the end: that is no fault. */
function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
}

async function scanAll(files: readonly string[], readers: Readers, summary: boolean): Promise<Counts> {
  let counts = noCounts
  for await (const done of inOrder(batchesFrom(files), readers.read)) {
    counts = addCounts(counts, done.counts)
    if (!summary) await write(done.text)
  }
  if (summary) await write(`${JSON.stringify(counts)}\n`)
  return counts
}

export const scanCommand: Command = {
  name: 'scan',
  help: '[FILE ...] [--summary] [--workers N]: which warning signs notes mention; JSON lines {"id","text","lang"?} in and out',
  async run(args, surroundings) {
    const { values, positionals } = readFlagsAndFiles(args, options)
    const missing = positionals.find((file) => file !== '-' && !existsSync(file))
    if (missing !== undefined) throw new Problem('usage', { why: `There is no file ${missing}.` })
    endQuietlyWithoutReader()
    const readers = readersFor(workersOf(values.workers), surroundings, new Date().getFullYear())
    const { errors } = await scanAll(positionals, readers, values.summary).finally(readers.end)
    if (errors > 0)
      console.error(`${String(errors)} line${errors === 1 ? '' : 's'} could not be read; each has an error record.`)
    return 0
  },
}
