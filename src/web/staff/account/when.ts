// Days and times as a person reads them, in the language of the page. The zone is that of the machine that serves the center.

import type { Visit } from '../../route-table.ts'

const inWords = ({ language }: Visit, at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', options).format(at)

/** "10:42 AM"; with the day where it is another. */
export function timeOf(visit: Visit, at: Date): string {
  const now = new Date(visit.services.clock().epochMilliseconds)
  return dayOf(visit, at) === dayOf(visit, now) ? inWords(visit, at, { timeStyle: 'short' }) : momentOf(visit, at)
}

export const dayOf = (visit: Visit, at: Date): string => inWords(visit, at, { dateStyle: 'medium' })

export const momentOf = (visit: Visit, at: Date): string =>
  inWords(visit, at, { dateStyle: 'medium', timeStyle: 'short' })
