// A worker of `bin/footbridge scan`: builds the scanner once, then reads batch after batch.

import { parentPort, workerData } from 'node:worker_threads'

import { loadLexicon } from '../knowledge/index.ts'
import { buildScanner } from '../screening/index.ts'
import { scanBatch } from './scan-batch.ts'
import type { Batch } from './scan-batches.ts'

export type WorkerSettings = { readonly lexicon: string; readonly noteYear: number }

const { lexicon, noteYear } = workerData as WorkerSettings
const scan = buildScanner(loadLexicon(lexicon))
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(scanBatch(batch, scan, noteYear)))
