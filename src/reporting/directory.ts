// The directory of whom to call and of the duty to report, parsed once from content/directory into one shape:
// the researchers' records, the same in plain words (en, es), and the rules of what may be shown.

import * as v from 'valibot'

import type { Bilingual, DirectoryFiles } from '../knowledge/index.ts'
import { jurisdictionCodes, type JurisdictionCode } from './jurisdiction.ts'
import {
  dutyRecord,
  lineRecord,
  namedJurisdiction,
  plainDuty,
  plainLine,
  rulesFile,
  type DirectoryRules,
  type DutyRecord,
  type LineRecord,
  type PlainDuty,
} from './directory-files.ts'
import { parseTerms, type Terms } from './terms.ts'
import { parseZones, type Zones } from './zones.ts'

/** The national records, in the order of reporting_lines.json. */
export const nationalLines = [
  'emergency', 'police', 'cac', 'trafficking-hotline', 'ncmec', 'childhelp', '988',
  'hsi', 'fbi', 'runaway', 'indian-country', 'stronghearts', 'crisis-text', 'sexual-assault',
] as const // prettier-ignore

export type NationalLine = (typeof nationalLines)[number]
export type LineKey = JurisdictionCode | `US/${NationalLine}`

export type Phone = LineRecord['phones'][number] & { readonly plainLabel: Bilingual }

export type Line = Omit<LineRecord, 'phones' | 'name' | 'hours'> & {
  readonly key: LineKey
  readonly name: Bilingual
  readonly for: Bilingual
  readonly hours: Bilingual | null
  readonly phones: readonly Phone[]
}

export type Duty = DutyRecord & { readonly plain: PlainDuty }

export type Directory = {
  readonly lines: Readonly<Record<LineKey, Line>>
  readonly duties: Readonly<Record<JurisdictionCode, Duty>>
  readonly names: Readonly<Record<JurisdictionCode, Bilingual>>
  readonly rules: DirectoryRules
  /** The times of the duties, as data to compute with. */
  readonly terms: Terms
  readonly zones: Zones
}

/** Throws an Error naming the record when a file lacks one, has one too many, or a phone has no plain label. */
export function parseDirectory(files: DirectoryFiles): Directory {
  const plain = v.parse(v.record(v.string(), plainLine), files.plainLines)
  const duties = v.parse(v.array(dutyRecord), files.duties)
  const plainDuties = v.parse(v.record(v.string(), plainDuty), files.plainDuties)
  const names = v.parse(v.array(namedJurisdiction), files.jurisdictions)
  return {
    lines: keyed(v.parse(v.array(lineRecord), files.lines), plain),
    duties: perJurisdiction((code) => ({
      ...found(
        duties.filter(isStateLaw).find((duty) => duty.jurisdiction === code),
        `duty of ${code}`,
      ),
      plain: found(plainDuties[code], `plain duty of ${code}`),
    })),
    names: perJurisdiction((code) =>
      found(
        names.find((name) => name.code === code),
        `name of ${code}`,
      ),
    ),
    rules: v.parse(rulesFile, files.rules),
    terms: parseTerms(files.terms, duties),
    zones: parseZones(files.zones),
  }
}

const isStateLaw = (duty: DutyRecord): boolean => duty.jurisdiction !== 'US'

function keyed(
  records: readonly LineRecord[],
  plain: Readonly<Record<string, v.InferOutput<typeof plainLine>>>,
): Directory['lines'] {
  const national = records.filter((record) => record.jurisdiction === 'US')
  if (national.length !== nationalLines.length) throw new Error(`directory: ${national.length} national records`)
  const keyOf = (record: LineRecord): string =>
    record.jurisdiction === 'US' ? `US/${found(nationalLines[national.indexOf(record)], 'slug')}` : record.jurisdiction
  const lines = records.map((record) => [
    keyOf(record),
    asLine(keyOf(record), record, found(plain[keyOf(record)], keyOf(record))),
  ])
  return Object.fromEntries(lines) as Directory['lines']
}

function asLine(key: string, record: LineRecord, plain: v.InferOutput<typeof plainLine>): Line {
  const phones = record.phones.map((phone) => ({
    ...phone,
    plainLabel: found(plain.labels?.[phone.number], `label of ${phone.number} in ${key}`),
  }))
  return { ...record, key: key as LineKey, name: plain.name, for: plain.for, hours: plain.hours, phones }
}

const perJurisdiction = <Value>(of: (code: JurisdictionCode) => Value): Readonly<Record<JurisdictionCode, Value>> =>
  Object.fromEntries(jurisdictionCodes.map((code) => [code, of(code)])) as Record<JurisdictionCode, Value>

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`content/directory: there is no ${what}`)
  return value
}
