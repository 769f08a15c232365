// The directory of whom to call and of the duty to report, parsed once from content/directory into one shape:
// the researchers' records, the same in plain words (en, es), and the rules of what may be shown.

import * as v from 'valibot'

import { noCenter, type Bilingual, type Center, type DirectoryFiles } from '../knowledge/index.ts'
import { latestCalls, type Calls } from './called.ts'
import { parseCounties, type Counties } from './county.ts'
import { jurisdictionCodes, type JurisdictionCode } from './jurisdiction.ts'
import {
  dutyRecord,
  lineRecord,
  namedJurisdiction,
  plainDuty,
  plainLine,
  rulesFile,
  signpostsFile,
  type DirectoryRules,
  type DutyRecord,
  type PlainDuty,
} from './directory-files.ts'
import { found, linesByKey, signpostsByKey } from './directory-lines.ts'
import { openingHours } from './hours.ts'
import type { Line, LineKey, SignpostKey, StepKey } from './line.ts'
import { officesOf, tribesOf, type Office, type TribeLine } from './local-lines.ts'
import { parseTerms, type Terms } from './terms.ts'
import { parseZones, type Zones } from './zones.ts'

export type Duty = DutyRecord & { readonly plain: PlainDuty }

export type Directory = {
  readonly lines: Readonly<Record<LineKey, Line>>
  readonly signposts: Readonly<Record<SignpostKey, Line>>
  /** The center's own. */
  readonly offices: readonly Office[]
  readonly tribes: readonly TribeLine[]
  readonly calls: Calls
  readonly counties: Counties
  readonly duties: Readonly<Record<JurisdictionCode, Duty>>
  readonly names: Readonly<Record<JurisdictionCode, Bilingual>>
  readonly rules: DirectoryRules
  /** The times of the duties, as data to compute with. */
  readonly terms: Terms
  readonly zones: Zones
}

/**
 * Throws an Error naming the record when a file of ours lacks one, has one too many, or a phone has no plain label; and a
 * Problem naming the file and the entry when the center's own is wrong.
 */
export function parseDirectory(files: DirectoryFiles, center: Center = noCenter): Directory {
  const counties = parseCounties(files.zipCounties)
  const signposts = v.parse(signpostsFile, files.signposts)
  const lines = linesOf(files)
  const offices = officesOf(center, counties, signposts['of-center'])
  const tribes = tribesOf(center, signposts['of-center'])
  return {
    lines,
    signposts: signpostsByKey(signposts),
    offices,
    tribes,
    calls: latestCalls(center.called, numbersOf([...Object.values(lines), ...[...offices, ...tribes].map(lineIn)])),
    counties,
    duties: dutiesOf(files),
    names: namesOf(files),
    rules: v.parse(rulesFile, files.rules),
    terms: parseTerms(files.terms, v.parse(v.array(dutyRecord), files.duties)),
    zones: parseZones(files.zones),
  }
}

const linesOf = (files: DirectoryFiles): Directory['lines'] =>
  linesByKey(
    v.parse(v.array(lineRecord), files.lines),
    v.parse(v.record(v.string(), plainLine), files.plainLines),
    v.parse(v.array(openingHours), files.hours),
  )

const lineIn = ({ line }: { readonly line: Line }): Line => line

/** Every number of the lines, shown or hidden, and what one can write a text to. */
const numbersOf = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap(({ phones, text }) => [...phones.map(({ number }) => number), ...(text === null ? [] : [text])])

/** The line of a step, wherever it comes from. */
export function lineOf({ lines, signposts, offices, tribes }: Directory, key: StepKey): Line {
  if (key in lines) return lines[key as LineKey]
  if (key in signposts) return signposts[key as SignpostKey]
  const own = [...offices, ...tribes].find(({ line }) => line.key === key)
  return found(own?.line, key)
}

function dutiesOf(files: DirectoryFiles): Directory['duties'] {
  const duties = v.parse(v.array(dutyRecord), files.duties).filter(isStateLaw)
  const plain = v.parse(v.record(v.string(), plainDuty), files.plainDuties)
  const dutyOf = (code: JurisdictionCode) => duties.find(({ jurisdiction }) => jurisdiction === code)
  return perJurisdiction((code) => ({
    ...found(dutyOf(code), `duty of ${code}`),
    plain: found(plain[code], `plain duty of ${code}`),
  }))
}

function namesOf(files: DirectoryFiles): Directory['names'] {
  const names = v.parse(v.array(namedJurisdiction), files.jurisdictions)
  const nameOf = (code: JurisdictionCode) => names.find((name) => name.code === code)
  return perJurisdiction((code) => found(nameOf(code), `name of ${code}`))
}

const isStateLaw = (duty: DutyRecord): boolean => duty.jurisdiction !== 'US'

const perJurisdiction = <Value>(of: (code: JurisdictionCode) => Value): Readonly<Record<JurisdictionCode, Value>> =>
  Object.fromEntries(jurisdictionCodes.map((code) => [code, of(code)])) as Record<JurisdictionCode, Value>
