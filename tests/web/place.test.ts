// Where the child is: a ZIP that hints at counties, a Tribe, a base, another country, and the hour there.

import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'

import { directoryOf, emptyProfile } from '../home.ts'
import { posted, testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const post = async (path: string, fields: Record<string, string | readonly string[]>) => {
  const answer = await site.app.request(path, posted(fields))
  return { answer, text: await answer.text() }
}

describe('where the child is', () => {
  it.each(['7870', '00000', '09012'])(
    'takes the chosen state where the ZIP %s cannot be read, and says so',
    async (zip) => {
      const { answer, text } = await post('/report/whom-to-call', { zip, state: 'TX' })
      expect(answer.status).toBe(200)
      expect(text).toContain('We could not read the ZIP code.')
      expect(text).toContain('Whom to call: Texas')
    },
  )

  it('shows the center’s own office for a ZIP of one county, with the other counties to choose from', async () => {
    const office = {
      kind: 'child-protection' as const,
      state: 'CA',
      county: 'Kern County',
      name: { en: 'Kern office', es: 'Oficina de Kern' },
      phone: '555-0100',
      hours: null,
      confirmed_on: '2026-11-01',
    }
    const directory = directoryOf({ profile: { ...emptyProfile('Riverbend'), offices: [office] }, called: [] })
    const { app } = await testApp(undefined, undefined, { directory })
    const text = await (await app.request('/report/whom-to-call', posted({ zip: '93301' }))).text()
    expect(text).toContain('Kern office')
    expect(text).toMatch(/value="CA:Kern County" selected/)
    expect(text).toContain('value="CA:Alameda County"')
  })

  it.each(['missing', 'images'])('names the national center when a person is not sure about %s', async (question) => {
    const { text } = await post('/report/whom-to-call', { state: 'TX', [question]: 'unsure' })
    expect(text).toContain('tel:+18008435678')
    expect(text.indexOf('tel:+18002525400')).toBeLessThan(text.indexOf('tel:+18008435678'))
  })

  it('says that a ZIP touches several counties, lets the person choose, and never waits for it', async () => {
    const { text } = await post('/report/whom-to-call', { zip: '42223' })
    expect(text).toContain('This ZIP code touches more than one county.')
    expect(text).toContain('value="TN:Montgomery County"')
    expect(text).toContain('Whom to call: Kentucky')
    const { text: chosen } = await post('/report/whom-to-call', { zip: '42223', county: 'TN:Montgomery County' })
    expect(chosen).toContain('Whom to call: Tennessee')
    expect(chosen).toMatch(/value="TN:Montgomery County" selected/)
  })

  it('takes a county that does not exist for none', async () => {
    const { text } = await post('/report/whom-to-call', { state: 'TX', county: 'TX:<b>Nowhere' })
    expect(text).toContain('Whom to call: Texas')
    expect(text).not.toContain('<b>Nowhere')
  })

  it('asks for the county where offices are those of counties', async () => {
    const { text } = await post('/report/whom-to-call', { state: 'NC' })
    expect(text).toContain('value="NC:Wake County"')
    expect((await post('/report/whom-to-call', { state: 'TX' })).text).not.toContain('id="county"')
  })

  it('on tribal land names the Tribe first and shows no federal number', async () => {
    const { text } = await post('/report/whom-to-call', { state: 'AZ', land: 'tribal' })
    expect(text).toContain('On tribal land the Tribe, the state or both may take the report.')
    expect(text).not.toContain('800-633-5155')
  })

  it('abroad shows no line of ours as local, and asks for no state', async () => {
    const { answer, text } = await post('/report/whom-to-call', { land: 'abroad' })
    expect(answer.status).toBe(200)
    expect(text).toContain('Whom to call: another country')
    expect(text).not.toMatch(/class="fb-note fb-now"/)
    expect(text).toContain('may not connect from another country')
    for (const path of ['/report/sheet', '/report/script'])
      expect((await post(path, { land: 'abroad' })).text).not.toMatch(/class="fb-note fb-now"><p><strong>Is a child/)
    for (const path of ['/report/script', '/report/sheet/page', '/report/sheet.txt'])
      expect((await post(path, { land: 'abroad' })).text).toContain('may not connect from another country')
    const pdf = await site.app.request('/es/report/sheet.pdf', posted({ land: 'abroad' }))
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await post('/report/script', { state: 'TX' })).text).toMatch(/class="fb-note fb-now"><p><strong>Is a child/)
  })

  it('says that a line is closed now, and puts the police first', async () => {
    const night = { clock: () => Temporal.Instant.from('2026-11-24T08:00:00Z') }
    const { app } = await testApp(undefined, undefined, night)
    const text = await (await app.request('/report/whom-to-call', posted({ state: 'ND' }))).text()
    expect(text).toContain('Closed now. Call 911 or the police.')
    expect((await post('/report/whom-to-call', { state: 'ND' })).text).toContain('Open now.')
  })
})
