// From a ZIP to the counties it may lie in, and from a state to its counties: hints for a list, never an answer, as more
// than a quarter of all ZIPs touch several counties. The table is the Census's of 2010 (docs/decisions, directory rules).

import type { Language } from '../knowledge/index.ts'
import { isJurisdiction, type JurisdictionCode } from './jurisdiction.ts'
import { fiveDigits } from './zip.ts'

export type CountyHint = { readonly state: JurisdictionCode; readonly county: string }

export type Counties = {
  readonly ofZip: ReadonlyMap<string, readonly CountyHint[]>
  readonly ofState: ReadonlyMap<JurisdictionCode, readonly string[]>
}

type WithCounties = { readonly counties: Counties }

/** Lines of `state;county;ZIP ZIP …`. Throws an Error with the line's number when one has another form. */
export function parseCounties(text: string): Counties {
  const ofZip = new Map<string, CountyHint[]>()
  const ofState = new Map<JurisdictionCode, string[]>()
  for (const { hint, zips } of rowsOf(text)) {
    ofState.set(hint.state, [...(ofState.get(hint.state) ?? []), hint.county])
    for (const zip of zips) {
      const hints = ofZip.get(zip)
      if (hints === undefined) ofZip.set(zip, [hint])
      else hints.push(hint)
    }
  }
  return { ofZip, ofState }
}

function rowsOf(text: string): { readonly hint: CountyHint; readonly zips: readonly string[] }[] {
  const rows = text.split('\n').map((row, at) => ({ row, at: at + 1 }))
  return rows
    .filter(({ row }) => row !== '' && !row.startsWith('#'))
    .map(({ row, at }) => {
      const [, state = '', county = '', zips = ''] = /^([A-Z]{2});([^;]+);(\d{5}(?: \d{5})*)$/.exec(row) ?? []
      if (!isJurisdiction(state)) throw new Error(`content/directory: line ${at} of the counties is not understood`)
      return { hint: { state, county }, zips: zips.split(' ') }
    })
}

/** Every county that the ZIP touches, by state and name; none for a ZIP that the table does not hold. */
export function countiesOfZip(typed: string, { counties }: WithCounties): readonly CountyHint[] {
  return counties.ofZip.get(fiveDigits(typed) ?? '') ?? []
}

/** The counties of a state by name; none for the four island territories that the table does not hold. */
export const countiesOf = (state: JurisdictionCode, { counties }: WithCounties): readonly string[] =>
  counties.ofState.get(state) ?? []

/** "Travis" and "travis county" are one; "Baltimore City" and "Baltimore County" are two. */
export const sameCounty = (one: string, other: string): boolean => plain(one) === plain(other)

/**
 * Those of the counties that somebody may mean: of Virginia's, "Richmond" means Richmond County or Richmond City, while
 * "Richmond County" means one.
 */
export function countiesMeant(typed: string, counties: readonly string[]): readonly string[] {
  const same = counties.filter((county) => sameCounty(county, typed))
  if (saysKind.test(typed.trim())) return same
  return counties.filter((county) => same.includes(county) || sameCounty(county.replace(/ City$/, ''), typed))
}

const kinds = 'county|parish|borough|census area|municipality|municipio'
const saysKind = new RegExp(` (${kinds}|city)$`, 'i')
const kindAtEnd = new RegExp(` (${kinds})$`)

const plain = (county: string): string =>
  county
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/^saint /, 'st. ')
    .replace(kindAtEnd, '')

/** 'Wake County' is 'el condado de Wake' where a sentence goes on in Spanish; other kinds of county keep their name. */
export const countyName = (county: string, language: Language): string =>
  language === 'es'
    ? county.replace(/^(.+) County$/, 'condado de $1').replace(/^(.+) Parish$/, 'parroquia de $1')
    : county
