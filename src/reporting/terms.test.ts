// The terms say what the researchers' records say, no more and no less; and no duty is without one.

import { describe, expect, it } from 'vitest'
import * as v from 'valibot'

import { content, directory } from '../../tests/home.ts'
import { federalDuties, jurisdictionCodes, zonesOf, type DutyTerm } from './index.ts'
import { parseTerms, termsFile } from './terms.ts'
import { dutyRecord } from './directory-files.ts'
import { parseZones } from './zones.ts'

const found = v.parse(
  v.array(
    v.object({
      ...dutyRecord.entries,
      oral_deadline_text: v.string(),
      written_requirement: v.nullable(v.string()),
      written_deadline_text: v.nullable(v.string()),
      notes: v.nullable(v.string()),
    }),
  ),
  content.directory.duties,
)
const states = found.filter(({ jurisdiction }) => jurisdiction !== 'US')
const federal = found.filter(({ jurisdiction }) => jurisdiction === 'US')
const file = v.parse(termsFile, content.directory.terms)

const termsOf = (code: string, what: DutyTerm['what']): readonly DutyTerm[] =>
  Object.entries(directory.terms.states).flatMap(([state, { terms }]) =>
    state === code ? terms.filter((term) => term.what === what) : [],
  )

const hoursOf = (term: DutyTerm): number | null => {
  if (term.kind === 'at-once') return null
  return 'hours' in term ? term.hours : 24 * term.days
}

describe('the terms of the states', () => {
  it.each(states)('$jurisdiction: the first report has the hours of its record, or is due at once', (record) => {
    const hours = termsOf(record.jurisdiction, 'first').map(hoursOf)
    expect(hours.length).toBeGreaterThan(0)
    expect(hours.filter((one) => one !== null)).toEqual(
      record.oral_deadline_hours === null ? [] : [record.oral_deadline_hours],
    )
  })

  it.each(states)('$jurisdiction: the written report has the hours and the condition of its record', (record) => {
    const written = termsOf(record.jurisdiction, 'written')
    expect(written.map(hoursOf).filter((one) => one !== null)).toEqual(
      record.written_deadline_hours === null ? [] : [record.written_deadline_hours],
    )
    const asked = record.written_requirement ?? ''
    expect(written.length).toBe(/^(required|if requested|changed)/.test(asked) ? 1 : 0)
    if (asked === 'if requested') expect(written[0]?.only_if).toMatch(/^requested/)
    if (asked === 'required') expect(written[0]?.only_if ?? 'phoned').toMatch(/phoned|spoken/)
  })

  it.each(states)('$jurisdiction: the written report is said in plain words too', ({ jurisdiction }) => {
    const plain = jurisdictionCodes.filter((code) => directory.duties[code].plain.written !== null)
    expect(plain.some((code) => code === jurisdiction)).toBe(termsOf(jurisdiction, 'written').length > 0)
  })

  it.each(states)('$jurisdiction: the start and the condition are those of its words', (record) => {
    const text = record.written_deadline_text ?? ''
    const [written] = termsOf(record.jurisdiction, 'written')
    if (/of the (oral|initial|original)|of a telephone report|after a phone report/.test(text))
      expect(written?.from).toBe('first-report')
    if (/not needed if/.test(text)) expect(written?.only_if).toBe('phoned')
    if (/excluding weekends/.test(text)) expect(written?.kind).toMatch(/^business/)
    if (/within \d+ days/.test(text)) expect(written?.kind).toBe('calendar-days')
  })

  it('cite the statute of the record and are not reviewed by anyone', () => {
    for (const record of states) {
      for (const term of [...termsOf(record.jurisdiction, 'first'), ...termsOf(record.jurisdiction, 'written')]) {
        expect(term.citation).toBe(record.statute)
        expect(term.reviewed_by_counsel_on).toBe(record.reviewed_by_counsel_on)
        expect(term.read_on).toBe('2026-11-22')
      }
    }
  })

  it('are never surer than their record', () => {
    const weak = states.filter(({ confidence }) => confidence === 'one-source').map(({ jurisdiction }) => jurisdiction)
    for (const code of weak)
      for (const { confidence } of termsOf(code, 'first')) expect([code, confidence]).toEqual([code, 'one-source'])
    expect(termsOf('LA', 'written')[0]?.confidence).toBe('one-source')
    expect(termsOf('VA', 'first')[0]?.confidence).toBe('one-source')
  })
})

describe('the federal terms', () => {
  it('are those of the records, and each record has a term or a reason to have none', () => {
    for (const record of federal) {
      const entry = Object.values(file.federal).find(({ statute }) => statute === record.statute)
      expect([record.statute, entry !== undefined]).toEqual([record.statute, !(record.statute in file.without_time)])
      const first = entry?.terms.find(({ what }) => what === 'first')
      if (first !== undefined) expect(first.kind === 'hours' ? first.hours : null).toBe(record.oral_deadline_hours)
    }
  })

  it('hold the 36 hours of the agency that gets a report of Indian country', () => {
    const [written] = directory.terms.federal['indian-country'].terms.filter(({ what }) => what === 'written')
    expect(written).toMatchObject({ kind: 'hours', hours: 36, binds: 'receiving-agency' })
    expect(federal.find(({ statute }) => statute === written?.citation)?.notes).toContain('within 36 hours')
  })

  it.each(federalDuties)('%s names the copy of the US Code that was read', (name) => {
    for (const { source } of directory.terms.federal[name].terms)
      expect([source.address.includes('US Code'), source.date]).toEqual([true, '2023-04-20'])
  })
})

describe('a file of terms', () => {
  it('is refused when a duty has no term for the first report', () => {
    const without = { ...file, states: { ...file.states, TX: [] } }
    expect(() => parseTerms(without, found)).toThrow(/no term for the first report/)
  })

  it('is refused when it names a statute that has no record', () => {
    const strange = { ...file, without_time: { '1 U.S.C. 1': 'none' } }
    expect(() => parseTerms(strange, found)).toThrow(/1 U\.S\.C\. 1/)
  })
})

describe('the zones', () => {
  it('are known for every place, the main one first', () => {
    for (const code of jurisdictionCodes) expect(zonesOf(directory, code).length).toBeGreaterThan(0)
    expect(zonesOf(directory, 'TX')).toEqual(['America/Chicago', 'America/Denver'])
    expect(zonesOf(directory, 'AZ')[0]).toBe('America/Phoenix')
  })

  it('say in words where each is, if there are several', () => {
    const file = { ...directory.zones, TX: [{ zone: 'America/Chicago' }, { zone: 'America/Denver' }] }
    expect(() => parseZones(file)).toThrow(/say where each is/)
  })

  it('are refused when the tz database does not know them', () => {
    expect(() => parseZones({ ...directory.zones, CT: [{ zone: 'America/Hartfort' }] })).toThrow()
    expect(() => parseZones({ ...directory.zones, CT: [{ zone: '-05:00' }] })).toThrow()
  })
})
