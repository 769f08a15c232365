// The county hints: true to the Census's table, and in step with the table of states.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { directory } from '../../tests/home.ts'
import { parseCounties } from './county.ts'
import { countiesOf, countiesOfZip, jurisdictionCodes, jurisdictionOfZip, sameCounty } from './index.ts'

const namesIn = (zip: string): string[] =>
  countiesOfZip(zip, directory).map(({ state, county }) => `${county}, ${state}`)

const zips = [...directory.counties.ofZip.keys()]

describe('countiesOfZip', () => {
  it.each([
    ['10001', ['New York County, NY']],
    ['70112', ['Orleans Parish, LA']],
    ['57770', ['Oglala Lakota County, SD']],
    ['78641', ['Travis County, TX', 'Williamson County, TX']],
    [' 78641-1234 ', ['Travis County, TX', 'Williamson County, TX']],
    ['00601', ['Adjuntas, PR', 'Utuado, PR']],
    ['42223', ['Christian County, KY', 'Montgomery County, TN']],
    ['86515', ['Apache County, AZ', 'McKinley County, NM']],
    ['20500', []], // the White House: a ZIP of its own, in no Census area
    ['96910', []], // Guam
    ['00000', []],
    ['1234', []],
    ['', []],
  ])('gives for %j %j', (zip, counties) => {
    expect(namesIn(zip)).toEqual(counties)
  })

  it('takes any text without throwing', () => {
    fc.assert(fc.property(fc.string(), (typed) => Array.isArray(countiesOfZip(typed, directory))))
  })
})

describe('the table', () => {
  it('holds 33,120 ZIPs, 27 % of them in several counties and 103 in two states', () => {
    const hints = [...directory.counties.ofZip.values()]
    expect(hints).toHaveLength(33_120)
    expect(hints.filter((all) => all.length > 1).length / hints.length).toBeCloseTo(0.27, 2)
    expect(hints.filter((all) => new Set(all.map(({ state }) => state)).size > 1)).toHaveLength(103)
  })

  it('agrees with the table of states: the state of a ZIP is among those of its counties, in every case', () => {
    const astray = zips.filter((zip) => {
      const state = jurisdictionOfZip(zip)
      return !state.ok || !countiesOfZip(zip, directory).some((hint) => hint.state === state.value)
    })
    expect(astray).toEqual([])
  })

  it('names another state than the ZIP’s for 112 of 44,409 hints: places at a border', () => {
    const hints = zips.flatMap((zip) => countiesOfZip(zip, directory).map((hint) => ({ zip, hint })))
    const beyond = hints.filter(({ zip, hint }) => {
      const state = jurisdictionOfZip(zip)
      return state.ok && state.value !== hint.state
    })
    expect([hints.length, beyond.length]).toEqual([44_409, 112])
  })

  it('holds the counties of every state, and of no territory but Puerto Rico', () => {
    const without = jurisdictionCodes.filter((code) => countiesOf(code, directory).length === 0)
    expect(without).toEqual(['GU', 'VI', 'AS', 'MP'])
    expect(countiesOf('TX', directory)).toHaveLength(254)
    expect(countiesOf('CA', directory)).toHaveLength(58)
    expect(countiesOf('LA', directory).every((name) => name.endsWith(' Parish'))).toBe(true)
    for (const code of jurisdictionCodes) {
      const names = countiesOf(code, directory)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it.each(['TX;Travis County', 'TX;Travis County;7870', 'ZZ;Travis County;78701', 'TX;;78701', 'Travis County'])(
    'refuses the line %j by its number',
    (line) => {
      expect(() => parseCounties(`# head\n${line}\n`)).toThrow('line 2')
    },
  )
})

describe('sameCounty', () => {
  it.each([
    ['Travis County', ' travis ', true],
    ['Orleans Parish', 'orleans', true],
    ['Doña Ana County', 'Dona Ana', true],
    ['St. Louis County', 'Saint Louis County', true],
    ['Mayagüez', 'Mayaguez Municipio', true],
    ['Baltimore City', 'Baltimore County', false],
    ['Travis County', 'Williamson County', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(sameCounty(one, other)).toBe(same)
  })

  it('keeps the counties of a state apart', () => {
    for (const code of jurisdictionCodes) {
      const names = countiesOf(code, directory)
      for (const [at, name] of names.entries())
        expect(
          names.findIndex((other) => sameCounty(other, name)),
          `${name}, ${code}`,
        ).toBe(at)
    }
  })
})
