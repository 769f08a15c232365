// Joins the terms of content/directory with the researchers' records: who gives a time also names its statute and source.
// Throws at start when a duty has no term, or a term belongs to no record.

import * as v from 'valibot'

import { bilingual, type DutyRecord } from './directory-files.ts'
import { jurisdictionCodes, type JurisdictionCode } from './jurisdiction.ts'
import { namedSource } from './named-source.ts'
import { termEntry, type DutyTerm, type FederalDuty, type TermEntry, type TimedDuty } from './term.ts'

/** The federal duties that have a time, in the order of the file. */
export const federalDuties = [
  'identified-victim',
  'missing-from-care',
  'indian-country',
  'federal-land-and-sport',
  'online-providers',
] as const

export type FederalDutyName = (typeof federalDuties)[number]

export type Terms = {
  readonly federal: Readonly<Record<FederalDutyName, FederalDuty>>
  readonly states: Readonly<Record<JurisdictionCode, TimedDuty>>
}

const entries = v.pipe(
  v.array(termEntry),
  v.check((terms) => terms.some(({ what }) => what === 'first'), 'a duty has no term for the first report'),
)

const each = <Name extends string, Schema extends v.GenericSchema>(names: readonly Name[], schema: Schema) =>
  v.strictObject(Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>)

const federalEntry = v.strictObject({
  statute: v.string(),
  name: bilingual,
  first: bilingual,
  written: v.nullable(bilingual),
  terms: entries,
})

export const termsFile = v.strictObject({
  read_on: v.pipe(v.string(), v.isoDate()),
  federal: each(federalDuties, federalEntry),
  /** Federal statutes that set no time for a report, each with the reason. */
  without_time: v.record(v.string(), v.string()),
  states: each(jurisdictionCodes, entries),
})

export function parseTerms(file: unknown, records: readonly DutyRecord[]): Terms {
  const { read_on, federal, without_time, states } = v.parse(termsFile, file)
  const ofStatute = (statute: string): DutyRecord =>
    found(records, (one) => one.jurisdiction === 'US' && one.statute === statute, statute)
  Object.keys(without_time).forEach(ofStatute)
  return {
    federal: mapped(federal, ({ statute, terms, ...words }) => ({
      ...words,
      terms: withRecord(terms, ofStatute(statute), read_on),
    })),
    states: mapped(states, (terms, code) => ({
      terms: withRecord(
        terms,
        found(records, (one) => one.jurisdiction === code, code),
        read_on,
      ),
    })),
  }
}

/** A federal statute is named by the copy of the code that was read, which stands first; a page about it is no text of law. */
function sourceOf(record: DutyRecord): DutyTerm['source'] {
  const [code] = record.sources
  if (record.jurisdiction !== 'US' || code === undefined) return namedSource(record)
  return { address: code.address, date: code.date ?? null }
}

const withRecord = (terms: readonly TermEntry[], record: DutyRecord, read_on: string): readonly DutyTerm[] =>
  terms.map((term) => ({
    ...term,
    citation: record.statute,
    source: sourceOf(record),
    confidence: term.confidence ?? record.confidence,
    read_on,
    reviewed_by_counsel_on: record.reviewed_by_counsel_on,
  }))

function mapped<Name extends string, From, To>(
  values: Readonly<Record<Name, From>>,
  to: (value: From, name: Name) => To,
): Readonly<Record<Name, To>> {
  const names = Object.keys(values) as Name[]
  return Object.fromEntries(names.map((name) => [name, to(values[name], name)])) as Record<Name, To>
}

function found<Value>(values: readonly Value[], is: (value: Value) => boolean, what: string): Value {
  const value = values.find(is)
  if (value === undefined) throw new Error(`content/directory: the terms name ${what}, which has no record`)
  return value
}
