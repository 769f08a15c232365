// Counts pages in memory and adds them to the database each minute and at the stop, in one transaction as the service
// itself. What a crash takes, a minute at most, is lost: that is the price of not writing when somebody opens a page.

import type { Database } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import { addTotals } from './page-total-queries.ts'
import { pageTotals } from './page-total.ts'

export type Counting = {
  count(language: string, page: string): void
  /** Writes down what is left. Never throws. */
  stop(): Promise<void>
}

export type CountingParts = {
  readonly database: Pick<Database, 'transactAs'>
  readonly center: CenterId
  readonly log: (line: string) => void
  readonly clock?: () => Date
  readonly everyMs?: number
}

export function countPages({ clock = () => new Date(), everyMs = 60_000, ...parts }: CountingParts): Counting {
  const { database, center, log } = parts
  const totals = pageTotals(clock)
  let told = false
  const save = async (): Promise<void> => {
    const rows = totals.take()
    if (rows.length === 0) return
    try {
      await database.transactAs({ center, person: null }, (trx) => addTotals(trx, center, rows))
      told = false
    } catch {
      totals.giveBack(rows)
      if (!told) log('The totals of pages could not be saved. They are kept in memory and tried again each minute.')
      told = true
    }
  }
  let saving: Promise<void> = Promise.resolve()
  const next = (): Promise<void> => (saving = saving.then(save))
  const timer = setInterval(() => void next(), everyMs).unref()
  return {
    count: totals.add,
    stop() {
      clearInterval(timer)
      return next()
    },
  }
}
