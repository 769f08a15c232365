// The way from what was noticed to the sheet, by posts alone. Nothing typed is lost, in an address, in a log or kept.

import { beforeAll, describe, expect, it } from 'vitest'

import { posted, testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const post = async (
  path: string,
  fields: Record<string, string | readonly string[]>,
  headers: Record<string, string> = {},
) => {
  const answer = await site.app.request(path, posted(fields, headers))
  return {
    answer,
    text: answer.headers.get('content-type')?.startsWith('text/html') === true ? await answer.text() : '',
  }
}

describe('the check', () => {
  it('explains what was noticed, and takes it along to whom to call', async () => {
    const { answer, text } = await post('/check/child', { noticed: ['truancy', 'exchange', 'no-such-code'] })
    expect(answer.status).toBe(200)
    expect(text).toContain('Please call now')
    expect(text).toContain('The child misses school')
    expect(text).toMatch(/action="\/report"[^>]*>.*name="noticed" value="exchange".*name="noticed" value="truancy"/)
    expect(text).not.toContain('no-such-code')
  })

  it('shows no number, percentage or label of risk', async () => {
    const { text } = await post('/check/child', { noticed: ['truancy', 'runaway', 'older-partner', 'hotel-keys'] })
    expect(text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\b911\b/g, '')).not.toMatch(
      /\d+ ?%|score of|risk level|high risk|likely trafficked/i,
    )
  })

  it('comes back with the boxes still ticked', async () => {
    const { text } = await post('/check/child', { noticed: 'lure-love', again: 'yes' })
    expect(text).toMatch(/id="noticed-lure-love"[^>]*checked/)
    expect(text.match(/checked/g)).toHaveLength(1)
  })

  it('asks about each of the 60 indicators once', async () => {
    const text = await (await site.app.request('/check/child')).text()
    expect(new Set(text.match(/id="noticed-[a-z-]+"/g))).toHaveProperty('size', 60)
  })
})

describe('the check of a person who works with children', () => {
  it('adds how to write it down, and asks for the state where none was given', async () => {
    const { text } = await post('/check/work', { noticed: 'truancy' })
    expect(text).toContain('exact words in quotation marks')
    expect(text).toContain('<select class="govuk-select" id="state"')
    expect((await post('/check/child', { noticed: 'truancy' })).text).not.toContain('exact words in quotation marks')
  })

  it('gives the duty of the state with its outer limit and law, and takes state and role along to the report', async () => {
    const { text } = await post('/check/work', { noticed: 'truancy', state: 'CT' })
    expect(text).toMatch(/outer limit is 12 hours/)
    expect(text).toContain('Conn. Gen. Stat.')
    expect(text).toMatch(/action="\/report"[^>]*>.*name="state" value="CT".*name="professional" value="yes"/)
    const { text: report } = await post('/report', { noticed: 'truancy', state: 'CT', professional: 'yes' })
    expect(report).toMatch(/<option value="CT" selected/)
    expect(report).toMatch(/id="professional-yes"[^>]*checked/)
  })

  it('takes a state that does not exist for none', async () => {
    expect((await post('/check/work', { noticed: 'truancy', state: 'XX' })).answer.status).toBe(200)
  })
})

describe('the door for a young person', () => {
  it('has no list, says first what each must pass on, and gives 988, the hotlines and the way to take pictures down', async () => {
    for (const path of ['/check/me', '/es/check/me']) {
      const text = await (await site.app.request(path)).text()
      expect(text).not.toContain('type="checkbox"')
      expect(text.indexOf('fb-listeners')).toBeLessThan(text.indexOf('tel:988'))
      expect(text).toMatch(/tel:\+18883737888.*233733/s)
      expect(text).toContain('https://takeitdown.ncmec.org')
      const [first = ''] = text.match(/<ul class="fb-listeners">.*?<\/li>/s) ?? []
      expect(first.indexOf('<p>')).toBeLessThan(first.indexOf('tel:'))
    }
  })
})

describe('whom to call', () => {
  it('lists the lines of the state, in order, with number, source and duty', async () => {
    const { answer, text } = await post('/report/whom-to-call', { zip: '78701', exchange: 'yes' })
    expect(answer.status).toBe(200)
    expect(text).toContain('Whom to call: Texas')
    expect(text).toContain('href="tel:+18002525400"')
    expect(text).toContain('Report now.')
    expect(text).toContain('Tex. Fam. Code')
    expect(text).not.toMatch(/outer limit|24 hours of/)
  })

  it('shows hours to professionals as an outer limit that no lawyer has read', async () => {
    const { text } = await post('/report/whom-to-call', { state: 'TX', professional: 'yes' })
    expect(text).toMatch(/outer limit is 24 hours/)
    expect(text).toContain('Not reviewed by counsel.')
  })

  it.each([
    [{}, 'Type the ZIP code where the child is'],
    [{ zip: '7870' }, 'A ZIP code has five digits'],
    [{ zip: '00000' }, 'We do not know this ZIP code'],
    [{ zip: '09012' }, 'military mail'],
    [{ zip: '78701', state: 'CA' }, 'do not match'],
  ])('asks again for %j, with everything typed still there', async (fields, sentence) => {
    const more = { missing: 'yes', images: 'no', professional: 'yes', noticed: ['truancy', 'runaway'] }
    const { answer, text } = await post('/report/whom-to-call', { ...fields, ...more })
    expect(answer.status).toBe(400)
    expect(text).toContain(sentence)
    if ('zip' in fields) expect(text).toContain(`value="${fields.zip}"`)
    if ('state' in fields) expect(text).toMatch(/value="CA" selected/)
    expect(text).toMatch(/id="missing"[^>]*checked/)
    expect(text).toMatch(/id="images-no"[^>]*checked/)
    expect(text).toMatch(/id="professional-yes"[^>]*checked/)
    expect(text).toMatch(/name="noticed" value="runaway"/)
    expect(text).toMatch(/<title>Please check/)
  })

  it('shows what was typed as text, whatever it is', async () => {
    const { text } = await post('/report/whom-to-call', { zip: '"><script>alert(1)</script>' })
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert(1)')
  })

  it('starts from what the check told', async () => {
    const { text } = await post('/report', { noticed: ['exchange', 'family-exploiter', 'images-requested'] })
    expect(text).toMatch(/id="exchange"[^>]*checked/)
    expect(text).toMatch(/id="suspect"[^>]*value="caregiver"[^>]*checked/)
    expect(text).toMatch(/id="images"[^>]*checked/)
  })

  it.each([
    ['/check/child', 'boxes'],
    ['/report', 'questions'],
    ['/report/sheet', 'sheet'],
  ])('%s changes language by sending its own form, so that nothing typed is lost', async (path, form) => {
    const text = await (await site.app.request(path)).text()
    expect(text).toContain(`<form id="${form}" method="post"`)
    expect(text).toMatch(
      new RegExp(`<button type="submit" form="${form}" formaction="/es${path}" name="again" value="yes" lang="es"`),
    )
    const { text: spanish } = await post(`/es${path}`, {
      again: 'yes',
      noticed: 'truancy',
      zip: '787',
      missing: 'yes',
      't-what': 'my words',
    })
    if (path === '/check/child') expect(spanish).toMatch(/id="noticed-truancy"[^>]*checked/)
    if (path === '/report') expect(spanish).toMatch(/value="787".*id="missing"[^>]*checked/s)
    if (path === '/report/sheet') expect(spanish).toContain('my words')
  })

  it('changes language with all answers, and puts none in the address', async () => {
    const { text } = await post('/report/whom-to-call', { zip: '78701', missing: 'yes' })
    expect(text).toMatch(
      /<form class="fb-language" method="post" action="\/es\/report\/whom-to-call"[^>]*>.*?name="zip" value="78701".*?name="missing" value="yes"/,
    )
    expect(text).not.toMatch(/href="[^"]*78701/)
  })
})

describe('the report sheet', () => {
  const typed = { 't-what': 'She said "he waits".\nTwice.', 't-when': 'Monday', 't-where': 'At the gym' }

  it('gives the words to read out first, and the copies only after what they leave behind', async () => {
    const { text } = await post('/report/script', { ...typed, zip: '78701', noticed: 'truancy' })
    for (const part of ['Call first. Gaps are fine.', 'I am calling because', 'At the gym', 'The child misses school'])
      expect(text).toContain(part)
    expect(text.indexOf('At the gym')).toBeLessThan(text.indexOf('This leaves a copy on this device'))
    expect(text.indexOf('This leaves a copy on this device')).toBeLessThan(text.indexOf('/report/sheet.pdf'))
  })

  it('gives plain text with a neutral name, kept by nobody', async () => {
    const answer = await site.app.request('/es/report/sheet.txt', posted({ ...typed, state: 'TX' }))
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="hoja.txt"')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain('At the gym')
  })

  it('never takes a file, and points to the national center where pictures are involved', async () => {
    const { text } = await post('/report/sheet', { images: 'yes' })
    expect(text).not.toMatch(/type="file"|multipart/)
    expect(text).toContain('https://takeitdown.ncmec.org')
    expect(text).toContain('Never copy, save or send them')
    expect((await post('/report/sheet', {})).text).not.toContain('takeitdown')
  })

  it('keeps everything from step to step and back', async () => {
    const { text } = await post('/report/script', { ...typed, 't-vehicle': 'Plate ABC', zip: '78701', missing: 'yes' })
    expect(text).toMatch(/name="zip" value="78701".*name="missing" value="yes".*name="t-vehicle" value="Plate ABC"/s)
    const { text: form } = await post('/report/sheet', { 't-vehicle': 'Plate ABC', missing: 'yes' })
    expect(form).toMatch(/id="t-vehicle"[^>]*>Plate ABC</)
    expect(form).toContain('name="missing" value="yes"')
  })

  it('shows what was typed, whom to call and what they will ask', async () => {
    const { text } = await post('/report/sheet/page', { ...typed, zip: '78701', noticed: 'truancy' })
    for (const part of [
      'She said',
      'Twice.',
      'Monday',
      'At the gym',
      '1-800-252-5400',
      'The child misses school',
      'What they will ask',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('gives an accessible PDF with a neutral name, kept by nobody', async () => {
    const answer = await site.app.request('/es/report/sheet.pdf', posted({ ...typed, state: 'TX' }))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="hoja.pdf"')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('gives no PDF to who asks for a page alone: only what has to be put right, or nothing', async () => {
    const right = await post('/report/sheet.pdf', { ...typed, state: 'TX' }, { Accept: 'text/html' })
    expect(right.answer.status).toBe(204)
    const wrong = await post('/report/sheet.pdf', { 't-what': 'x'.repeat(9000) }, { Accept: 'text/html' })
    expect(wrong.answer.status).toBe(400)
    expect(wrong.text).toContain('This is 9000 characters long')
  })

  it('works without a place', async () => {
    expect((await post('/report/sheet/page', { 't-what': 'x' })).answer.status).toBe(200)
  })

  it.each(['/report/script', '/report/sheet/page', '/report/sheet.pdf', '/report/sheet.txt'])(
    '%s asks to shorten what is too long, and keeps it',
    async (path) => {
      const what = `begin ${'x'.repeat(2000)} end`
      const { answer, text } = await post(path, { ...typed, 't-what': what, zip: '78701' })
      expect(answer.status).toBe(400)
      expect(text).toContain('This is 2010 characters long. Shorten it to 2000')
      expect(text).toContain(what)
      expect(text).toContain('value="78701"')
    },
  )
})

describe('what is not a form from our own page', () => {
  it.each<[string, RequestInit, number]>([
    ['another site', posted({ zip: '78701' }, { 'Sec-Fetch-Site': 'cross-site' }), 403],
    [
      'another site, in an old browser',
      {
        ...posted({ zip: '78701' }),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Origin: 'https://evil.example',
          Host: 'localhost',
        },
      },
      403,
    ],
    ['JSON', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }, 415],
    ['a file', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x--' }, 415],
    ['too much text', posted({ 't-what': 'x'.repeat(140_000) }), 413],
    [
      'text that is not UTF-8',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new Uint8Array([0x77, 0x3d, 0xff, 0xfe]),
      },
      400,
    ],
  ])('%s gets a plain page with the number to call', async (_, request, status) => {
    const answer = await site.app.request('/report/sheet/page', request)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain('tel:911')
  })

  it('an old browser behind a proxy is known by the address that people use', async () => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: 'https://help.example.org',
      Host: 'inside:3000',
    }
    const answer = await site.app.request('/report/whom-to-call', { ...posted({ zip: '78701' }), headers })
    expect(answer.status).toBe(200)
  })

  it('an old browser that says nothing of its origin is still helped', async () => {
    const request = { ...posted({ zip: '78701' }), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }
    expect((await site.app.request('/report/whom-to-call', request)).status).toBe(200)
  })
})

describe('the log', () => {
  it('holds nothing of what people ask or type', async () => {
    await post('/report/sheet/page', { 't-what': 'canary-7731', zip: 'canary-7732' })
    await site.app.request('/canary-7733')
    expect(site.lines.join('\n')).not.toContain('canary')
  })
})
