// What a center brings itself: its offices and Tribes stand first, with the day on which it confirmed them.

import { describe, expect, it } from 'vitest'

import { directoryOf, wordingIn } from '../../tests/home.ts'
import type { Center } from '../knowledge/index.ts'
import { Problem } from '../shared/index.ts'
import { asksCounty, route, type HomeQuestion, type Step } from './index.ts'

type Profile = NonNullable<Center['profile']>

const office = {
  kind: 'child-protection',
  state: 'CA',
  county: 'Alameda County',
  name: { en: 'Alameda family office', es: 'Oficina familiar de Alameda' },
  phone: '510-555-0100',
  hours: { en: 'Day and night', es: 'De día y de noche' },
  confirmed_on: '2026-11-01',
} as const satisfies Profile['offices'][number]

const police = {
  ...office,
  kind: 'police',
  name: { en: 'Alameda sheriff', es: 'Sheriff de Alameda' },
  phone: '510-555-0101',
} as const satisfies Profile['offices'][number]

const tribe = {
  name: 'Rivermouth Tribe',
  states: ['CA', 'OR'],
  police: '707-555-0100',
  services: '707-555-0101',
  note: null,
  confirmed_on: '2026-11-01',
} as const satisfies Profile['tribes'][number]

const centerWith = (profile: Partial<Profile>): Center => ({
  called: [],
  profile: {
    ...{ name: 'Riverbend', phone: null, website: null, does: null, therapy_promise: null, refer: null, give: null },
    ...{ volunteer: null, mentor: null, training: null, offices: [], tribes: [] },
    ...profile,
  },
})

const stepsWith = (profile: Partial<Profile>, question: Partial<HomeQuestion>, language: 'en' | 'es' = 'en') =>
  route(
    { jurisdiction: 'CA', situations: [], audience: 'public', ...question },
    directoryOf(centerWith(profile)),
    wordingIn(language),
  ).steps

const names = (steps: readonly Step[]): string[] => steps.map(({ name }) => name)

describe("a center's office of a county", () => {
  it('stands first, with its number, its hours and the day of the confirmation', () => {
    const [first] = stepsWith({ offices: [office, police] }, { county: 'Alameda County' })
    expect(first).toMatchObject({
      kind: 'cps',
      name: 'Alameda family office',
      hours: 'Day and night',
      open: null,
      phones: [{ number: '510-555-0100', label: 'Child protection office' }],
      confidence: 'confirmed-by-center',
      source: { address: '', date: null },
    })
    expect(first?.note).toContain('Confirmed by this center on November 1, 2026.')
  })

  it('takes the place of a state’s page without a number, and of police without one', () => {
    const steps = stepsWith({ offices: [office, police] }, { county: 'alameda' }, 'es')
    expect(names(steps).slice(0, 2)).toEqual(['Oficina familiar de Alameda', 'Sheriff de Alameda'])
    expect(steps.filter(({ phones }) => phones.length === 0)).toEqual([])
  })

  it('stands before the state’s line where there is one, which then is the second choice', () => {
    const texan = { ...office, state: 'TX', county: 'Travis' }
    const [first, second] = stepsWith({ offices: [texan] }, { jurisdiction: 'TX', county: 'Travis County' })
    expect([first?.name, second?.name]).toEqual(['Alameda family office', 'Texas Abuse Hotline'])
    expect(second?.why).toContain('for the whole state')
  })

  it('comes after the police when only an outsider is suspected, and its police not at all beside 911', () => {
    const given = { offices: [office, police] }
    const outsider = stepsWith(given, { county: 'Alameda', situations: ['not-caregiver'] })
    expect(names(outsider).slice(0, 2)).toEqual(['Alameda sheriff', 'Alameda family office'])
    expect(names(stepsWith(given, { county: 'Alameda', situations: ['danger'] }))).not.toContain('Alameda sheriff')
  })

  it.each<Partial<HomeQuestion>>([
    { county: 'Fresno County' },
    { county: null },
    {},
    { jurisdiction: 'TX', county: 'Alameda County' },
  ])('is not shown for %j', (question) => {
    expect(names(stepsWith({ offices: [office] }, question))).not.toContain('Alameda family office')
  })

  it('is marked when the confirmation is more than 90 days old', () => {
    const steps = (confirmed_on: string) =>
      stepsWith({ offices: [{ ...office, confirmed_on }] }, { county: 'Alameda' })[0]?.note
    expect(steps('2026-08-26')).not.toContain('90 days')
    expect(steps('2026-08-25')).toContain('That was more than 90 days ago: it may have changed.')
  })

  it('counts for a whole territory that has no counties in our table', () => {
    const guam = { ...office, state: 'GU', county: 'Guam' }
    expect(names(stepsWith({ offices: [guam] }, { jurisdiction: 'GU' }))[0]).toBe('Alameda family office')
  })

  it.each([
    [{ ...office, county: 'Alamida' }, 'CA has no county "Alamida"'],
    [{ ...office, state: 'XX' }, 'there is no state XX'],
  ])('stops the start when nobody could ever be shown it: %j', (wrong, sentence) => {
    const start = () => directoryOf(centerWith({ offices: [office, wrong] }))
    expect(start).toThrow(`center/profile.yaml: offices, entry 2: ${sentence}. Correct the file, then start again.`)
    expect(start).toThrow(Problem)
  })

  it.each([
    ['VA', 'Richmond', 'Richmond City or Richmond County'],
    ['VA', 'fairfax', 'Fairfax City or Fairfax County'],
    ['VA', 'Franklin', 'Franklin City or Franklin County'],
    ['VA', ' Roanoke ', 'Roanoke City or Roanoke County'],
    ['MD', 'Baltimore', 'Baltimore City or Baltimore County'],
    ['MO', 'Saint Louis', 'St. Louis City or St. Louis County'],
  ] as const)('stops the start when its county may be either of two: %s, %s', (state, county, both) => {
    const start = () => directoryOf(centerWith({ offices: [{ ...office, state, county }] }))
    expect(start).toThrow(`entry 1: county "${county}" of ${state} may be ${both}: write which.`)
  })

  it.each([
    ['VA', 'richmond county', 'Richmond County'],
    ['VA', 'Richmond city', 'Richmond City'],
    ['VA', 'Alexandria', 'Alexandria City'],
    ['VA', 'Charles City', 'Charles City County'],
    ['VA', 'Bedford', 'Bedford County'],
    ['NV', 'Carson City', 'Carson City'],
    ['MO', 'Saint Louis City', 'St. Louis City'],
  ] as const)('of %s, %s is %s', (state, county, known) => {
    const offices = [{ ...office, state, county }]
    expect(directoryOf(centerWith({ offices })).offices.map((one) => one.county)).toEqual([known])
    expect(names(stepsWith({ offices }, { jurisdiction: state, county: known }))).toContain('Alameda family office')
  })

  it('and a Tribe may be called: their numbers are known, and a wrong one is hidden', () => {
    const called = [police.phone, tribe.services].map((number) => ({
      number,
      on: '2026-11-20',
      answered: 'wrong' as const,
    }))
    const directory = directoryOf({ ...centerWith({ offices: [police], tribes: [tribe] }), called })
    const question = {
      jurisdiction: 'CA',
      county: 'Alameda',
      land: 'tribal',
      situations: [],
      audience: 'public',
    } as const
    const { steps } = route(question, directory, wordingIn('en'))
    expect(steps.flatMap(({ phones }) => phones.map(({ number }) => number))).toContain(tribe.police)
    expect(JSON.stringify(steps)).not.toMatch(new RegExp(`${police.phone}|${tribe.services}`))
  })
})

describe('asking for the county', () => {
  it('is worth it where counties take the report or the center has offices, and nowhere else', () => {
    const directory = directoryOf(centerWith({ offices: [{ ...office, state: 'TX', county: 'Travis' }] }))
    expect((['CA', 'AL', 'MN', 'NC', 'WI', 'WY', 'TX'] as const).every((code) => asksCounty(directory, code))).toBe(
      true,
    )
    expect((['OR', 'GU', 'VI'] as const).some((code) => asksCounty(directory, code))).toBe(false)
  })
})

describe('on tribal land', () => {
  const land = 'tribal'

  it('each Tribe of the state that the center entered stands first, before the state', () => {
    const steps = stepsWith({ tribes: [tribe, { ...tribe, name: 'Other Tribe', states: ['AZ'] }] }, { land })
    expect(names(steps)[0]).toBe('Rivermouth Tribe')
    expect(names(steps)).not.toContain('Other Tribe')
    expect(steps[0]?.phones.map(({ number, label }) => `${label} ${number}`)).toEqual([
      'Tribal police 707-555-0100',
      'Tribal child services 707-555-0101',
    ])
    expect(steps[0]?.note).toContain('Confirmed by this center')
    expect(steps[1]?.kind).toBe('cps')
  })

  it('without one, the Tribe is named in words, without a number', () => {
    const [first, second] = stepsWith({}, { land, jurisdiction: 'AZ' })
    expect(first).toMatchObject({ kind: 'tribal', phones: [], confidence: null, note: '' })
    expect(first?.for).toContain('We do not have their number here')
    expect(second?.kind).toBe('cps')
  })

  it('911 still comes first in danger', () => {
    const [first, second] = stepsWith({ tribes: [tribe] }, { land, situations: ['danger'] })
    expect([first?.phones[0]?.number, second?.name]).toEqual(['911', 'Rivermouth Tribe'])
  })

  it('stops the start when a Tribe is of a state that there is not', () => {
    const start = () => directoryOf(centerWith({ tribes: [tribe, { ...tribe, states: ['CA', 'ZZ'] }] }))
    expect(start).toThrow('center/profile.yaml: tribes, entry 2: there is no state ZZ. Correct the file')
  })

  it('Tribes are not named on other land', () => {
    expect(names(stepsWith({ tribes: [tribe] }, { land: 'ordinary' }))).not.toContain('Rivermouth Tribe')
  })
})
