// Turns the records of content/directory into lines under their keys: the researchers' record, its plain words and its
// opening hours come together here, and a record that lacks one of them is refused by name.

import type * as v from 'valibot'

import { signpostNames, type LineRecord, type plainLine, type SignpostsFile } from './directory-files.ts'
import type { OpeningHours } from './hours.ts'
import { bare, nationalLines, type Line, type LineKey, type SignpostKey } from './line.ts'
import { namedSource } from './named-source.ts'

type PlainLine = v.InferOutput<typeof plainLine>

export function linesByKey(
  records: readonly LineRecord[],
  plain: Readonly<Record<string, PlainLine>>,
  hours: readonly OpeningHours[],
): Readonly<Record<LineKey, Line>> {
  const national = records.filter((record) => record.jurisdiction === 'US')
  if (national.length !== nationalLines.length) throw new Error(`directory: ${national.length} national records`)
  const keyOf = (record: LineRecord): string =>
    record.jurisdiction === 'US' ? `US/${found(nationalLines[national.indexOf(record)], 'slug')}` : record.jurisdiction
  const numbers = new Set(records.flatMap(({ phones }) => phones.map(({ number }) => number)))
  for (const { phone } of hours) if (phone !== null && !numbers.has(phone)) found(undefined, `number ${phone} of hours`)
  const lines = records.map((record) => {
    const key = keyOf(record)
    return [key, asLine(key as LineKey, record, found(plain[key], key), hours)]
  })
  return Object.fromEntries(lines) as Record<LineKey, Line>
}

function asLine(key: LineKey, record: LineRecord, plain: PlainLine, hours: readonly OpeningHours[]): Line {
  const hoursOf = (number: string | null) => hours.find(({ line, phone }) => line === key && phone === number) ?? null
  const phones = record.phones.map((phone) => ({
    ...phone,
    plainLabel: found(plain.labels?.[phone.number], `label of ${phone.number} in ${key}`),
    opening: hoursOf(phone.number),
  }))
  const { name, for: purpose, hours: inWords } = plain
  return {
    ...record,
    key,
    name,
    for: purpose,
    hours: inWords,
    opening: hoursOf(null),
    phones,
    source: namedSource(record),
    confirmed_on: null,
  }
}

export function signpostsByKey(file: SignpostsFile): Readonly<Record<SignpostKey, Line>> {
  const asSignpost = (key: SignpostKey): Line => ({
    ...bare,
    ...file[key],
    key,
    jurisdiction: 'US',
    phones: [],
    confidence: null,
  })
  return Object.fromEntries(signpostNames.map((key) => [key, asSignpost(key)])) as Record<SignpostKey, Line>
}

export function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`content/directory: there is no ${what}`)
  return value
}
