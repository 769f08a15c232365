// bin/footbridge score: what it prints, and its exit code.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { choice, chose, form, gave, response } from '../../tests/forms.ts'
import { home } from '../../tests/home.ts'
import { runCommand } from './main.ts'

let folder: string
let out: string[]
let err: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fb-score-'))
  out = []
  err = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const two = form([choice('a'), choice('b')])
const whole = response([chose('a', 1), chose('b', 2)])
const run = (given: unknown, ...more: readonly string[]) =>
  runCommand(['score', '--questionnaire', file('q.json', two), '--response', file('r.json', given), ...more], {
    home,
    built: home,
  })

describe('bin/footbridge score', () => {
  it('refuses a call without its files, and files that are not there', async () => {
    expect(await runCommand(['score'], { home, built: home })).toBe(2)
    const missing = ['score', '--questionnaire', join(folder, 'none.json'), '--response', join(folder, 'none.json')]
    expect(await runCommand(missing, { home, built: home })).toBe(2)
    expect(err).toEqual([
      'Give a form and a response: --questionnaire Q.json --response R.json',
      `The file ${join(folder, 'none.json')} could not be opened. Check its name and that you may read it.`,
    ])
  })

  it('refuses a file that is not JSON without quoting it', async () => {
    expect(await run('{"item": Maria')).toBe(2)
    expect(err).toEqual([
      `The file ${join(folder, 'r.json')} is not JSON that can be read. Correct it, or export it again.`,
    ])
  })

  it('refuses a definition that is wrong, with what to correct', async () => {
    expect(await run(whole, '--definition', file('d.yaml', 'rule: summ'))).toBe(2)
    expect(err[0]).toMatch(/^The definition .* cannot be used: rule: .*\. Correct it, then run this again\.$/)
  })

  it.each(['14y', '-1', ''])('refuses the age "%s"', async (age) => {
    expect(await run(whole, `--age=${age}`)).toBe(2)
    expect(err).toEqual(['Give --age in years, such as --age 14.'])
  })

  it('prints the named problems and says why there is no total', async () => {
    expect(await run(response([gave('a', { valueString: 'Maria' }), chose('b', 1)]))).toBe(1)
    expect(JSON.parse(out.join(''))).toMatchObject({
      total: null,
      items: [{ linkId: 'b', weight: 1 }],
      problems: [{ code: 'answer-type-wrong', linkId: 'a', severity: 'error' }],
    })
    expect(err).toEqual([
      'There is no total that can be used. The answer to a is of another kind than the form asks for. Correct it.',
    ])
    expect(out.join('')).not.toContain('Maria')
  })

  it('prints the total by the definition, for a child of this age in this setting', async () => {
    const definition = [
      'rule: sum',
      'subscores: { first: [a] }',
      'cutOffs: [{ from: 0, band: below }, { from: 2, band: above }]',
      'validFor: { ageYears: { from: 12, to: 17 }, settings: [advocacy-center] }',
    ].join('\n')
    const options = ['--definition', file('d.yaml', definition), '--setting', 'advocacy-center']
    expect(await run(whole, ...options, '--age', '14')).toBe(0)
    expect(JSON.parse(out.join(''))).toEqual({
      total: 3,
      items: [
        { linkId: 'a', weight: 1 },
        { linkId: 'b', weight: 2 },
      ],
      subscores: { first: 1 },
      band: 'above',
      missing: [],
      problems: [],
    })
    expect(await run(whole, ...options, '--age', '18')).toBe(1)
    expect(err[0]).toContain('not validated for a child of this age')
  })
})
