// A gate for work that fills a core each, such as hashing a password: a few pieces at once, a few waiting in order, and who
// would wait too long is told at once. The sibling of `oneAtATime`, for work that runs beside the one thread.

export type Gate = {
  /** Undefined: too many wait, and the work was not begun. An error of the work is the caller's. */
  run<Value>(work: () => Promise<Value>): Promise<Value> | undefined
}

export function fewAtOnce({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Gate {
  const line: (() => void)[] = []
  let running = 0
  const leave = (): void => {
    running -= 1
    line.shift()?.()
  }
  const start = <Value>(work: () => Promise<Value>): Promise<Value> => {
    running += 1
    return work().finally(leave)
  }
  return {
    run(work) {
      if (running < atOnce) return start(work)
      if (line.length >= waiting) return undefined
      return new Promise((resolve) => line.push(() => resolve(start(work))))
    },
  }
}
