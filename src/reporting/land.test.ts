// Tribal land, a military base, another country: who helps there, in words where no number is known.

import { describe, expect, it } from 'vitest'

import { directory, wordingIn } from '../../tests/home.ts'
import { lands, planSteps, route, situations, type Question, type Situation } from './index.ts'

const ask = (question: Question) => route(question, directory, wordingIn('en'))
const linesOf = (question: Question): string[] =>
  planSteps(question, directory, wordingIn('en').now).map(({ line }) => line)
const told = (...given: Situation[]) => ({ situations: given, audience: 'public' }) as const

describe('on tribal land', () => {
  const question = { ...told(), jurisdiction: 'AZ', land: 'tribal' } as const

  it('the answer says who may take the report, and that no federal number is shown while sources differ', () => {
    const { notes, steps } = ask(question)
    expect(notes).toHaveLength(2)
    expect(notes.join(' ')).toContain('we show none')
    expect(JSON.stringify(steps)).not.toContain('Indian Country')
  })

  it('StrongHearts is named as support, without the address and the hours that too few sources give', () => {
    const support = ask(question).steps.find(({ name }) => name.includes('StrongHearts'))
    expect(support).toMatchObject({ phones: [{ number: '1-844-762-8483' }], url: null, hours: null })
    expect(linesOf({ ...question, land: 'ordinary' })).not.toContain('US/stronghearts')
  })
})

describe('on a base', () => {
  it('the military police and the Family Advocacy Program come first in words, then the state’s line as usual', () => {
    const question = { ...told('danger', 'trafficking'), jurisdiction: 'NC', land: 'military' } as const
    expect(linesOf(question).slice(0, 3)).toEqual(['US/emergency', 'military', 'NC'])
    const base = ask(question).steps[1]
    expect(base).toMatchObject({ phones: [], confidence: null })
    expect(base?.for).toContain('no national number that was confirmed')
    expect(linesOf({ ...question, land: 'ordinary' })).toEqual(linesOf(question).filter((line) => line !== 'military'))
  })
})

describe('in another country', () => {
  const abroad = (...given: Situation[]): Question => ({ ...told(...given), land: 'abroad' })

  it.each<[Situation[], string[]]>([
    [[], ['abroad-emergency', 'abroad-embassy', 'US/trafficking-hotline', 'US/childhelp']],
    [['danger'], ['abroad-emergency', 'abroad-embassy', 'US/trafficking-hotline', 'US/childhelp']],
    [['missing'], ['abroad-emergency', 'abroad-embassy', 'US/ncmec', 'US/trafficking-hotline', 'US/childhelp']],
    [['images'], ['abroad-emergency', 'abroad-embassy', 'US/ncmec', 'US/trafficking-hotline', 'US/childhelp']],
  ])('for %j the order is %j', (given, lines) => {
    expect(linesOf(abroad(...given))).toEqual(lines)
  })

  it('there is no state, no duty and never 911 or 988, not even in a note', () => {
    const answer = ask(abroad(...situations))
    expect(answer).toMatchObject({ jurisdiction: null, county: null, duty: null, place: 'another country' })
    expect(
      JSON.stringify(answer.steps.map(({ phones, why, note, open_note }) => [phones, why, note, open_note])),
    ).not.toMatch(/\b(911|988)\b/)
  })

  it('each number says in its reason that it is for the United States', () => {
    for (const { phones, why } of ask(abroad('missing', 'trafficking')).steps)
      if (phones.length > 0) expect(why).toContain('United States')
  })

  it('sexual images go to the online form, which needs no phone', () => {
    const { steps } = ask(abroad('images'))
    expect(steps.find(({ kind }) => kind === 'ncmec')?.url).toBe('https://report.cybertip.org')
  })
})

describe('federal tip lines', () => {
  const tips = ['US/hsi', 'US/fbi']

  it('stand last, for professionals and trafficking only', () => {
    const question = { jurisdiction: 'TX', situations: ['trafficking'], audience: 'professional' } as const
    expect(linesOf(question).slice(-2)).toEqual(tips)
    for (const land of lands) expect(linesOf({ ...question, land }).slice(-2)).toEqual(tips)
    expect(linesOf({ ...question, situations: ['images'] })).not.toContain('US/hsi')
    expect(linesOf({ ...question, audience: 'public' })).not.toContain('US/hsi')
  })

  it('show the number that two sources print, and not the one that one source prints', () => {
    const { steps } = ask({ jurisdiction: 'TX', situations: ['trafficking'], audience: 'professional' })
    expect(steps.at(-2)?.phones.map(({ number }) => number)).toEqual(['1-866-347-2423'])
    expect(steps.at(-1)?.phones).toEqual([])
  })
})
