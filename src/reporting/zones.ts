// The time zones of the 56 places: a day, an hour of closing and a time that somebody types are local. Names are those of
// the tz database; which part of a state has which zone is said in words, as no ZIP or county is asked for.

import * as v from 'valibot'

import type { Bilingual } from '../knowledge/index.ts'
import { bilingual } from './directory-files.ts'
import { jurisdictionCodes, type JurisdictionCode } from './jurisdiction.ts'

/** `where` is null in a place that has one zone. */
export type Zone = { readonly zone: string; readonly where: Bilingual | null }

export type Zones = Readonly<Record<JurisdictionCode, readonly [Zone, ...Zone[]]>>

const entry = v.strictObject({
  zone: v.pipe(v.string(), v.check(isZone)),
  where: v.optional(v.nullable(bilingual), null),
})

const ofPlace = v.pipe(
  v.tupleWithRest([entry], entry),
  v.check((all) => all.length === 1 || all.every(({ where }) => where !== null), 'several zones: say where each is'),
)

/** Throws when a place is missing, or a zone is unknown to this version of the tz database. */
export function parseZones(file: unknown): Zones {
  const shape = Object.fromEntries(jurisdictionCodes.map((code) => [code, ofPlace]))
  return v.parse(v.strictObject(shape as Record<JurisdictionCode, typeof ofPlace>), file)
}

/** The zones of a place, the one where most people live first. */
export const zonesOf = ({ zones }: { readonly zones: Zones }, jurisdiction: JurisdictionCode): readonly string[] =>
  zones[jurisdiction].map(({ zone }) => zone)

/** Only names such as America/Chicago: an offset knows no summer time. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
