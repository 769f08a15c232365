// A center's own files: read at start, refused with the name of the file when something in them is wrong.

import { cpSync, mkdirSync, mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { aWeekday, contentFolder, home } from '../../tests/home.ts'
import { loadContent } from './index.ts'
import { parsePage } from './page.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-center-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const load = () => loadContent(contentFolder, folder, aWeekday)

describe("a center's files", () => {
  it('may all be absent', () => {
    expect(load().center).toEqual({ profile: null, called: [] })
  })

  it('give the profile and the calls', () => {
    writeFileSync(join(folder, 'profile.yaml'), 'name: Riverbend\nphone: "555-0100"\n')
    writeFileSync(
      join(folder, 'called.yaml'),
      '- { number: "1-800-252-5400", on: "2026-11-20", answered: right, by: x }\n',
    )
    expect(load).toThrow(/called\.yaml/)
    writeFileSync(join(folder, 'called.yaml'), '- { number: "1-800-252-5400", on: "2026-11-20", answered: right }\n')
    expect(load().center.profile).toMatchObject({ name: 'Riverbend', phone: '555-0100', tribes: [] })
    expect(load().center.called).toHaveLength(1)
  })

  it.each(['phone: "ring us"', 'give: "http://plain.example"', 'telephone: "555-0100"'])('refuse %s', (line) => {
    writeFileSync(join(folder, 'profile.yaml'), `name: Riverbend\n${line}\n`)
    expect(load).toThrow(/profile\.yaml/)
  })

  describe('refuse a day', () => {
    const call = (on: string) =>
      writeFileSync(
        join(folder, 'called.yaml'),
        `- { number: "800-252-5400", on: "2026-11-20", answered: right }\n- { number: "800-252-5400", on: "${on}", answered: right }\n`,
      )
    const words = '{ en: x, es: x }'

    it.each([
      ['2026-02-30', 'the day 2026-02-30 does not exist'],
      ['2025-02-29', 'the day 2025-02-29 does not exist'],
      ['2026-11-26', 'the day 2026-11-26 lies in the future'],
      ['2062-11-20', 'the day 2062-11-20 lies in the future'],
      ['yesterday', 'Invalid date: Received "yesterday"'],
    ])('of a call: %s', (on, sentence) => {
      call(on)
      const file = join(folder, 'called.yaml')
      expect(load).toThrow(`${file}: entry 2, on: ${sentence}. Correct the file, then start again.`)
    })

    it.each(['2024-02-29', '2026-11-24', '2026-11-25'])('but not %s', (on) => {
      call(on)
      expect(load().center.called[1]?.on).toBe(on)
    })

    it.each([
      [
        'offices',
        `{ kind: police, state: NC, county: Wake, name: ${words}, phone: "555-0101"`,
        '2026-06-31',
        'does not exist',
      ],
      ['tribes', '{ name: "Example Tribe", states: [NC], police: "555-0102"', '2062-06-30', 'lies in the future'],
    ])('of a confirmation in %s', (list, entry, day, fault) => {
      writeFileSync(join(folder, 'profile.yaml'), `name: Riverbend\n${list}: [${entry}, confirmed_on: "${day}" }]\n`)
      expect(load).toThrow(`profile.yaml: ${list}, entry 1, confirmed_on: the day ${day} ${fault}. Correct`)
    })

    it('by the clock of the start, where a test does not stop it', () => {
      call('9998-01-01')
      expect(() => loadContent(contentFolder, folder)).toThrow('lies in the future')
    })
  })

  it('add pages, and take the place of ours', () => {
    for (const language of ['en', 'es']) {
      mkdirSync(join(folder, 'pages', language), { recursive: true })
      cpSync(join(contentFolder, 'pages', language, 'where.md'), join(folder, 'pages', language, 'our-town.md'))
    }
    expect(load().pages.es.get('our-town')?.title).toBe(load().pages.es.get('where')?.title)
    rmSync(join(folder, 'pages', 'es', 'our-town.md'))
    expect(load).toThrow('es/our-town.md is missing')
  })
})

describe('the samples in docs/operate.md', () => {
  const samples = [
    ...readFileSync(join(home, 'docs/operate.md'), 'utf8').matchAll(/```(?:yaml|markdown)\n([\s\S]*?)```/g),
  ].map(([, text = '']) => text)

  it('are a profile, calls and a page that the service takes', () => {
    const [profile = '', calls = '', page = ''] = samples
    writeFileSync(join(folder, 'profile.yaml'), profile)
    writeFileSync(join(folder, 'called.yaml'), calls)
    expect(load().center.profile?.offices).toHaveLength(1)
    expect(load().center.called).toHaveLength(1)
    expect(parsePage(page, 'sample').section).toBe('talk')
  })

  it('tell a slip in a name from a name that is missing', () => {
    writeFileSync(join(folder, 'profile.yaml'), 'name: Riverbend\ntherapie_promise: x\n')
    expect(load).toThrow('therapie_promise: is not known here')
    writeFileSync(join(folder, 'profile.yaml'), 'phone: "555-0100"\n')
    expect(load).toThrow('name: is missing')
  })
})
