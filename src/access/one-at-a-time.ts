// A short queue for work that keeps the one thread busy, such as a PDF: one piece after the other, with a turn for waiting
// pages between two, and no more than a few waiting. Who would wait too long is told at once.

import { setImmediate } from 'node:timers/promises'

export type Queue = {
  /** Undefined: the queue is full and the work was not begun. An error of the work is the caller's. */
  run<Value>(work: () => Promise<Value>): Promise<Value> | undefined
}

/** `most`: pieces of work waiting or under way. */
export function oneAtATime(most: number): Queue {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work) {
      if (waiting >= most) return undefined
      waiting += 1
      const done = last
        .then(() => setImmediate())
        .then(work)
        .finally(() => (waiting -= 1))
      last = done.catch(() => undefined)
      return done
    },
  }
}
