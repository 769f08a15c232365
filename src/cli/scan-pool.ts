// Several workers read batches at once; the results come out in the order of the notes. At most two batches a worker are under
// way, so that memory stays the same however much is read.

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

import type { Done } from './scan-batch.ts'
import type { Batch } from './scan-batches.ts'
import type { WorkerSettings } from './scan-worker.ts'

export type ReadBatch = (batch: Batch) => Promise<Done>

/** A worker answers in the order in which it was asked. Rejects when the worker dies. */
export function startReader(
  script: string,
  settings: WorkerSettings,
): { readonly read: ReadBatch; readonly end: () => Promise<number> } {
  const worker = new Worker(script, { workerData: settings })
  let last: Promise<unknown> = Promise.resolve()
  const ask = async (batch: Batch): Promise<Done> => {
    worker.postMessage(batch)
    const [done] = (await once(worker, 'message')) as [Done]
    return done
  }
  const read: ReadBatch = (batch) => {
    const next = last.then(() => ask(batch))
    last = next.catch(() => undefined)
    return next
  }
  return { read, end: () => worker.terminate() }
}

/** Results in the order of the batches. */
export async function* inOrder(batches: AsyncIterable<Batch>, readers: readonly ReadBatch[]): AsyncGenerator<Done> {
  const underWay: Promise<Done>[] = []
  let number = 0
  for await (const batch of batches) {
    const read = readers[number++ % readers.length]
    if (read !== undefined) underWay.push(read(batch))
    const first = underWay.length >= readers.length * 2 ? underWay.shift() : undefined
    if (first !== undefined) yield await first
  }
  for (const done of underWay) yield await done
}
