// Each rule of instruments, broken once in our own files; and a center's form that differs from ours.

import { describe, expect, it } from 'vitest'

import { content } from '../../tests/home.ts'
import { findInstrumentFaults } from './instrument-check.ts'
import { findFormFaults, type InstrumentForm } from './instrument-form.ts'
import { instrumentIds, type Instrument, type InstrumentId } from './instrument.ts'
import type { LoadedInstrument } from './load-instruments.ts'

const { instruments } = content
const { instrument, form } = instruments.sscst

const changed = (id: InstrumentId, change: Partial<Instrument>, rest: Partial<LoadedInstrument> = {}) => ({
  ...instruments,
  [id]: { ...instruments[id], ...rest, instrument: { ...instruments[id].instrument, ...change } },
})

const [row] = instrument.accuracy
const inForm = (change: Partial<InstrumentForm['item'][number]>) =>
  form && { ...form, item: form.item.map((item, at) => (at === 0 ? { ...item, ...change } : item)) }

describe('findInstrumentFaults', () => {
  it('finds nothing in our own instruments', () => {
    expect(findInstrumentFaults(instruments)).toEqual([])
  })

  it.each<[string, ReturnType<typeof changed>, string]>([
    ['another id', changed('star', { id: 'tvit' }), 'stands in the file of star'],
    [
      'items of a record-only one',
      changed('cse-it', { items: instrument.items }),
      'cse-it is record-only, so it has no',
    ],
    ['a scored one without a rule', changed('raft', { scoring: null }), 'raft is scored, so it needs items'],
    ['a source that is not there', changed('qyit', { sources: {} }), 'qyit names a source it lacks: paper'],
    [
      'a source that backs nothing',
      changed('star', { findings: [], settings: [] }),
      'star has a source that backs nothing: paper',
    ],
    [
      'a fact without a source',
      changed('sscst', { ages: { ...instrument.ages, source: null } }),
      'sscst has a fact without a source',
    ],
    [
      'a rule from memory',
      changed('sscst', { scoring: instrument.scoring && { ...instrument.scoring, confidence: 'recalled' } }),
      'sscst has a rule from memory',
    ],
    ['no row for 100 children', changed('sscst', { accuracy: [] }), 'needs one row for the numbers for 100 children'],
    [
      'numbers for 100 children from memory',
      changed('sscst', {
        accuracy: row ? [{ ...row, sensitivity: { ...row.sensitivity, confidence: 'recalled' } }] : [],
      }),
      'has numbers for 100 children from memory',
    ],
    [
      'another version of the form',
      changed('sscst', { version: { en: '2030', es: '2030' } }),
      'has another version in its form',
    ],
    ['another concept in the form', changed('sscst', {}, { form: inForm({ text: 'Other' }) }), 'has other concepts'],
    ['wording', changed('sscst', {}, { form: inForm({ _text: undefined }) }), 'has q1 not marked as a concept'],
    [
      'a refused word',
      changed('star', { limits: [{ en: 'For a minor.', es: 'Para jóvenes.' }] }),
      'star in en "minor": say child',
    ],
  ])('finds %s', (_, given, fault) => {
    expect(findInstrumentFaults(given).join('\n')).toContain(fault)
  })
})

describe('our instruments', () => {
  it('are led by what a center can write down today, the CSE-IT first', () => {
    expect(instrumentIds[0]).toBe('cse-it')
    expect(instrumentIds.map((id) => instruments[id].instrument.use)).toEqual([
      ...Array<string>(5).fill('record-only'),
      ...Array<string>(3).fill('scored'),
    ])
  })

  it('hold no model that predicts: the WISER is not among them', () => {
    expect(instrumentIds.join()).not.toMatch(/wiser/i)
  })

  it('are without wording until a center brings it', () => {
    expect(instrumentIds.filter((id) => instruments[id].wording !== null)).toEqual([])
  })

  it('refuse ages under 18 where they were tested with adults', () => {
    expect([instruments.qyit, instruments.raft].map((one) => one.instrument.ages.from)).toEqual([18, 18])
  })
})

describe('findFormFaults', () => {
  if (form === null) throw new Error('the SSCST has a form')
  const own: InstrumentForm = {
    ...form,
    item: form.item.map((item) => ({ ...item, text: 'Invented?', _text: undefined })),
  }
  const faultsOf = (change: Partial<InstrumentForm>) =>
    findFormFaults({ ...own, ...change }, form, instrument).join('\n')
  const [first, ...others] = own.item
  if (first === undefined) throw new Error('the SSCST has questions')
  const withFirst = (change: Partial<typeof first>) => faultsOf({ item: [{ ...first, ...change }, ...others] })

  it('finds nothing in a form with the same questions in other words', () => {
    expect(faultsOf({})).toBe('')
  })

  it('takes answers in another order', () => {
    expect(withFirst({ answerOption: first.answerOption.toReversed() })).toBe('')
  })

  it.each([
    [faultsOf({ id: 'qyit' }), 'its id is "qyit", but "sscst" is wanted'],
    [faultsOf({ item: others }), 'q1 is missing; add it'],
    [faultsOf({ item: [...own.item, first] }), 'q1 is there twice'],
    [faultsOf({ item: [...own.item, { ...first, linkId: 'q7' }] }), 'q7 is no question of the instrument'],
    [withFirst({ type: 'boolean' }), 'q1 has the type "boolean", but "choice" is wanted'],
    [withFirst({ answerOption: first.answerOption.slice(1) }), 'q1 has other answers or weights'],
    [
      withFirst({ answerOption: first.answerOption.map((option) => ({ ...option, extension: [] })) }),
      'q1 has other answers or weights',
    ],
    [withFirst({ item: [{}] }), 'q1 has items below it'],
    [findFormFaults(form, form, instrument).join('\n'), 'q6 still has our concept'],
  ])('finds %s', (faults, sentence) => {
    expect(faults).toContain(sentence)
  })
})
