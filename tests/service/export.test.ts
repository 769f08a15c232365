// bin/footbridge export-public as an administrator runs it: whole, without dead ends, and never half live.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { jurisdictionCodes } from '../../src/reporting/index.ts'
import { publicPages } from '../../src/web/public-pages.ts'
import { temporaryFolder } from '../database/databases.ts'
import { content, directory } from '../home.ts'
import { launcher, runFootbridge } from './service.ts'

vi.setConfig({ testTimeout: 60_000 })

const { folder, remove } = temporaryFolder()
afterAll(remove)

const alone = join(folder, 'alone')
const served = join(folder, 'served')
const data = { FOOTBRIDGE_DATA: join(folder, 'data'), FOOTBRIDGE_URL: '' }

beforeAll(() => {
  expect(runFootbridge(['export-public', alone], data)).toMatchObject({ status: 0, stderr: '' })
  const options = ['--service', 'https://service.example.org/', '--address', 'https://help.example.org']
  expect(runFootbridge(['export-public', served, ...options], data)).toMatchObject({ status: 0, stderr: '' })
})

const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(root, name)).isFile())
const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8')
const htmlIn = (root: string) =>
  filesIn(root)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ name, text: read(root, name) }))

/** As a static host does it: a folder is its index.html. */
const answers = (root: string, address: string): boolean =>
  existsSync(join(root, address.endsWith('/') ? `${address}index.html` : address))

describe.each([
  ['without a service', alone],
  ['with a service', served],
])('a copy %s', (_, root) => {
  it('holds every page in both languages, its own 404, built files and headers, and needs no database', () => {
    const files = filesIn(root)
    for (const language of ['', 'es/']) {
      for (const path of publicPages(content).filter((one) => !/^\/report\/(sheet|script)/.test(one)))
        expect(files).toContain(join(language, path.slice(1), 'index.html'))
      for (const code of jurisdictionCodes) expect(files).toContain(`${language}report/places/${code}/index.html`)
      expect(files).toContain(`${language}404.html`)
    }
    for (const file of ['robots.txt', '_headers', 'HEADERS.txt']) expect(files).toContain(file)
    expect(files.filter((name) => name.startsWith('assets/'))).toHaveLength(3)
    expect(existsSync(data.FOOTBRIDGE_DATA)).toBe(false)
  })

  it('has no link that leads nowhere, and each folder is asked with its slash', () => {
    const broken = htmlIn(root).flatMap(({ name, text }) =>
      [...text.matchAll(/(?:href|src|action|formaction)="(\/[^"#?]*)/g)]
        .map(([, address = '']) => address)
        .filter((address) => !answers(root, address))
        .map((address) => `${name}: ${address}`),
    )
    expect(broken).toEqual([])
  })

  it('has no link to a part of a page that is not there', () => {
    const lost = htmlIn(root).flatMap(({ name, text }) =>
      [...text.matchAll(/href="([^"#:]*)#([^"]*)"/g)]
        .filter(([, address = '', id = '']) => {
          const target = address === '' ? text : read(root, `${address}index.html`)
          return !target.includes(`id="${id}"`)
        })
        .map(([link]) => `${name}: ${link}`),
    )
    expect(lost).toEqual([])
  })

  it('names no host of the machine it was made on, and no address of the service’s own', () => {
    for (const { name, text } of htmlIn(root)) {
      expect([name, text.match(/localhost|127\.0\.0\.1|href="\/exit|undefined/)]).toEqual([name, null])
      expect([name, text.includes('class="fb-exit" href="https://www.weather.gov/"')]).toEqual([name, true])
    }
  })

  it('says nowhere that a line is open or closed at this moment', () => {
    const says = ['open.open', 'open.closed', 'open.unknown', 'why.police-closed-now']
    const momentary = [content.messages.en, content.messages.es].flatMap((said) => says.map((key) => said[key] ?? '?'))
    for (const { name, text } of htmlIn(root))
      expect([name, momentary.filter((sentence) => text.includes(sentence))]).toEqual([name, []])
  })

  it('shows the numbers of a place, in order, with what they will ask', () => {
    const text = read(root, 'report/places/TX/index.html')
    expect(text).toContain('Texas Abuse Hotline')
    expect(text).toContain('tel:+18002525400')
    expect(text).toContain(content.messages.en['whom.ask'])
    expect(read(root, 'es/report/places/PR/index.html')).toContain('Puerto Rico')
  })

  it('links each of the 56 places from one list, under its name', () => {
    for (const language of ['en', 'es'] as const) {
      const prefix = language === 'en' ? '' : '/es'
      const text = read(root, join(prefix, 'report/places/index.html'))
      for (const code of jurisdictionCodes)
        expect(text).toContain(
          `href="${prefix}/report/places/${code}/">${directory.names[code][language].replaceAll("'", '&#39;')}</a>`,
        )
    }
  })
})

describe('a copy without a service', () => {
  it('has no form that is sent: lists instead, and the check explains by itself', () => {
    for (const { name, text } of htmlIn(alone))
      expect([name, text.match(/method="post"|formaction/)]).toEqual([name, null])
    const check = read(alone, 'check/child/index.html')
    expect(check).toContain('<form id="boxes" method="dialog"')
    expect(check).toContain('<button type="submit" disabled="" hidden="">')
    expect(check.match(/data-because=/g)).toHaveLength(60)
    expect(check).toContain('href="/report/"')
    for (const page of ['report/index.html', 'es/report/whom-to-call/index.html'])
      expect(read(alone, page).match(/\/report\/places\/[A-Z]{2}\//g)).toHaveLength(56)
  })

  it('leaves the composer out, allows no form, and has no site map without an address', () => {
    expect(filesIn(alone).filter((name) => /report\/(sheet|script)|sitemap/.test(name))).toEqual([])
    expect(read(alone, '_headers')).toContain("form-action 'none'")
    expect(read(alone, 'robots.txt')).not.toContain('Sitemap')
  })
})

describe('a copy with a service', () => {
  it('sends every form there, with its origin, and the headers allow that and nothing else', () => {
    for (const { name, text } of htmlIn(served)) {
      const targets = [...text.matchAll(/<form[^>]*action="([^"]*)"/g)].map(([, address = '']) => address)
      expect([name, targets.filter((address) => !address.startsWith('https://service.example.org/'))]).toEqual([
        name,
        [],
      ])
      const tells = text.includes('<meta name="referrer" content="strict-origin"')
      if (targets.length > 0) expect([name, tells]).toEqual([name, true])
    }
    expect(read(served, 'es/check/work/index.html')).toContain('action="https://service.example.org/es/check/work"')
    expect(read(served, 'report/index.html')).toContain('href="/report/places/"')
    for (const file of ['_headers', 'HEADERS.txt'])
      expect(read(served, file)).toContain('form-action https://service.example.org; base-uri')
  })

  it('has a site map of the copy’s own addresses', () => {
    const listed = [...read(served, 'sitemap.xml').matchAll(/<loc>https:\/\/help\.example\.org([^<]*)<\/loc>/g)]
    expect(listed.length).toBeGreaterThan(20)
    for (const [, address = ''] of listed) expect([address, answers(served, address)]).toEqual([address, true])
  })
})

describe('a center', () => {
  const withProfile = (text: string, target: string) => {
    const own = join(folder, `data-${text.length}`)
    mkdirSync(join(own, 'center'), { recursive: true })
    writeFileSync(join(own, 'center', 'profile.yaml'), text)
    return runFootbridge(['export-public', target], { ...data, FOOTBRIDGE_DATA: own })
  }

  it('is named in its copy, as in its service', () => {
    const target = join(folder, 'riverbend')
    expect(withProfile('name: Riverbend\n', target).status).toBe(0)
    expect(read(target, 'index.html')).toContain('Run by Riverbend.')
  })

  it('gets no copy, and one sentence, when a file of its own is wrong', () => {
    const target = join(folder, 'wrong')
    const { status, stderr } = withProfile('name: [', target)
    expect(status).toBe(1)
    expect(stderr).toContain('profile.yaml')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(existsSync(target)).toBe(false)
  })
})

describe('the folder', () => {
  const one = (target: string) => runFootbridge(['export-public', target], data)

  it.each([
    [[], 'give one file or folder'],
    [['a', 'b'], 'give one file or folder'],
    [[join(folder, 'x'), '--service', 'example.org'], '--service must be a whole address'],
  ])('is not written for a wrong call: %j', (args, sentence) => {
    const { status, stderr } = runFootbridge(['export-public', ...args], data)
    expect(status).toBeGreaterThan(0)
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('is refused, and not touched, when it holds something else', () => {
    const foreign = join(folder, 'foreign')
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'index.html'), 'mine')
    expect(one(foreign)).toMatchObject({
      status: 1,
      stderr: `${foreign} holds something that an export did not make, so nothing was written. Give an empty folder or a new name.\n`,
    })
    expect(readdirSync(foreign)).toEqual(['index.html'])
  })

  it('may be empty, or an earlier copy, of which nothing of ours stays', () => {
    const target = join(folder, 'twice')
    mkdirSync(target)
    expect(one(target).status).toBe(0)
    const marker = join(target, '.footbridge-copy')
    writeFileSync(marker, `${readFileSync(marker, 'utf8')}old.html\n`)
    writeFileSync(join(target, 'old.html'), 'of an earlier version')
    expect(one(target).stdout).not.toContain('Kept')
    expect(existsSync(join(target, 'old.html'))).toBe(false)
    expect(statSync(target).mode & 0o777).toBe(0o755)
  })

  it('keeps what an export did not write, and says so; other folders beside it are not touched', () => {
    const target = join(folder, 'kept', 'site')
    const beside = join(folder, 'kept', 'site.draft-of-my-thesis')
    expect(one(target).status).toBe(0)
    const foreign = [
      join(target, 'CNAME'),
      join(target, '.git', 'HEAD'),
      join(target, '.well-known', 'token'),
      join(beside, 'thesis.txt'),
    ]
    for (const file of foreign) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, file)
    }
    expect(one(target).stdout).toContain('Kept as they were, not made by an export: .git, .well-known, CNAME.\n')
    for (const file of foreign) expect(readFileSync(file, 'utf8')).toBe(file)
  })

  it('is refused, and not touched, when something of others is in the way', () => {
    const target = join(folder, 'in-the-way')
    mkdirSync(target)
    writeFileSync(join(target, '.footbridge-copy'), 'Made by an export, with this list:\n.footbridge-copy\n')
    writeFileSync(join(target, 'learn'), 'mine')
    const sentence = `${target} holds learn, which no export made and which is in the way of the new copy, so nothing was written. Move it away or choose another folder.\n`
    expect(one(target)).toMatchObject({ status: 1, stderr: sentence })
    expect(readdirSync(target).sort()).toEqual(['.footbridge-copy', 'learn'])
  })

  it('says in one sentence that it cannot be written', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { status, stderr } = one(join(file, 'site'))
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^The export to .* could not be written \((ENOTDIR|EEXIST)\), and what was there is unchanged\. .*\n$/,
    )
  })

  it('keeps the earlier copy, whole, when an export is killed; the next one cleans up', async () => {
    const target = join(folder, 'killed')
    expect(one(target).status).toBe(0)
    const count = filesIn(target).length
    // Killed in the instant before the marker is in it, a draft stays, empty: without a marker nothing is removed.
    const drafts = (): readonly string[] =>
      readdirSync(dirname(target))
        .filter((name) => name.startsWith('killed.draft-'))
        .filter((name) => existsSync(join(dirname(target), name, '.footbridge-copy')))
    // Killed after the swap, what stays is the copy that stepped aside: the new one is whole, and it was not the middle.
    const inTheMiddle = (): boolean =>
      drafts().length === 1 && !drafts()[0]?.endsWith('-before') && existsSync(join(target, 'index.html'))
    const killInTheMiddle = async (): Promise<void> => {
      if (drafts().length > 0) one(target)
      writeFileSync(join(target, 'index.html'), 'the earlier copy')
      const child = spawn(launcher, ['export-public', target], { env: { ...process.env, ...data }, stdio: 'ignore' })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      while (!inTheMiddle() && child.exitCode === null) await wait(1)
      child.kill('SIGKILL')
      await ended
    }
    // Where the machine is too busy to see the draft in time, the export is done before it is killed.
    for (let tries = 0; tries < 12 && !inTheMiddle(); tries++) await killInTheMiddle()
    expect(inTheMiddle()).toBe(true)
    expect(read(target, 'index.html')).toBe('the earlier copy')
    expect(filesIn(target)).toHaveLength(count)
    expect(one(target).status).toBe(0)
    expect(drafts()).toEqual([])
    expect(read(target, 'index.html')).toContain('<html lang="en">')
  })
})
