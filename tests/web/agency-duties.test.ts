// The page on the duties of agencies and its form, by posts alone: nothing, wrong things, then the last moments in words.

import { beforeAll, describe, expect, it } from 'vitest'

import { jurisdictionCodes } from '../../src/reporting/index.ts'
import { directory } from '../home.ts'
import { posted, testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const post = async (fields: Record<string, string>, path = '/learn/agency-duties') => {
  const answer = await site.app.request(path, posted(fields))
  return { answer, text: (await answer.text()).replaceAll(/\s+/g, ' ') }
}

const victim = { duty: 'identified-victim', state: 'CT', date: '2026-03-07', time: '20:00' }
const inState = (state: string, date: string, time: string, zone = '') => ({ duty: 'state', state, zone, date, time })

describe('the page', () => {
  it('says whom the duties bind, and asks for the rest in a form that is posted', async () => {
    const text = await (await site.app.request('/learn/agency-duties')).text()
    expect(text).toContain('They do not bind the person who calls you')
    expect(text).toContain('No lawyer has reviewed this page')
    expect(text).toContain('<form id="limits" method="post" action="/learn/agency-duties"')
    expect(text).not.toContain('name="zone"')
  })

  it('says the same in Spanish', async () => {
    const text = await (await site.app.request('/es/learn/agency-duties')).text()
    expect(text).toContain('No obligan a quien llama')
    expect(text).toContain('<form id="limits" method="post" action="/es/learn/agency-duties"')
    expect(text).toContain('Otra cosa: mostrar la ley del estado')
  })
})

describe('a time that is hard to read', () => {
  it.each([
    ['was left out by the clock', '2026-03-08', '2:30 am', true],
    ['was there twice', '2026-11-01', '1:30 am', true],
    ['was there once', '2026-03-08', '4:30 am', false],
  ])('is explained where it %s', async (_, date, time, explained) => {
    const { text } = await post({ ...victim, date, time })
    expect(text.includes('The clocks changed at this time')).toBe(explained)
  })

  it('from another age is asked again, and kept', async () => {
    const { answer, text } = await post({ ...victim, date: '1926-03-07' })
    expect(answer.status).toBe(400)
    expect(text).toContain('more than three years ago')
    expect(text).toContain('value="1926-03-07"')
  })

  it('of a missing child is answered with the national center’s number and the way to whom to call', async () => {
    const { text } = await post({ ...victim, duty: 'missing-from-care' })
    expect(text).toContain('tel:+18008435678')
    expect(text).toContain('href="/report"')
    expect((await post(victim)).text).not.toContain('tel:+18008435678')
  })
})

describe('the form', () => {
  it('asks for everything that is missing, and names each', async () => {
    const { answer, text } = await post({})
    expect(answer.status).toBe(400)
    for (const field of ['duty', 'state', 'date', 'time']) expect(text).toContain(`<a href="#${field}">`)
    expect(text).toMatch(/<title>Please check/)
    expect(text).toContain('tel:911')
  })

  it('takes no form of another site', async () => {
    const answer = await site.app.request('/learn/agency-duties', posted(victim, { 'Sec-Fetch-Site': 'cross-site' }))
    expect(answer.status).toBe(403)
  })

  it.each<[Record<string, string>, string]>([
    [{ duty: 'online-providers' }, 'Choose what happened'],
    [{ duty: 'toString' }, 'Choose what happened'],
    [{ state: 'XX' }, 'Choose the state or territory'],
    [{ date: '2026-02-30' }, 'Give the date with month, day and year'],
    [{ date: '3/8/26' }, 'Give the date with month, day and year'],
    [{ time: '25:10' }, 'Give the time of day'],
    [{ date: '2999-03-07' }, 'This time is still to come'],
    [{ state: 'TX' }, 'Texas has more than one time zone'],
    [{ state: 'TX', zone: 'America/New_York' }, 'Texas has more than one time zone'],
  ])('asks again for %j, with everything typed still there', async (wrong, sentence) => {
    const fields = { ...victim, ...wrong }
    const { answer, text } = await post(fields)
    expect(answer.status).toBe(400)
    expect(text).toContain(sentence)
    expect(text).toContain(`name="date" type="date" value="${fields.date}"`)
    expect(text).toContain(`name="time" type="time" value="${fields.time}"`)
    if (fields.duty === victim.duty) expect(text).toContain('value="identified-victim" selected')
    if (fields.state !== 'XX') expect(text).toContain(`value="${fields.state}" selected`)
  })

  it('asks for the part of a state where it has several zones', async () => {
    const { text } = await post({ ...victim, state: 'TX' })
    expect(text).toContain('El Paso and Hudspeth counties')
    expect(text).toContain('<select class="govuk-select govuk-select--error" id="zone"')
  })

  it('shows what was typed as text, whatever it is', async () => {
    const { text } = await post({ ...victim, date: '"><script>alert(1)</script>' })
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert(1)')
  })

  it('comes back whole with every answer, to change one or in the other language', async () => {
    for (const path of ['/learn/agency-duties', '/es/learn/agency-duties']) {
      const { answer, text } = await post({ ...victim, again: 'yes' }, path)
      expect(answer.status).toBe(200)
      expect(text).toContain('value="CT" selected')
      expect(text).toContain('value="2026-03-07"')
      expect(text).toContain('671(a)(34)(A)')
    }
  })
})

describe('the deadlines', () => {
  it('begin with "Report now" and give the outer limit in local time over the change of the clock', async () => {
    const { answer, text } = await post(victim)
    expect(answer.status).toBe(200)
    expect(text).toMatch(/<h1>Report now<\/h1>/)
    expect(text).toContain('Outer limit: Sunday, March 8, 2026 at 9:00 PM Eastern Daylight Time.')
    expect(text).toContain('Law: 42 U.S.C. 671(a)(34)(A)')
    expect(text).toContain('Not reviewed by counsel.')
    expect(text).toContain('Read in a copy of the US Code of April 20, 2023.')
    expect(text.indexOf('Report now')).toBeLessThan(text.indexOf('Outer limit'))
  })

  it('read what people type where a browser has no field for dates', async () => {
    const { text } = await post({ ...victim, date: '3/7/2026', time: '8 pm' })
    expect(text).toContain('Outer limit: Sunday, March 8, 2026 at 9:00 PM Eastern Daylight Time.')
  })

  it('are those of the state, with the written report', async () => {
    const { text } = await post(inState('MN', '2026-11-20', '15:00'))
    expect(text).toContain('Outer limit: Saturday, November 21, 2026 at 3:00 PM Central Standard Time.')
    expect(text).toContain('Outer limit: Wednesday, November 25, 2026 at 3:00 PM Central Standard Time.')
    expect(text).toContain('but not holidays')
    expect(text).toContain('Minn. Stat.')
  })

  it('say that a law without hours is due at once, and a written report counts from the first', async () => {
    const { text } = await post(inState('LA', '2024-02-27', '09:00'))
    expect(text).toContain('The law names no number of hours. It is due from the moment you learned of it')
    expect(text).toContain('It is due within 5 days of your first report')
    expect(text).toContain('Sunday, March 3, 2024 at 9:00 AM Central Standard Time')
    expect(text).toContain('Found in one source only.')
  })

  it('tell professionals from everyone else in Texas, in the zone of the part that was chosen', async () => {
    const { text } = await post(inState('TX', '2026-11-20', '15:00', 'America/Denver'))
    expect(text).toMatch(/For everyone else.*Report now\. The law names no number.*For people who work with children/)
    expect(text).toContain('Outer limit: Saturday, November 21, 2026 at 3:00 PM Mountain Standard Time.')
  })

  it('are said in Spanish', async () => {
    const { text } = await post(victim, '/es/learn/agency-duties')
    expect(text).toContain('<h1>Reporte ahora</h1>')
    expect(text).toMatch(/Límite máximo: domingo, 8 de marzo de 2026, 9:00 p\.\s?m\. hora de verano oriental\./)
    expect(text).toContain('Ningún abogado lo ha revisado.')
  })

  it('change language with all answers, and put none in an address', async () => {
    const { text } = await post(victim)
    expect(text).toMatch(
      /<form class="fb-language" method="post" action="\/es\/learn\/agency-duties"[^>]*>.*?name="date" value="2026-03-07"/,
    )
    expect(text).not.toMatch(/href="[^"]*2026-03-07/)
  })

  it.each(jurisdictionCodes)('are whole for %s in both languages', async (state) => {
    for (const path of ['/learn/agency-duties', '/es/learn/agency-duties']) {
      const zone = directory.zones[state][0].zone
      const { answer, text } = await post(inState(state, '2026-10-30', '17:30', zone), path)
      expect(answer.status).toBe(200)
      expect(text).toMatch(/<strong>(Report now|Reporte ahora)\. /)
      expect(text).not.toMatch(/undefined|\[object|\{[a-z]+\}|\bNaN\b|Invalid Date|agency\./)
    }
  })
})
