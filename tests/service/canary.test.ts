// Words that a person could have typed are planted everywhere the public side can be given one, with counting on. After
// the service has stopped they are in no line of its log, no row of its database and no file of its data folder.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openDatabase, type Trx } from '../../src/database/index.ts'
import { typedFields } from '../../src/reporting/index.ts'
import { routes } from '../../src/web/routes.ts'
import { silent, temporaryFolder } from '../database/databases.ts'
import { home } from '../home.ts'
import { posted } from '../services.ts'
import { runFootbridge, startService, type Running } from './service.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)
const data = { FOOTBRIDGE_DATA: join(folder, 'data'), FOOTBRIDGE_COUNT: 'yes' }

const word = 'kanarienvogel'
const postRoutes = routes.filter(({ method }) => method === 'post')
/** Staff pages lead to sign-in, know no such link, or say what is wrong; none of them is a fault of ours. */
const ofStaff = [200, 303, 400, 403, 404, 413, 415, 422, 429]
const paths = postRoutes.flatMap(({ path }) => [path, `/es${path}`])
const fieldNames = [...typedFields.map((field) => `t-${field}`), 'zip', 'state', 'county', 'land', 'noticed', 'danger', 'suspect', 'missing', 'images', 'exchange', 'suicidal', 'professional', 'again', 'duty', 'date', 'time', 'zone', word] // prettier-ignore

const planted = Object.fromEntries(fieldNames.map((name) => [name, `${word} in ${name}`]))
const headers = {
  'User-Agent': `${word}/1.0`,
  Referer: `http://localhost/${word}`,
  Cookie: `a=${word}`,
  'X-Forwarded-For': word,
}

const forms: readonly (readonly [string, RequestInit, readonly number[]])[] = [
  ['every field', posted(planted, headers), [200, 400]],
  ['a place that is known', posted({ ...planted, zip: '78701', state: 'TX' }, headers), [200, 400]],
  ['a text that is too long', posted({ ...planted, 't-what': word.repeat(200) }, headers), [200, 400]],
  ['a form that is too large', posted({ 't-what': word.repeat(12_000) }, headers), [413]],
  ['another site', posted(planted, { ...headers, 'Sec-Fetch-Site': 'cross-site' }), [403]],
  ['a wrong type', posted(planted, { ...headers, 'Content-Type': `text/${word}` }), [415]],
]

/** Sends the text as it is and waits until the service has closed the connection. */
const raw = (port: number, text: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket
      .on('error', () => undefined)
      .on('data', () => undefined)
      .on('close', () => resolve())
  })

let output = ''
beforeAll(async () => {
  const service = await startService(data)
  await plant(service)
  expect(await service.stop()).toBe(0)
  output = service.output()
})

async function plant({ port, ask }: Running): Promise<void> {
  for (const path of paths) {
    for (const [name, request, statuses] of forms) {
      const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { ...request, redirect: 'manual' })
      const meant = /^(\/es)?\/(staff|set-up)\//.test(path) ? ofStaff : statuses
      expect([path, name, meant.includes(status) || status]).toEqual([path, name, true])
    }
  }
  for (const path of [
    `/${word}`,
    `/es/${word}?${word}`,
    `/set-up/${word}`,
    `/assets/${word}.css`,
    `/learn?${word}`,
    `/%ff${word}`,
  ])
    await (await ask(path)).text()
  await raw(port, `${word}\r\n\r\n`)
  await raw(port, `GET /${word} HTTP/1.1\r\nHost: ${word} x\r\nConnection: close\r\n\r\n`)
}

/** Every row of every table that the service can read, as text: it is the only center. */
async function everyRow(): Promise<string> {
  const database = await openDatabase({ config: { kind: 'embedded', folder: data.FOOTBRIDGE_DATA }, home, log: silent })
  try {
    const center = await database.beforeSignIn.centerForHost('localhost')
    if (center === undefined) throw new Error('no center')
    return await database.transactAs({ center, person: null }, async (trx) => {
      const texts: string[] = []
      for (const { name } of await tablesOf(trx)) {
        const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(trx)
        texts.push(...rows.map(({ row }) => `${name} ${row}`))
      }
      return texts.join('\n')
    })
  } finally {
    await database.close()
  }
}

const tablesOf = async (trx: Trx): Promise<readonly { name: string }[]> =>
  (
    await sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(trx)
  ).rows

describe('a word that somebody typed', () => {
  it('is in no line of the log: it holds the start, the link and the stop', () => {
    expect(output).toContain('Footbridge has stopped.')
    expect(output.toLowerCase()).not.toContain(word)
  })

  it('is in no file of the data folder', () => {
    const files = readdirSync(data.FOOTBRIDGE_DATA, { recursive: true, encoding: 'utf8' })
      .map((name) => join(data.FOOTBRIDGE_DATA, name))
      .filter((file) => statSync(file).isFile())
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((file) => readFileSync(file).includes(word))).toEqual([])
  })

  it('is in no row of the database, which has counted pages', async () => {
    const rows = await everyRow()
    for (const table of ['centers', 'setup_links', 'public_counts']) expect(rows).toContain(`${table} (`)
    expect(rows).toContain('post /report/sheet.pdf')
    expect(rows).not.toContain(word)
  })
})

describe('footbridge counts', () => {
  it('prints days and pages, small numbers hidden, and says what they are', () => {
    const { status, stdout } = runFootbridge(['counts'], data)
    expect(status).toBe(0)
    expect(stdout).toContain('Outreach figures only; a visit is not a person.')
    expect(stdout).toMatch(/^\d{4}-\d\d-\d\d {2}es +<11 {2}post \/check\/child$/m)
  })

  it('prints CSV with nothing else in it', () => {
    const { stdout, stderr } = runFootbridge(['counts', '--format', 'csv', '--from', '2026-01-01'], data)
    expect(stdout).toMatch(/^day,language,page,shown\n(\d{4}-\d\d-\d\d,(en|es),(get|post) \/[a-z/.-]*,(<11|\d+)\n)+$/)
    expect(stderr).toContain('a visit is not a person')
  })

  it('says when nothing was counted', () => {
    expect(runFootbridge(['counts', '--to', '2020-01-01'], data).stdout).toContain('Nothing was counted')
  })

  it.each([
    [['--from', '2026-02-31'], '--from "2026-02-31" is no day'],
    [['--to', 'today'], '--to "today" is no day'],
    [['--format', 'xml'], '--format "xml" is not known'],
  ])('refuses %j with one sentence', (args, sentence) => {
    const { status, stderr } = runFootbridge(['counts', ...args], data)
    expect([status, stderr.trim()]).toEqual([2, expect.stringContaining(sentence)])
  })
})
