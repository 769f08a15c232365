// bin/footbridge counts: how often public pages were shown, per day, as a table to read or as CSV. Small numbers are
// hidden. It works beside a running service.

import { databaseConfig, openDatabase } from '../database/index.ts'
import { Problem } from '../shared/index.ts'
import { listTotals, shownTotal, type Days, type PageTotal } from '../statistics/index.ts'
import { centerOf } from './center-of.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'
import { readSettings } from './settings.ts'

const formats = ['text', 'csv'] as const
type Format = (typeof formats)[number]

const notice = 'Outreach figures only; a visit is not a person. Numbers below 11 are shown as <11.'

export const countsCommand: Command = {
  name: 'counts',
  help: '[--from 2026-01-01] [--to 2026-01-31] [--format text|csv]: how often public pages were shown, per day',
  async run(args, { home }) {
    const { values } = readOptions(args, {
      from: { type: 'string' },
      to: { type: 'string' },
      format: { type: 'string', default: 'text' },
    })
    const format = readFormat(values.format)
    const days = { from: readDay('--from', values.from), to: readDay('--to', values.to) }
    const totals = await totalsOf(days, home)
    const { log, error } = console
    // A CSV stays one: what is said about it goes beside it.
    const say = format === 'csv' ? error : log
    say(notice)
    if (totals.length === 0) say('Nothing was counted in these days. The setting is FOOTBRIDGE_COUNT=yes.')
    else log(printed[format](totals))
    return 0
  },
}

async function totalsOf(days: Days, home: string): Promise<readonly PageTotal[]> {
  const config = databaseConfig(process.env, home)
  const database = await openDatabase({ config, home, log: () => undefined, migrate: false, beside: true })
  try {
    const center = await centerOf(database, readSettings(process.env))
    return await database.transactAs({ center, person: null }, (trx) => listTotals(trx, center, days))
  } finally {
    await database.close()
  }
}

const printed: Readonly<Record<Format, (totals: readonly PageTotal[]) => string>> = {
  text: (totals) =>
    totals
      .map(({ day, language, page, total }) => `${day}  ${language}  ${shownTotal(total).padStart(7)}  ${page}`)
      .join('\n'),
  // Every cell is of our own making: no comma, no quote, no formula.
  csv: (totals) =>
    [
      'day,language,page,shown',
      ...totals.map(({ day, language, page, total }) => [day, language, page, shownTotal(total)].join(',')),
    ].join('\n'),
}

function readFormat(given: string): Format {
  const found = formats.find((format) => format === given)
  if (found === undefined)
    throw new Problem('usage', { why: `--format "${given}" is not known. Give one of: ${formats.join(', ')}` })
  return found
}

function readDay(name: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const day = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T12:00:00Z`) : new Date(Number.NaN)
  // 2026-02-31 would be taken for a day in March.
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(given))
    throw new Problem('usage', { why: `${name} "${given}" is no day. Give it as 2026-01-31` })
  return given
}
