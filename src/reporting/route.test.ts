// Every place, every situation, both languages: what is shown is true to the data, and nobody is left without a line.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { directory, wordingIn } from '../../tests/home.ts'
import { digitsOf, wrongAnywhere, wrongIn } from '../../tests/known-wrong-numbers.ts'
import { languages } from '../knowledge/index.ts'
import { audiences, jurisdictionCodes, route, situations, type JurisdictionCode, type Situation } from './index.ts'

type Asked = {
  readonly jurisdiction: JurisdictionCode
  readonly situations: readonly Situation[]
  readonly audience: 'public' | 'professional'
}

const ask = (asked: Asked, language: 'en' | 'es' = 'en') => route(asked, directory, wordingIn(language))

const asked = fc.record({
  jurisdiction: fc.constantFrom(...jurisdictionCodes),
  situations: fc.subarray([...situations]),
  audience: fc.constantFrom(...audiences),
})

const alone: readonly (readonly Situation[])[] = [[], ...situations.map((situation) => [situation])]

const everyAnswer = jurisdictionCodes.flatMap((jurisdiction) =>
  alone.flatMap((given) =>
    languages.map((language) => ({
      given,
      answer: ask({ jurisdiction, situations: given, audience: 'public' }, language),
    })),
  ),
)

describe('every place, situation and language', () => {
  it('is answered: 56 places, 10 situations, 2 languages', () => {
    expect(everyAnswer).toHaveLength(56 * 10 * 2)
  })

  it('has a line to call that is not 911 alone, and 911 first only in danger or for a missing child', () => {
    for (const { given, answer } of everyAnswer) {
      const numbers = answer.steps.flatMap(({ phones }) => phones.map(({ number }) => number))
      expect(numbers.filter((number) => number !== '911' && number !== '711').length, answer.place).toBeGreaterThan(0)
      const [first] = answer.steps.find(({ phones }) => phones.length > 0)?.phones ?? []
      expect(first?.number === '911', `${answer.place} ${given.join()}`).toBe(
        given.includes('danger') || given.includes('missing'),
      )
    }
  })

  it('shows only numbers that two sources print, under the place they belong to', () => {
    const owner = new Map<string, string>()
    for (const { answer } of everyAnswer) {
      for (const step of answer.steps) {
        for (const { number } of step.phones) {
          if (number === '911' || number === '711') continue
          const line = Object.values(directory.lines).find(({ phones }) =>
            phones.some((phone) => phone.number === number),
          )
          expect(line?.phones.find((phone) => phone.number === number)?.confidence, number).toBe('two-sources')
          const place = line?.jurisdiction === 'US' ? 'US' : (answer.jurisdiction ?? '')
          expect(owner.get(digitsOf(number)) ?? place, number).toBe(place)
          owner.set(digitsOf(number), place)
        }
      }
    }
    expect(owner.size).toBeGreaterThan(55)
  })

  it('shows none of the numbers known to be wrong, not even for professionals', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const answer = ask(question)
        const shown = answer.steps
          .flatMap(({ phones, text }) => [...phones.map(({ number }) => number), text ?? ''])
          .map(digitsOf)
        for (const wrong of wrongAnywhere) expect(shown).not.toContain(digitsOf(wrong))
        for (const { jurisdiction, number } of wrongIn) {
          if (question.jurisdiction === jurisdiction) expect(shown).not.toContain(digitsOf(number))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('names each record once, gives every step a reason, a purpose and a source, and leaves no placeholder', () => {
    fc.assert(
      fc.property(asked, fc.constantFrom(...languages), (question, language) => {
        const answer = ask(question, language)
        expect(new Set(answer.steps.map(({ name }) => name)).size).toBe(answer.steps.length)
        for (const step of answer.steps) {
          expect(step.why.length * step.for.length * step.source.address.length).toBeGreaterThan(0)
          expect(step.note !== '' || step.phones.every(({ number }) => number === '911')).toBe(true)
        }
        expect(JSON.stringify(answer)).not.toMatch(/\{\w+\}|why\.|note\.|undefined/)
      }),
    )
  })
})

describe('each place against the data', () => {
  it.each(jurisdictionCodes)(
    '%s shows exactly the voice and TTY numbers of its record that two sources print',
    (code) => {
      const [cps] = ask({ jurisdiction: code, situations: ['trafficking'], audience: 'professional' }).steps
      const expected = directory.lines[code].phones
        .filter(({ confidence }) => confidence === 'two-sources')
        .map(({ number }) => number)
      expect(cps?.kind).toBe('cps')
      expect(cps?.phones.map(({ number }) => number).toSorted()).toEqual(expected.toSorted())
    },
  )

  it.each(jurisdictionCodes)(
    '%s: the duty begins "Report now", cites the law, and shows no hours to the public',
    (code) => {
      const { duty } = ask({ jurisdiction: code, situations: [], audience: 'public' })
      expect(duty?.text.startsWith('Report now.')).toBe(true)
      expect(duty?.statute).toBe(directory.duties[code].statute)
      expect(duty?.outer_limit).toBeNull()
      expect(`${duty?.text ?? ''} ${duty?.who ?? ''}`).not.toMatch(/\d+ ?(-|hours|days)/)
    },
  )

  it.each(jurisdictionCodes)(
    '%s: professionals see the hours of the record as an outer limit, marked as not reviewed',
    (code) => {
      for (const language of languages) {
        const limit = ask({ jurisdiction: code, situations: [], audience: 'professional' }, language).duty?.outer_limit
        const record = directory.duties[code]
        expect(limit?.first_hours).toBe(record.oral_deadline_hours)
        expect(limit?.written_hours).toBe(record.written_deadline_hours)
        expect(limit?.first).toMatch(language === 'en' ? /^Report now\./ : /^Reporte ahora\./)
        if (record.oral_deadline_hours !== null) expect(limit?.first).toContain(String(record.oral_deadline_hours))
        expect(limit?.review).toBe(wordingIn(language).say('duty.not-reviewed'))
      }
    },
  )
})

describe('what only some may see', () => {
  const newYork = (audience: 'public' | 'professional') =>
    ask({ jurisdiction: 'NY', situations: [], audience }).steps[0]?.phones.map(({ number }) => number)

  it('New York: the line for mandated reporters is shown to professionals only', () => {
    expect(newYork('public')).not.toContain('1-800-635-1522')
    expect(newYork('professional')).toContain('1-800-635-1522')
  })

  it('Hawaii: the trafficking lines come first for trafficking, and not at all for other abuse', () => {
    const numbers = (...given: Situation[]) =>
      ask({ jurisdiction: 'HI', situations: given, audience: 'public' }).steps[0]?.phones.map(({ number }) => number)
    expect(numbers('trafficking')?.slice(0, 2)).toEqual(['808-832-1999', '1-888-398-1188'])
    expect(numbers('caregiver-suspected')).toEqual(['808-832-5300', '1-888-380-3088'])
  })

  it('New Mexico: a text line with no confidence of its own is not shown', () => {
    expect(ask({ jurisdiction: 'NM', situations: [], audience: 'public' }).steps[0]?.text).toBeNull()
  })

  it('an office without a number that may be shown gives its page, and no hours', () => {
    const [office] = ask({ jurisdiction: 'CA', situations: [], audience: 'public' }).steps
    expect(office).toMatchObject({ phones: [], hours: null, note: '' })
    expect(office?.url).toContain('cdss.ca.gov')
  })
})

describe('what stands beside a number', () => {
  it('is nothing beside 911, and never that nobody has called a crisis line: those are not tried out', () => {
    const { steps } = ask({ jurisdiction: 'TX', situations: ['danger', 'missing', 'suicidal'], audience: 'public' })
    const notes = steps.filter(({ phones }) => ['911', '988'].includes(phones[0]?.number ?? '')).map(({ note }) => note)
    expect(notes).toHaveLength(3)
    expect(notes.join('\n')).not.toContain('not yet called')
  })

  it('says when it was checked, that nobody here has called it, and what to do if nobody answers', () => {
    const { steps, no_answer } = ask({ jurisdiction: 'TX', situations: [], audience: 'public' })
    expect(steps[0]?.note).toContain('This center has not yet called this number.')
    expect(no_answer).toContain('1-800-422-4453')
    const [nevada] = ask({ jurisdiction: 'NV', situations: [], audience: 'public' }, 'es').steps
    expect(nevada?.note).toContain('23 de junio de 2023')
  })
})

describe('a line with limited hours', () => {
  const dakota = (moment: string, jurisdiction: 'ND' | 'SD' = 'ND') =>
    route(
      { jurisdiction, situations: ['caregiver-suspected'], audience: 'public' },
      directory,
      wordingIn('en', Temporal.Instant.from(moment)),
    ).steps

  it('stands first while it answers, and says that holidays are not known', () => {
    const [first] = dakota('2026-11-24T12:00-06:00')
    expect(first).toMatchObject({ kind: 'cps', open: 'open', open_note: 'Open now. Hours may differ on holidays.' })
  })

  it('says that it is closed at night, after the police', () => {
    const [first, second] = dakota('2026-11-24T22:00-06:00')
    expect(first).toMatchObject({ kind: 'law_enforcement', open: null, open_note: null })
    expect(second).toMatchObject({ kind: 'cps', open: 'closed', open_note: 'Closed now. Call 911 or the police.' })
  })

  it('says that it may be closed where the zone decides and is not known, after the police', () => {
    const [first, second] = dakota('2026-11-24T08:30-06:00', 'SD')
    expect([first?.kind, second?.open]).toEqual(['law_enforcement', 'unknown'])
    expect(second?.open_note).toContain('may be closed')
  })

  it('Nevada: whether the number for after hours answers now is not known, and only of that number', () => {
    const [nevada] = ask({ jurisdiction: 'NV', situations: [], audience: 'public' }).steps
    expect(nevada?.open).toBeNull()
    expect(nevada?.phones.filter(({ open }) => open !== null)).toMatchObject([{ number: '1-833-803-1183' }])
  })
})

describe('text phones', () => {
  it('are marked, so that nobody takes one for a voice line', () => {
    const [illinois] = ask({ jurisdiction: 'IL', situations: [], audience: 'public' }).steps
    expect(illinois?.phones.map(({ number, tty }) => [number, tty])).toEqual([
      ['1-800-252-2873', false],
      ['217-524-2606', false],
      ['1-800-358-5117', true],
    ])
  })
})
