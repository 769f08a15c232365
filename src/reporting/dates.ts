// A day as a person writes it, in their language. Sources bear a year, a month or a day.

import type { Language } from '../knowledge/index.ts'

const month = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
const day = { ...month, day: 'numeric' } as const

// Made once: a formatter is costly, and each page needs a dozen dates.
const formats = {
  en: { month: new Intl.DateTimeFormat('en-US', month), day: new Intl.DateTimeFormat('en-US', day) },
  es: { month: new Intl.DateTimeFormat('es-US', month), day: new Intl.DateTimeFormat('es-US', day) },
} as const satisfies Record<Language, unknown>

/** '2023', '2023-05' or '2023-05-31' as a person writes it. */
export function dateIn(date: string, language: Language): string {
  const [year = '', inMonth, onDay] = date.split('-')
  if (inMonth === undefined) return year
  return formats[language][onDay === undefined ? 'month' : 'day'].format(
    new Date(`${year}-${inMonth}-${onDay ?? '15'}T12:00:00Z`),
  )
}
