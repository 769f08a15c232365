// bin/footbridge instrument, as a center's administrator uses it: what is there, and taking in a form with wording. The
// wording here is invented.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { loadContent, type InstrumentForm } from '../../src/knowledge/index.ts'
import { temporaryFolder } from '../database/databases.ts'
import { content, contentFolder } from '../home.ts'
import { runFootbridge } from './service.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

const ours = content.instruments.sscst.form
if (ours === null) throw new Error('the SSCST has a form')

const invented: InstrumentForm = {
  ...ours,
  version: 'English, May 2025',
  item: ours.item.map((item) => ({ ...item, text: `Invented question ${item.linkId}?`, _text: undefined })),
}

const licence = ['--licence', 'Example Publisher, 2026-03-01']
let files = 0

/** A data folder of its own, with the form in a file beside it. */
function given(form: unknown) {
  const data = join(folder, `data-${String(++files)}`)
  const file = join(folder, `form-${String(files)}.json`)
  writeFileSync(file, typeof form === 'string' ? form : JSON.stringify(form))
  const run = (...args: string[]) => runFootbridge(['instrument', ...args], { FOOTBRIDGE_DATA: data })
  return { data, file, run, kept: join(data, 'center', 'instruments', 'sscst.questionnaire.json') }
}

const withItems = (change: (item: InstrumentForm['item'][number]) => object) => ({
  ...invented,
  item: invented.item.map((item) => ({ ...item, ...(item.linkId === 'q3' ? change(item) : {}) })),
})

describe('footbridge instrument list', () => {
  it('says what is record-only and where the wording is missing', () => {
    const { status, stdout } = given({}).run('list')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^cse-it +record-only: Commercial Sexual Exploitation-Identification Tool/m)
    expect(stdout).toMatch(/^sscst +scored by concept, wording missing:/m)
    expect(stdout.trim().split('\n')).toHaveLength(8)
  })
})

describe('footbridge instrument import', () => {
  it('keeps the form for its owner alone, with the licence, and lists it', () => {
    const { file, run, kept, data } = given(invented)
    expect(run('import', file, ...licence)).toMatchObject({ status: 0, stderr: '' })
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(data, 'center', 'instruments'))).toEqual(['sscst.questionnaire.json'])
    expect(readFileSync(kept, 'utf8')).toContain('Example Publisher, 2026-03-01')
    expect(run('list').stdout).toMatch(
      /^sscst +wording supplied by this center: .*English, May 2025; licence: Example/m,
    )
    const loaded = loadContent(contentFolder, join(data, 'center')).instruments.sscst.wording
    expect(loaded?.item[2]?.text).toBe('Invented question q3?')
  })

  it('takes a newer form in place of the one before, even where that no longer fits', () => {
    const { file, run, kept, data } = given(invented)
    mkdirSync(join(data, 'center', 'instruments'), { recursive: true })
    writeFileSync(kept, '{}')
    expect(run('list')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('sscst.questionnaire.json') as string,
    })
    expect(run('import', file, ...licence).status).toBe(0)
    expect(run('list').status).toBe(0)
  })

  it.each<[string, unknown, string]>([
    ['what is no JSON', 'q1: yes', 'it cannot be read as JSON'],
    ['another resource', { resourceType: 'Patient' }, 'resourceType'],
    ['a form without its version', { ...invented, version: undefined }, 'version: is missing'],
    ['a form of nobody', { ...invented, id: 'wiser' }, 'its id is none of ours: sscst, qyit, raft'],
    ['a record-only one', { ...invented, id: 'cse-it' }, 'cse-it is record-only'],
    ['another instrument’s questions', { ...invented, id: 'raft' }, 'q5 is no question of the instrument'],
    ['our own concepts', ours, 'q1 still has our concept'],
    ['a question less', { ...invented, item: invented.item.slice(1) }, 'q1 is missing'],
    ['another type', withItems(() => ({ type: 'boolean' })), 'q3 has the type "boolean", but "choice" is wanted'],
    [
      'other answers',
      withItems(({ answerOption }) => ({ answerOption: answerOption.slice(1) })),
      'q3 has other answers',
    ],
    ['a question without words', withItems(() => ({ text: ' ' })), 'item, entry 3, text'],
  ])('refuses %s in one sentence, and changes nothing', (_, form, sentence) => {
    const { file, run, data } = given(form)
    const { status, stdout, stderr } = run('import', file, ...licence)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(sentence)
    expect(stderr).toMatch(/Nothing was changed\.$/m)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(() => readdirSync(join(data, 'center'))).toThrow()
  })

  it.each([
    [[]],
    [['--licence', 'Example Publisher']],
    [['--licence', 'Example, 2026-02-30']],
    [['--licence', ', 2026-02-03']],
  ])('refuses %j: the licence names its holder and a day', (options) => {
    const { file, run } = given(invented)
    expect(run('import', file, ...options)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Say who gave your center the licence') as string,
    })
  })

  it.each([[['import', ...licence]], [['dance']], [[]]])('refuses %j with exit code 2', (args) => {
    expect(given({}).run(...args).status).toBe(2)
  })
})

describe('a service with a form that does not fit', () => {
  it.each([
    [{ ...invented, item: invented.item.slice(1) }, 'q1 is missing'],
    [invented, 'it names no licence'],
  ])('does not start, and names the file', (form, fault) => {
    const { data, kept } = given({})
    mkdirSync(join(data, 'center', 'instruments'), { recursive: true })
    writeFileSync(kept, JSON.stringify(form))
    expect(() => loadContent(contentFolder, join(data, 'center'))).toThrow(fault)
    expect(() => loadContent(contentFolder, join(data, 'center'))).toThrow('sscst.questionnaire.json')
  })
})
