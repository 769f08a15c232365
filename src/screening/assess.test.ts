import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { content } from '../../tests/home.ts'
import { indicatorCodes, type IndicatorCode } from '../knowledge/index.ts'
import { answered, assess, nextSteps, type Observation } from './index.ts'

const ticked = (...codes: IndicatorCode[]): Observation[] => codes.map((code) => answered(code, 'What?', code))
const stepOf = (...codes: IndicatorCode[]) => assess(ticked(...codes), content).nextStep

describe('assess', () => {
  it.each<[string, IndicatorCode[]]>([
    ['nothing-noticed', []],
    ['care-and-ask', ['low-self-esteem']],
    ['care-and-ask', ['feels-unloved', 'mental-health', 'system-placement', 'unstable-housing']],
    ['report', ['truancy']],
    ['report', ['runaway']],
    ['report', ['lure-love', 'older-partner']],
    ['report-now', ['exchange']],
    ['report-now', ['images-sold', 'truancy']],
    ['report-now', ['control-threat']],
    ['report-now', ['control-violence']],
    ['report-now', ['family-exploiter']],
  ])('says %s for %j', (step, codes) => {
    expect(stepOf(...codes)).toBe(step)
  })

  it('explains each thing noticed by its evidence class, once, in the order of the vocabulary', () => {
    const { noticed } = assess(ticked('branding', 'exchange', 'runaway', 'branding', 'truancy'), content)
    expect(noticed.map(({ code, evidenceClass }) => [code, evidenceClass])).toEqual([
      ['exchange', 'defining'],
      ['runaway', 'studied'],
      ['branding', 'no-link-found'],
      ['truancy', 'listed'],
    ])
  })

  it('says several together from three things that are not only background', () => {
    expect(assess(ticked('truancy', 'exhaustion'), content).severalTogether).toBe(false)
    expect(assess(ticked('truancy', 'exhaustion', 'low-self-esteem'), content).severalTogether).toBe(false)
    expect(assess(ticked('truancy', 'exhaustion', 'hotel-keys'), content).severalTogether).toBe(true)
  })

  it('leaves out what is denied, imagined or about somebody else', () => {
    const [base] = ticked('exchange')
    if (base === undefined) throw new Error('no observation')
    const others: Observation[] = [
      { ...base, assertion: 'negated' },
      { ...base, temporality: 'hypothetical' },
      { ...base, experiencer: 'other' },
    ]
    expect(assess(others, content)).toEqual({ noticed: [], severalTogether: false, nextStep: 'nothing-noticed' })
  })

  it('never gives a number, and never a milder step when more is noticed', () => {
    fc.assert(
      fc.property(fc.subarray([...indicatorCodes]), fc.constantFrom(...indicatorCodes), (codes, more) => {
        const before = assess(ticked(...codes), content)
        const after = assess(ticked(...codes, more), content)
        expect(nextSteps.indexOf(after.nextStep)).toBeLessThanOrEqual(nextSteps.indexOf(before.nextStep))
        expect(JSON.stringify(after)).not.toMatch(/\d/)
      }),
    )
  })

  it('does not depend on the order of the observations', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...indicatorCodes]), (codes) => {
        expect(assess(ticked(...codes), content)).toEqual(assess(ticked(...codes.toReversed()), content))
      }),
    )
  })
})
