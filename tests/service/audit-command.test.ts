// bin/footbridge audit as its users call it: the privacy officer's helper on the machine, and whoever holds an export, a
// checkpoint and the key somewhere else.

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { auditKeyOf, auditSeedPath, openAuditSeed } from '../../src/access/audit-keys.ts'
import { insertAuditEntry } from '../../src/access/audit-queries.ts'
import { appendCheckpoint, checkpointFile, checkpointFolder } from '../../src/access/checkpoint-file.ts'
import { openSequencer } from '../../src/access/sequencer.ts'
import { openDatabase } from '../../src/database/index.ts'
import { home } from '../home.ts'
import { silent, temporaryFolder } from '../database/databases.ts'
import { runFootbridge } from './service.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

const data = join(folder, 'data')
const audit = (...args: string[]) => runFootbridge(['audit', ...args], { FOOTBRIDGE_DATA: data })
const exported = join(folder, 'audit.log')
const whole = /^The log is whole: 120 entries, the first 120 of them proved by a checkpoint\. Root: [\w+/]{43}=$/m
let checkpoints = ''

/** What the service does while it runs: 120 entries, their places, a signed checkpoint outside the database. */
async function writeSome(): Promise<void> {
  const database = await openDatabase({ config: { kind: 'embedded', folder: data }, home, log: silent })
  const center = await database.beforeSignIn.centerForHost('localhost')
  if (center === undefined) throw new Error('no center')
  const actor = { center, person: null }
  const outside = checkpointFolder({}, data)
  const sequencer = openSequencer({
    database,
    center,
    key: auditKeyOf(openAuditSeed(auditSeedPath({}, data)), center),
    now: () => new Date(),
    publish: (note) => appendCheckpoint(outside, center, note),
    log: silent,
  })
  await database.transactAs(actor, async (trx) => {
    for (let times = 0; times < 120; times++)
      await insertAuditEntry(trx, actor, { event: 'sign-in-refused', reason: 'first-factor' })
  })
  await sequencer.sign()
  await sequencer.stop()
  await database.close()
  checkpoints = checkpointFile(outside, center)
}

describe('footbridge audit before the first start', () => {
  it.each([['verify'], ['key']])('%s says in one sentence that there is nothing yet', (what) => {
    const { status, stdout, stderr } = audit(what)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.trim()).toBe(
      'The database holds nothing of Footbridge yet. Start the service once: bin/footbridge serve',
    )
  })
})

describe('footbridge audit on a fresh database', () => {
  beforeAll(() => {
    expect(runFootbridge(['migrate'], { FOOTBRIDGE_DATA: data }).status).toBe(0)
  })

  it('verify says that the log is empty, and makes no key', () => {
    expect(audit('verify')).toMatchObject({
      status: 0,
      stdout: 'The log is empty, and no checkpoint says that it ever was not.\n',
      stderr: '',
    })
    expect(() => statSync(auditSeedPath({}, data))).toThrow()
  })

  it('key prints the same line each time, and the secret stays in a file for its owner alone', () => {
    const first = audit('key')
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toMatch(/^footbridge\/audit\/[0-9a-f-]{36}\+[0-9a-f]{8}\+[\w+/]{44}\n$/)
    expect(audit('key').stdout).toBe(first.stdout)
    expect(statSync(auditSeedPath({}, data)).mode & 0o777).toBe(0o600)
    expect(first.stdout).not.toContain(readFileSync(auditSeedPath({}, data), 'utf8').trim())
  })
})

describe('footbridge audit on a log', () => {
  let key = ''
  beforeAll(async () => {
    await writeSome()
    key = audit('key').stdout.trim()
    expect(audit('export', exported)).toMatchObject({ status: 0, stderr: '' })
  })

  const verifyFile = (file: string, against = checkpoints, by = key) =>
    audit('verify', '--log', file, '--key', by, '--against', against)

  it('verify finds it whole, by the checkpoints of this machine and by a copy', () => {
    const here = audit('verify')
    expect(here).toMatchObject({ status: 0, stderr: '' })
    expect(here.stdout).toMatch(whole)
    const copy = join(folder, 'copy.checkpoints')
    writeFileSync(copy, readFileSync(checkpoints))
    expect(audit('verify', '--against', copy)).toEqual(here)
  })

  it('export writes a file for its owner alone, which is verified by key and checkpoints only', () => {
    expect(statSync(exported).mode & 0o777).toBe(0o600)
    expect(readFileSync(exported, 'utf8').trim().split('\n')).toHaveLength(121)
    const elsewhere = runFootbridge(['audit', 'verify', '--log', exported, '--key', key, '--against', checkpoints], {
      FOOTBRIDGE_DATA: join(folder, 'no-database-here'),
    })
    expect(elsewhere).toMatchObject({ status: 0, stderr: '' })
    expect(elsewhere.stdout).toMatch(whole)
    expect(() => statSync(join(folder, 'no-database-here'))).toThrow()
  })

  it('export leaves a file that is there as it is', () => {
    const before = readFileSync(exported)
    const again = audit('export', exported)
    expect(again).toMatchObject({ status: 2, stdout: '' })
    expect(again.stderr.trim()).toBe(`The file ${exported} is there already and was left as it is. Give another name.`)
    expect(readFileSync(exported)).toEqual(before)
    expect(audit('export', join(folder, 'none', 'x.log'))).toMatchObject({ status: 2, stdout: '' })
  })

  const lines = (): string[] => readFileSync(exported, 'utf8').trimEnd().split('\n')
  const changed = (name: string, text: readonly string[]): string => {
    const file = join(folder, name)
    writeFileSync(file, `${text.join('\n')}\n`)
    return file
  }

  it.each<[string, (all: string[]) => readonly string[]]>([
    [
      'a changed line',
      (all) => all.map((line, at) => (at === 60 ? line.replace('first-factor', 'second-factor') : line)),
    ],
    ['a line less', (all) => all.filter((_, at) => at !== 60)],
    ['two lines that changed places', (all) => all.with(60, all[61] ?? '').with(61, all[60] ?? '')],
    ['a log cut short', (all) => all.slice(0, -1)],
    ['a line twice', (all) => [...all, all[120] ?? '']],
  ])('verify finds %s in the file, and ends with 1', (name, change) => {
    const { status, stdout, stderr } = verifyFile(changed(`${name.replaceAll(' ', '-')}.log`, change(lines())))
    expect(status).toBe(1)
    expect(stdout).toMatch(/^The log is not as it was signed\./)
    expect(stderr.trim()).not.toBe('')
    expect(stderr).not.toContain('    at ')
  })

  it('verify ends with 1 on a file that is no log, and on checkpoints that nobody signed', () => {
    const broken = verifyFile(changed('broken.log', lines().with(3, 'no entry')))
    expect(broken).toMatchObject({ status: 1, stdout: '' })
    expect(broken.stderr).toMatch(/^Line 4 of the exported audit log is not as it was written/)
    const none = join(folder, 'none.checkpoints')
    writeFileSync(none, '')
    const unproved = verifyFile(exported, none)
    expect(unproved.status).toBe(1)
    expect(unproved.stdout).toMatch(/^Nothing was found to be wrong, but nothing proves the log either/)
  })

  it.each([
    [[]],
    [['look']],
    [['verify', 'more']],
    [['verify', '--log', 'x.log']],
    [['verify', '--key', 'x']],
    [['verify', '--log', 'x.log', '--key', 'x']],
    [['verify', '--from', 'x']],
    [['export']],
    [['export', 'one', 'two']],
    [['export', 'one', '--log', 'x']],
    [['key', 'more']],
    [['verify', '--against', '/nowhere/x.checkpoints']],
    [['verify', '--log', '/nowhere/x.log', '--key', 'no+key', '--against', '/nowhere/x']],
  ])('refuses %j with exit code 2 and one sentence', (args) => {
    const { status, stdout, stderr } = audit(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
