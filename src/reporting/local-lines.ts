// The lines that a center brings in its profile: offices of its counties, and its Tribes. An office of a county that the
// state does not have stops the start: nobody would ever be shown it, and the center would not know.

import type { Bilingual, Center, LocalOffice, Tribe } from '../knowledge/index.ts'
import { countiesOf, sameCounty, type Counties } from './county.ts'
import type { SignpostsFile } from './directory-files.ts'
import { isJurisdiction, type JurisdictionCode } from './jurisdiction.ts'
import { bare, type Line, type LocalKey, type Phone } from './line.ts'

export type Office = {
  readonly kind: LocalOffice['kind']
  readonly state: JurisdictionCode
  readonly county: string
  readonly line: Line
}

export type TribeLine = { readonly states: readonly JurisdictionCode[]; readonly line: Line }

/** The words beside a center's own numbers, from content/directory. */
type Words = SignpostsFile['of-center']

export function officesOf({ profile }: Center, counties: Counties, words: Words): readonly Office[] {
  return (profile?.offices ?? []).map((office, at) => {
    const { state, county } = office
    const known = countiesOf(checkedState(state), { counties })
    if (known.length > 0 && !known.some((name) => sameCounty(name, county)))
      throw new Error(`profile.yaml: ${state} has no county "${county}"`)
    const line = officeLine(office, `office/${at}`, words)
    return { kind: office.kind, state: checkedState(state), county, line }
  })
}

function checkedState(state: string): JurisdictionCode {
  if (isJurisdiction(state)) return state
  throw new Error(`profile.yaml: there is no state ${state}`)
}

const officeLine = (office: LocalOffice, key: LocalKey, words: Words): Line => ({
  ...bare,
  key,
  kind: office.kind === 'police' ? 'law_enforcement' : 'cps',
  jurisdiction: checkedState(office.state),
  name: office.name,
  for: words[`${office.kind}-for`],
  hours: office.hours,
  phones: [confirmed(office.phone, words[office.kind])],
  confidence: 'confirmed-by-center',
  confirmed_on: office.confirmed_on,
})

export const tribesOf = ({ profile }: Center, words: Words): readonly TribeLine[] =>
  (profile?.tribes ?? []).map((tribe, at) => ({
    states: tribe.states.map(checkedState),
    line: tribeLine(tribe, `tribe/${at}`, words),
  }))

const tribeLine = ({ name, police, services, note, confirmed_on }: Tribe, key: LocalKey, words: Words): Line => ({
  ...bare,
  key,
  kind: 'tribal',
  jurisdiction: 'US',
  name: { en: name, es: name },
  for: note ?? words['tribe-for'],
  phones: [
    ...(police === null ? [] : [confirmed(police, words['tribe-police'])]),
    ...(services === null ? [] : [confirmed(services, words['tribe-services'])]),
  ],
  confidence: 'confirmed-by-center',
  confirmed_on,
})

const confirmed = (number: string, plainLabel: Bilingual): Phone => ({
  number,
  confidence: 'confirmed-by-center',
  tty: false,
  plainLabel,
  opening: null,
})
