// The commands as a script uses them: JSON on standard output, one sentence on standard error, exit code 2 for a wrong call.

import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { jurisdictionCodes, situations } from '../../src/reporting/index.ts'
import { runCommand } from '../../src/cli/main.ts'
import { temporaryFolder } from '../database/databases.ts'
import { directory, home } from '../home.ts'
import { runFootbridge, startService } from './service.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

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
    expect(runFootbridge(['backup', file], data).stdout).toMatch(/Wrote .*beside\.fb: 2 rows of 4 tables/)
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
    expect(runFootbridge(['migrate'], from).stdout).toContain('The database is at 2026-11-24-02-public-counts.')
    expect(runFootbridge(['backup', file], from).stdout).toMatch(/Wrote .*copy\.fb: 1 rows of 4 tables/)
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
