// A worker of `bin/footbridge scan`: has the scanner made once, then reads batch after batch.

import { parentPort, workerData } from 'node:worker_threads'

import { scanBatch } from './scan-batch.ts'
import type { Batch } from './scan-batches.ts'
import { scannerFor } from './scan-machine.ts'

export type WorkerSettings = { readonly home: string; readonly built: string; readonly noteYear: number }

const { noteYear, ...place } = workerData as WorkerSettings
const scan = scannerFor(place)
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(scanBatch(batch, scan, noteYear)))
