// Where the child is, from the options of bin/footbridge route: a ZIP or a state, a county of that state, or abroad.

import {
  countiesOf,
  isJurisdiction,
  jurisdictionOfZip,
  sameCounty,
  type Directory,
  type JurisdictionCode,
  type Land,
} from '../reporting/index.ts'
import { Problem } from '../shared/index.ts'

type Given = {
  readonly zip: string | undefined
  readonly state: string | undefined
  readonly county: string | undefined
  readonly land: Land
}

export function placeFrom({ zip, state, county, land }: Given, directory: Directory) {
  if (land === 'abroad') {
    if ((zip ?? state ?? county) === undefined) return { land }
    throw new Problem('usage', { why: 'With --land abroad there is no ZIP, state or county.' })
  }
  const jurisdiction = stateOf(zip, state)
  return { land, jurisdiction, county: county === undefined ? null : countyOf(county, jurisdiction, directory) }
}

function stateOf(zip: string | undefined, state: string | undefined): JurisdictionCode {
  if ((zip === undefined) === (state === undefined))
    throw new Problem('usage', { why: 'Give --zip 78701 or --state TX, one of the two.' })
  if (zip !== undefined) {
    const found = jurisdictionOfZip(zip)
    if (!found.ok) throw new Problem(found.reason, { zip: zip.trim().slice(0, 10) })
    return found.value
  }
  const code = (state ?? '').trim().toUpperCase()
  if (!isJurisdiction(code)) throw new Problem('unknown-state', { state: code.slice(0, 20) })
  return code
}

/** The county under the name of the table, so that a slip is told at once and not answered as if no office were there. */
function countyOf(typed: string, state: JurisdictionCode, directory: Directory): string {
  const found = countiesOf(state, directory).find((county) => sameCounty(county, typed))
  if (found !== undefined) return found
  throw new Problem('usage', { why: `${state} has no county "${typed.slice(0, 40)}" that we know.` })
}
