// Whatever is posted, the answer is one that was meant: never a fault of ours, always with a number to call, and nothing
// of it in the log.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { routes } from '../../src/web/routes.ts'
import { testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})
afterAll(() => {
  expect(site.lines).toEqual([])
})

/** Forms of staff and of the set-up link need accounts: tests/accounts/hostile-forms.test.ts. */
const needsAccounts = /^\/(set-up|staff\/(sign-in|welcome|enrol|demo))/
const paths = routes
  .filter(({ method, permission, path }) => method === 'post' && permission === 'public' && !needsAccounts.test(path))
  .map(({ path }) => path)
const everyPath = paths.flatMap((path) => [path, `/es${path}`])
/** 204: the site's script asked whether there is something to put right, and there is not. */
const meant = [200, 204, 400, 403, 408, 413, 415, 429]

const plain = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }

async function post(path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = plain) {
  const answer = await site.app.request(path, { method: 'POST', headers, body })
  expect(meant).toContain(answer.status)
  if (answer.headers.get('content-type') !== 'text/html; charset=UTF-8' && answer.status < 300)
    return { status: answer.status, text: '' }
  const text = await answer.text()
  expect(text).toContain(`<html lang="${path.startsWith('/es/') ? 'es' : 'en'}">`)
  if (answer.status >= 403) expect(text).toMatch(/href="tel:911".*href="tel:\+18004224453"/s)
  return { status: answer.status, text }
}

const names = [
  't-what',
  't-when',
  't-where',
  'land',
  'county',
  'duty',
  'date',
  'time',
  'zip',
  'state',
  'noticed',
  'danger',
  'suspect',
  'again',
  'professional',
]
const oddName = fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '\0', ...names)
const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\0',
    '\ud800',
    '\u202e',
    '%',
    '%zz',
    '%ff',
    '\r\n',
    '😀',
    '<script>',
    '{{x}}',
    '#eval("1")',
    '78701',
    'TX',
  ),
)
const form = fc.array(fc.tuple(oddName, oddText), { maxLength: 12 })
const header = fc.oneof(
  fc.constantFrom('same-origin', 'cross-site', 'none', 'null', 'http://', 'text/plain', '*/*'),
  fc.string(),
)
const headerSafe = header.map((text) => text.replaceAll(/[^\x20-\x7e]/g, ''))

describe('every form', () => {
  it('answers random bytes with random headers as meant', async () => {
    const headers = fc.record({
      'Content-Type': fc.oneof(fc.constant('application/x-www-form-urlencoded'), headerSafe),
      'Sec-Fetch-Site': headerSafe,
      Origin: headerSafe,
      Accept: fc.constantFrom('text/html', '*/*', ''),
      'X-Forwarded-For': headerSafe,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...everyPath),
        fc.uint8Array({ maxLength: 300 }),
        headers,
        async (path, bytes, given) => {
          await post(path, new Uint8Array(bytes), given)
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  it('answers forms of odd names and texts as meant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...everyPath), form, async (path, fields) => {
        const body = fields.map(([name, text]) => `${asSent(name)}=${asSent(text)}`).join('&')
        const { status } = await post(path, body)
        expect([200, 400]).toContain(status)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  describe.each(everyPath)('%s', (path) => {
    it.each([
      ['broken escapes', 'what=%&when=%z&zip=%ff%fe&noticed=%u0041', [200, 400]],
      ['escaped lone surrogates', 'what=%ED%A0%80&where=%ED%BF%BF', [200, 400]],
      ['NUL and control characters', 'what=a%00b%01%07%1b&zip=78701%00', [200, 400]],
      ['10,000 fields', Array.from({ length: 10_000 }, (_, at) => `f${at % 97}=`).join('&'), [200, 400]],
      ['one field 5,000 times', 'noticed=truancy&'.repeat(4_000), [200, 400]],
      ['names of the language', '__proto__=x&constructor=y&toString=z&__proto__[a]=b', [200, 400]],
      ['nothing', '', [200, 400]],
      ['140,000 bytes', 'x'.repeat(140_000), [413]],
    ])('takes %s', async (_, body, statuses) => {
      expect(statuses).toContain((await post(path, body)).status)
    })

    it('refuses bytes that are not UTF-8, with the numbers to call', async () => {
      const { status, text } = await post(path, new Uint8Array([0x77, 0x3d, 0xff, 0xfe]))
      expect(status).toBe(400)
      expect(text).toContain('href="tel:+18004224453"')
    })

    it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', ''])(
      'refuses the type "%s"',
      async (type) => {
        expect((await post(path, 'what=x', { ...plain, 'Content-Type': type })).status).toBe(415)
      },
    )

    it('refuses what another site sends', async () => {
      expect((await post(path, 'what=x', { ...plain, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    })
  })
})

/** Half of the texts as a browser writes them, half as they are. */
const asSent = (text: string): string =>
  text.length % 2 === 0 && text.isWellFormed() ? encodeURIComponent(text) : text.replaceAll(/[&=+]/g, '')
