// The commands as a script uses them: JSON on standard output, one sentence on standard error, exit code 2 for a wrong call.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { jurisdictionCodes, situations } from '../../src/reporting/index.ts'
import { runCommand } from '../../src/cli/main.ts'
import { temporaryFolder } from '../database/databases.ts'
import { directory, home, latestMigration } from '../home.ts'
import { runFootbridge, startService } from './service.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

describe('footbridge pages', () => {
  const withProfile = (text: string) => {
    const data = join(folder, `data-${text.length}`)
    mkdirSync(join(data, 'center'), { recursive: true })
    writeFileSync(join(data, 'center', 'profile.yaml'), text)
    return runFootbridge(['pages'], { FOOTBRIDGE_DATA: data })
  }

  it('prints how easy each page is, and the center it found', () => {
    const { status, stdout } = withProfile('name: Riverbend\n')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^tonight +English: grade [\d.]+ +Spanish: ease \d+ +for: adult$/m)
    expect(stdout).toContain('Center: Riverbend.')
  })

  it.each([
    'name: [',
    'name: Riverbend\ngive: ring us\n',
    'name: Riverbend\ntribes: [{ name: Example, states: [ZZ], confirmed_on: "2026-11-20" }]\n',
  ])('says in one sentence what is wrong with %j', (text) => {
    const { status, stderr } = withProfile(text)
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/To check it first: bin\/footbridge pages$/m)
    expect(stderr).toContain('profile.yaml')
    expect(stderr).not.toContain('    at ')
  })
})

describe('footbridge route', () => {
  it('prints the same steps as the page', () => {
    const { status, stdout } = runFootbridge([
      'route',
      '--zip',
      '78701',
      '--situation',
      'trafficking',
      '--lang',
      'en',
      '--format',
      'json',
    ])
    expect(status).toBe(0)
    const answer = JSON.parse(stdout) as { steps: Record<string, unknown>[] }
    expect(answer).toMatchObject({
      jurisdiction: 'TX',
      duty: { statute: expect.stringContaining('Tex. Fam. Code') as string, outer_limit: null },
    })
    expect(answer.steps.map(({ kind }) => kind)).toEqual(['cps', 'law_enforcement', 'trafficking', 'ncmec', 'support'])
    expect(answer.steps[0]).toMatchObject({
      kind: 'cps',
      name: 'Texas Abuse Hotline',
      phones: [{ number: '1-800-252-5400', label: 'Hotline' }],
      text: null,
      confidence: 'two-sources',
      source: { address: expect.stringMatching(/^https?:/) as string, date: null },
    })
    for (const step of answer.steps) {
      expect(Object.keys(step)).toEqual(
        expect.arrayContaining(['kind', 'name', 'phones', 'text', 'url', 'hours', 'why', 'source', 'confidence']),
      )
    }
  })

  it('answers for all 56 jurisdictions, in both languages, in every situation, as text and JSON', async () => {
    const printed: string[] = []
    const log = console.log
    console.log = (text: string) => void printed.push(text)
    try {
      for (const state of jurisdictionCodes) {
        for (const lang of ['en', 'es']) {
          const given = situations.flatMap((situation) => ['--situation', situation])
          for (const args of [['--format', 'json'], [], ['--audience', 'professional', ...given, '--format', 'json']]) {
            expect(await runCommand(['route', '--state', state, '--lang', lang, ...args], { home, built: '' })).toBe(0)
          }
        }
      }
    } finally {
      console.log = log
    }
    expect(printed).toHaveLength(56 * 2 * 3)
    expect(printed.filter((text) => text.includes(directory.names.TX.en))).not.toEqual([])
  }, 120_000)

  it('knows the county, the hour and what the center brings', () => {
    const own = join(folder, 'own', 'center')
    mkdirSync(own, { recursive: true })
    const office = '{ kind: child-protection, state: ND, county: Cass, name: { en: Cass office, es: Oficina de Cass }'
    writeFileSync(
      join(own, 'profile.yaml'),
      `name: Riverbend\noffices:\n  - ${office}, phone: "701-555-0100", confirmed_on: "2026-11-01" }\n`,
    )
    const args = ['route', '--state', 'ND', '--county', 'cass county', '--at', '2026-11-25T03:00Z', '--format', 'json']
    const { stdout } = runFootbridge(args, { FOOTBRIDGE_DATA: join(folder, 'own') })
    const answer = JSON.parse(stdout) as { county: string; steps: { name: string; open: string | null }[] }
    expect(answer.county).toBe('Cass County')
    expect(answer.steps.slice(0, 3).map(({ name, open }) => [name, open])).toEqual([
      ['Local police or sheriff', null],
      ['Cass office', null],
      [directory.lines.ND.name.en, 'closed'],
    ])
  })

  it('answers for another country, as text', () => {
    const { status, stdout } = runFootbridge(['route', '--land', 'abroad', '--lang', 'es'])
    expect(status).toBe(0)
    expect(stdout).toContain('otro país')
    expect(stdout).toContain('embajada')
  })

  it.each([
    [['--zip', '00000'], 'No state was found for ZIP 00000.'],
    [['--zip', '7870'], 'A ZIP has five digits'],
    [['--zip', '78701x'], 'A ZIP has five digits'],
    [['--zip', '09012'], 'military or overseas'],
    [['--state', 'XX'], 'No state or territory has the code XX'],
    [[], 'Give --zip 78701 or --state TX'],
    [['--zip', '78701', '--state', 'TX'], 'one of the two'],
    [['--state', 'TX', '--situation', 'rain'], '--situation "rain" is not known. Give one of: danger'],
    [['--state', 'TX', '--lang', 'fr'], '--lang "fr" is not known'],
    [['--state', 'TX', '--format', 'xml'], '--format "xml" is not known'],
    [['--state', 'TX', '--county', 'Orleans'], 'TX has no county "Orleans"'],
    [['--state', 'TX', '--land', 'sea'], '--land "sea" is not known'],
    [['--state', 'TX', '--land', 'abroad'], 'With --land abroad there is no ZIP, state or county'],
    [['--state', 'TX', '--at', 'noon'], 'Give --at as a moment with its zone'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuses %j with one sentence and exit code 2', (args, sentence) => {
    const { status, stdout, stderr } = runFootbridge(['route', ...args])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})

describe('footbridge', () => {
  it('lists its commands, and refuses an unknown one', () => {
    expect(runFootbridge(['help']).stdout).toContain('bin/footbridge route')
    expect(runFootbridge(['dance'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no command "dance"') as string,
    })
  })

  it('backs up beside a running service, which goes on', async () => {
    const data = { FOOTBRIDGE_DATA: join(folder, 'serving') }
    const service = await startService(data)
    const file = join(folder, 'beside.fb')
    expect(runFootbridge(['backup', file], data).stdout).toMatch(/Wrote .*beside\.fb: 2 rows of \d+ tables/)
    expect((await service.ask('/healthz')).status).toBe(200)
    expect(runFootbridge(['restore', file], data)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('already running') as string,
    })
    expect(await service.stop()).toBe(0)
  })

  it('migrates, backs up and restores into an empty folder', () => {
    const from = { FOOTBRIDGE_DATA: join(folder, 'from') }
    const to = { FOOTBRIDGE_DATA: join(folder, 'to') }
    const file = join(folder, 'copy.fb')
    expect(runFootbridge(['migrate'], from).stdout).toContain(`The database is at ${latestMigration}.`)
    expect(runFootbridge(['backup', file], from).stdout).toMatch(/Wrote .*copy\.fb: 1 rows of \d+ tables/)
    expect(runFootbridge(['backup', file], from)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('already exists') as string,
    })
    expect(runFootbridge(['restore', file], to).stdout).toContain('every count and digest is the same')
    expect(runFootbridge(['restore', file], to)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('already holds data') as string,
    })
    expect(runFootbridge(['restore'], to)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('give one file') as string,
    })
  })
})
