// How often a page was shown on a day, collected in memory until it is written down. Pure but for the clock. A page is a
// name from the route table and a language: whoever opened it cannot be told, not even whether two visits were one person.

export type PageTotal = {
  /** 'YYYY-MM-DD', as the machine's time zone has it. */
  readonly day: string
  readonly language: string
  readonly page: string
  readonly total: number
}

export type PageTotals = {
  add(language: string, page: string): void
  /** Everything since the last time, sorted, so that two services write in the same order; the memory is empty then. */
  take(): readonly PageTotal[]
  /** What could not be written down is counted on. */
  giveBack(rows: readonly PageTotal[]): void
}

/** A visit belongs to the day on which the present round (a minute) began: no clock is read for it. */
export function pageTotals(clock: () => Date): PageTotals {
  const totals = new Map<string, number>()
  let day = dayOf(clock())
  const addTo = (key: string, count: number): unknown => totals.set(key, (totals.get(key) ?? 0) + count)
  return {
    add: (language, page) => addTo(`${day} ${language} ${page}`, 1),
    take() {
      const rows = [...totals].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, total]) => asRow(key, total))
      totals.clear()
      day = dayOf(clock())
      return rows
    },
    giveBack: (rows) => rows.forEach(({ day: on, language, page, total }) => addTo(`${on} ${language} ${page}`, total)),
  }
}

function asRow(key: string, total: number): PageTotal {
  const [day = '', language = '', ...page] = key.split(' ')
  return { day, language, page: page.join(' '), total }
}

export const dayOf = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** Below this a number could point at somebody (CMS cell size policy, ResDAC, 2024-01-26: no cell of 1-10). */
const smallest = 11

/** The number as it may be shown. */
export const shownTotal = (total: number): string => (total > 0 && total < smallest ? `<${smallest}` : String(total))
