// What is written down of a center's own form; a result as FHIR; and a center's own wording, which the public never sees.

import { beforeAll, describe, expect, it } from 'vitest'

import type { InstrumentForm, Instruments } from '../../src/knowledge/index.ts'
import { content } from '../home.ts'
import { posted, testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const post = async (path: string, fields: Record<string, string>, from = site, headers = {}) => {
  const answer = await from.app.request(path, posted(fields, headers))
  return { status: answer.status, text: (await answer.text()).replaceAll('&#39;', "'"), headers: answer.headers }
}

const record = { date: '11/20/2026', by: 'advocate', version: '2.0', total: '7', band: 'as the form says' }
const screening = { date: '2026-11-20', by: 'nurse', age: '14', setting: 'advocacy-center', screener: 'medical-provider', 'given-in': 'en', q1: 'yes', q2: 'yes', q3: 'no', q4: 'no', q5: 'no', q6: 'no' } // prettier-ignore

type Entry = { readonly resource: Readonly<Record<string, unknown>> }
const entriesOf = (text: string): readonly Entry['resource'][] =>
  (JSON.parse(text) as { entry: readonly Entry[] }).entry.map(({ resource }) => resource)

const sensitive = { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'SDV' }] }

describe('a record', () => {
  it('asks for what is missing', async () => {
    const { status, text } = await post('/staff/instruments/cse-it/use', { total: 'seven' })
    expect(status).toBe(400)
    for (const name of ['date', 'by', 'version', 'total']) expect(text).toContain(`<a href="#${name}">`)
  })

  it('needs the total or the band', async () => {
    const none = await post('/staff/instruments/cse-it/use', { ...record, total: '', band: '' })
    expect([none.status, none.text.includes('<a href="#band">')]).toEqual([400, true])
    for (const one of ['total', 'band'])
      expect((await post('/staff/instruments/tvit/use', { ...record, [one]: '' })).status).toBe(200)
  })

  it('is shown as written down, not checked, with the next step', async () => {
    const { status, text } = await post('/staff/instruments/cse-it/use', record)
    expect(status).toBe(200)
    for (const part of [
      'November 20, 2026',
      'advocate',
      '2.0',
      '>7<',
      'as the form says',
      'We have not checked the total',
      'A positive result does not mean',
    ])
      // prettier-ignore
      expect(text).toContain(part)
    expect(text).not.toContain('cut-off')
  })

  it('is saved as FHIR, without a score of ours and labelled as sensitive', async () => {
    const { status, text, headers } = await post('/staff/instruments/cse-it.json', record)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^application\/fhir\+json/)
    expect(headers.get('content-disposition')).toBe('attachment; filename="screening.json"')
    expect(headers.get('cache-control')).toBe('no-store')
    const [response, observation] = entriesOf(text)
    expect(response).toMatchObject({ resourceType: 'QuestionnaireResponse', authored: '2026-11-20', meta: sensitive })
    expect(observation).toMatchObject({
      resourceType: 'Observation',
      status: 'final',
      meta: sensitive,
      valueQuantity: { value: 7 },
      interpretation: [{ text: 'as the form says' }],
      note: [{ text: expect.stringContaining('A positive result does not mean') as string }],
    })
  })
})

describe('a scored result as FHIR', () => {
  it('holds what was asked, the total and the band, and no probability', async () => {
    const [response, observation] = entriesOf((await post('/staff/instruments/sscst.json', screening)).text)
    expect(response).toMatchObject({
      questionnaire: 'urn:footbridge:questionnaire:sscst|2018, six items',
      meta: sensitive,
      status: 'completed',
    })
    expect(response?.['item']).toHaveLength(6)
    expect(JSON.stringify(response).match(/concept-only/g)).toHaveLength(6)
    expect(observation).toMatchObject({
      meta: sensitive,
      status: 'final',
      valueQuantity: { value: 2 },
      interpretation: [{ text: 'At or above the cut-off: positive.' }],
      derivedFrom: [{ reference: 'QuestionnaireResponse/response' }],
    })
    expect(JSON.stringify(observation)).not.toMatch(/probab|RiskAssessment/i)
  })

  it('comes back to the form where something has to be put right', async () => {
    const { status, text } = await post('/staff/instruments/sscst.json', { ...screening, age: '' })
    expect([status, text.includes('<a href="#age">')]).toEqual([400, true])
    expect(text).toContain('action="/es/staff/instruments/sscst/use"')
  })

  it('is asked for twice by the script, and made once', async () => {
    const { status, text } = await post('/staff/instruments/sscst.json', screening, site, { Accept: 'text/html' })
    expect([status, text]).toEqual([204, ''])
  })
})

describe('the wording of a center', () => {
  const ours = content.instruments.sscst.form
  if (ours === null) throw new Error('the SSCST has a form')
  const wording: InstrumentForm = {
    ...ours,
    version: 'English, May 2025',
    item: ours.item.map((item) => ({ ...item, text: `Invented question ${item.linkId}?`, _text: undefined })),
  }
  const instruments: Instruments = { ...content.instruments, sscst: { ...content.instruments.sscst, wording } }
  const withWording = (host: string | undefined) =>
    testApp(undefined, undefined, { host, content: { ...content, instruments } })

  it('is asked and scored where only this machine can ask', async () => {
    const own = await withWording(undefined)
    const form = await (await own.app.request('/staff/instruments/sscst/use')).text()
    expect(form).toContain('2. Invented question q2?')
    expect(form).not.toContain('from memory')
    const { text } = await post('/staff/instruments/sscst/use', screening, own)
    expect(text).toContain('Total: 2 of 6')
    expect(text).toContain('English, May 2025')
    expect(text).not.toContain('from memory')
    const missing = await post('/staff/instruments/sscst/use', { ...screening, q4: 'none' }, own)
    expect(missing.text).toContain('4. Invented question q4?')
    expect(await (await own.app.request('/staff/instruments')).text()).toContain('wording supplied by this center')
  })

  it('stays in its file where others come by the network, until staff can sign in', async () => {
    const open = await withWording('help.example.org')
    for (const path of ['/staff/instruments', '/staff/instruments/sscst', '/staff/instruments/sscst/use'])
      expect(await (await open.app.request(path)).text()).not.toContain('Invented')
    expect((await post('/staff/instruments/sscst.json', screening, open)).text).not.toContain('Invented')
    expect(await (await open.app.request('/staff/instruments')).text()).toContain('waits until staff can sign in')
  })
})
