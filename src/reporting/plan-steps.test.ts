import { describe, expect, it } from 'vitest'

import { aWeekday, directory } from '../../tests/home.ts'
import { planSteps, type JurisdictionCode, type Situation } from './index.ts'

const linesOf = (jurisdiction: JurisdictionCode, ...situations: Situation[]): string[] =>
  planSteps({ jurisdiction, situations, audience: 'public' }, directory, aWeekday).map(({ line }) => line)

const reasonsOf = (jurisdiction: JurisdictionCode, ...situations: Situation[]): string[] =>
  planSteps({ jurisdiction, situations, audience: 'public' }, directory, aWeekday).map(({ reason }) => reason)

describe('the order of whom to call in Texas', () => {
  it.each<[Situation[], string[]]>([
    [[], ['TX', 'US/police', 'US/trafficking-hotline', 'US/childhelp']],
    [['caregiver-suspected'], ['TX', 'US/police', 'US/trafficking-hotline', 'US/childhelp']],
    [['not-caregiver'], ['US/police', 'TX', 'US/trafficking-hotline', 'US/childhelp']],
    [
      ['caregiver-suspected', 'not-caregiver'],
      ['TX', 'US/police', 'US/trafficking-hotline', 'US/childhelp'],
    ],
    [['danger'], ['US/emergency', 'TX', 'US/trafficking-hotline', 'US/childhelp']],
    [
      ['danger', 'not-caregiver'],
      ['US/emergency', 'TX', 'US/trafficking-hotline', 'US/childhelp'],
    ],
    [['suicidal'], ['US/988', 'TX', 'US/police', 'US/trafficking-hotline', 'US/childhelp']],
    [['missing'], ['US/police', 'US/ncmec', 'TX', 'US/trafficking-hotline', 'US/runaway', 'US/childhelp']],
    [['trafficking'], ['TX', 'US/police', 'US/trafficking-hotline', 'US/ncmec', 'US/childhelp']],
    [['images'], ['TX', 'US/police', 'US/ncmec', 'US/trafficking-hotline', 'US/childhelp']],
    [
      ['danger', 'suicidal', 'missing', 'trafficking', 'images'],
      ['US/emergency', 'US/988', 'US/police', 'US/ncmec', 'TX', 'US/trafficking-hotline', 'US/runaway', 'US/childhelp'],
    ],
  ])('for %j is %j', (situations, lines) => {
    expect(linesOf('TX', ...situations)).toEqual(lines)
  })

  it('does not depend on the order in which the situations were given', () => {
    expect(linesOf('TX', 'images', 'missing', 'danger')).toEqual(linesOf('TX', 'danger', 'missing', 'images'))
  })
})

describe('what differs by place', () => {
  it.each<JurisdictionCode>(['AL', 'CA', 'MN', 'NC', 'WI', 'WY', 'MD', 'GU', 'VI', 'AS', 'MP'])(
    '%s has no number that may be shown: the page of the office, then who finds the county’s line, then the police',
    (code) => {
      expect(linesOf(code).slice(0, 3)).toEqual([code, 'US/childhelp', 'US/police'])
      expect(reasonsOf(code)[0]).toBe('cps-no-number')
      expect(reasonsOf(code)[1]).toBe('childhelp-no-number')
    },
  )

  it('Arizona: the police take the report if the person does not look after the child', () => {
    expect(reasonsOf('AZ', 'not-caregiver').slice(0, 2)).toEqual(['police-not-caregiver', 'cps-police-only'])
    expect(reasonsOf('AZ', 'caregiver-suspected')[0]).toBe('cps-caregiver')
  })

  it('Alaska: both, the line and the police', () => {
    expect(reasonsOf('AK', 'caregiver-suspected')).toContain('police-both-always')
  })

  it.each<JurisdictionCode>(['ND', 'SD'])(
    '%s: the line is closed at night, and the page says whom to call then',
    (code) => {
      expect(reasonsOf(code)).toContain('police-closed-hours')
    },
  )

  it('Nevada: a number is missing for part of the day, and the page says who finds it', () => {
    expect(reasonsOf('NV')).toContain('childhelp-partial')
  })

  it('never leads the public to federal law enforcement or to a line whose sources conflict', () => {
    for (const hidden of ['US/hsi', 'US/fbi', 'US/indian-country'])
      expect(linesOf('TX', 'trafficking', 'images')).not.toContain(hidden)
  })
})
