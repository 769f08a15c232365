// The lines that a center brings in its profile: offices of its counties, and its Tribes. An office of a county that the
// state does not have stops the start: nobody would ever be shown it, and the center would not know. So does one whose
// county may be either of two: it would be shown to the wrong people.

import type { Bilingual, Center, LocalOffice, Tribe } from '../knowledge/index.ts'
import { Problem } from '../shared/index.ts'
import { countiesMeant, countiesOf, type Counties } from './county.ts'
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

export const officesOf = ({ profile }: Center, counties: Counties, words: Words): readonly Office[] =>
  (profile?.offices ?? []).map((office, at) => {
    const where: Where = { list: 'offices', at }
    const state = checkedState(office.state, where)
    const county = checkedCounty(office.county, countiesOf(state, { counties }), { ...where, state })
    return { kind: office.kind, state, county, line: officeLine(office, state, `office/${at}`, words) }
  })

/** The place of an entry in profile.yaml. */
type Where = { readonly list: 'offices' | 'tribes'; readonly at: number }

function checkedState(state: string, where: Where): JurisdictionCode {
  if (isJurisdiction(state)) return state
  throw wrongEntry(where, `there is no state ${state}`)
}

/** The county's name as our table has it; what was written, where a territory has no counties there. */
function checkedCounty(written: string, known: readonly string[], where: Where & { state: JurisdictionCode }): string {
  if (known.length === 0) return written
  const meant = countiesMeant(written, known)
  const [county] = meant
  if (county === undefined) throw wrongEntry(where, `${where.state} has no county "${written}"`)
  if (meant.length > 1)
    throw wrongEntry(where, `county "${written}" of ${where.state} may be ${meant.join(' or ')}: write which`)
  return county
}

const wrongEntry = ({ list, at }: Where, what: string): Problem =>
  new Problem('content-wrong', { why: `center/profile.yaml: ${list}, entry ${at + 1}: ${what}.` })

const officeLine = (office: LocalOffice, jurisdiction: JurisdictionCode, key: LocalKey, words: Words): Line => ({
  ...bare,
  key,
  kind: office.kind === 'police' ? 'law_enforcement' : 'cps',
  jurisdiction,
  name: office.name,
  for: words[`${office.kind}-for`],
  hours: office.hours,
  phones: [confirmed(office.phone, words[office.kind])],
  confidence: 'confirmed-by-center',
  confirmed_on: office.confirmed_on,
})

export const tribesOf = ({ profile }: Center, words: Words): readonly TribeLine[] =>
  (profile?.tribes ?? []).map((tribe, at) => ({
    states: tribe.states.map((state) => checkedState(state, { list: 'tribes', at })),
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
