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
    const { answer, text } = await post('/check', { noticed: ['truancy', 'exchange', 'no-such-code'] })
    expect(answer.status).toBe(200)
    expect(text).toContain('Please call now')
    expect(text).toContain('The child misses school')
    expect(text).toMatch(/action="\/report"[^>]*>.*name="noticed" value="exchange".*name="noticed" value="truancy"/)
    expect(text).not.toContain('no-such-code')
  })

  it('shows no number, percentage or label of risk', async () => {
    const { text } = await post('/check', { noticed: ['truancy', 'runaway', 'older-partner', 'hotel-keys'] })
    expect(text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\b911\b/g, '')).not.toMatch(
      /\d+ ?%|score of|risk level|high risk|likely trafficked/i,
    )
  })

  it('comes back with the boxes still ticked', async () => {
    const { text } = await post('/check', { noticed: 'lure-love', again: 'yes' })
    expect(text).toMatch(/id="noticed-lure-love"[^>]*checked/)
    expect(text.match(/checked/g)).toHaveLength(1)
  })

  it('asks about each of the 60 indicators once', async () => {
    const text = await (await site.app.request('/check')).text()
    expect(new Set(text.match(/id="noticed-[a-z-]+"/g))).toHaveProperty('size', 60)
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
    [{ zip: '09012' }, 'military or overseas'],
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
    ['/check', 'boxes'],
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
      what: 'my words',
    })
    if (path === '/check') expect(spanish).toMatch(/id="noticed-truancy"[^>]*checked/)
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
  const typed = { what: 'She said "he waits".\nTwice.', when: 'Monday', where: 'At the gym' }

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
    const wrong = await post('/report/sheet.pdf', { what: 'x'.repeat(1300) }, { Accept: 'text/html' })
    expect(wrong.answer.status).toBe(400)
    expect(wrong.text).toContain('Shorten it to 1200')
  })

  it('works without a place', async () => {
    expect((await post('/report/sheet/page', { what: 'x' })).answer.status).toBe(200)
  })

  it.each(['/report/sheet/page', '/report/sheet.pdf'])(
    '%s asks to shorten what is too long, and keeps it',
    async (path) => {
      const what = `begin ${'x'.repeat(1300)} end`
      const { answer, text } = await post(path, { ...typed, what, zip: '78701' })
      expect(answer.status).toBe(400)
      expect(text).toContain('This is 1310 characters long. Shorten it to 1200')
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
    ['too much text', posted({ what: 'x'.repeat(70_000) }), 413],
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
    await post('/report/sheet/page', { what: 'canary-7731', zip: 'canary-7732' })
    await site.app.request('/canary-7733')
    expect(site.lines.join('\n')).not.toContain('canary')
  })
})
