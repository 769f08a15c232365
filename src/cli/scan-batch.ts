// What becomes of one batch: its records as text, and their counts. The same in a worker and without one.

import type { IndicatorCode } from '../knowledge/index.ts'
import { isActionable, type Scanner } from '../screening/index.ts'
import type { Batch } from './scan-batches.ts'
import { lineError, type LineRecord, scanLine } from './scan-line.ts'

export type Counts = {
  readonly notes: number
  readonly errors: number
  readonly findings: number
  readonly actionable: number
  readonly byCode: Readonly<Partial<Record<IndicatorCode, number>>>
}

export type Done = { readonly text: string; readonly counts: Counts }

export const noCounts: Counts = { notes: 0, errors: 0, findings: 0, actionable: 0, byCode: {} }

export function addCounts(a: Counts, b: Counts): Counts {
  const byCode = { ...a.byCode }
  for (const code of Object.keys(b.byCode) as IndicatorCode[])
    byCode[code] = (byCode[code] ?? 0) + (b.byCode[code] ?? 0)
  return {
    notes: a.notes + b.notes,
    errors: a.errors + b.errors,
    findings: a.findings + b.findings,
    actionable: a.actionable + b.actionable,
    byCode,
  }
}

/** Notes in which an indicator stands with an actionable finding are counted once for it. */
function countsOf(record: LineRecord): Counts {
  if ('error' in record) return { ...noCounts, errors: 1 }
  const actionable = record.findings.filter(isActionable)
  const codes = [...new Set(actionable.map(({ code }) => code))]
  const byCode = Object.fromEntries(codes.map((code) => [code, 1])) as Counts['byCode']
  return { notes: 1, errors: 0, findings: record.findings.length, actionable: actionable.length, byCode }
}

export function scanBatch({ file, first, lines, bad }: Batch, scan: Scanner, noteYear: number): Done {
  const unread = new Map(bad.map(({ line, code }) => [line, code]))
  const records = lines.flatMap((text, at): readonly LineRecord[] => {
    const line = first + at
    const code = unread.get(line)
    if (code !== undefined) return [lineError(code, line, file)]
    return text === '' ? [] : [scanLine(text, line, file, scan, noteYear)]
  })
  return {
    text: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    counts: records.map(countsOf).reduce(addCounts, noCounts),
  }
}
