// bin/footbridge scan as a script uses it: JSON lines in and out, in order, whatever a line holds and however many workers read.

import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { temporaryFolder } from '../database/databases.ts'
import { home } from '../home.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

const launcher = join(home, 'bin/footbridge')

function scan(input: string | Buffer, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(launcher, ['scan', ...args], {
    input,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1 << 28,
  })
  const records = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { status, stdout, stderr, records }
}

const line = (id: string, text: string, lang?: string): string => JSON.stringify({ id, text, lang })

describe('footbridge scan', () => {
  it('gives each note its findings, with the place in UTF-16 units and what decided', () => {
    const text = '🙂 Youth AWOL since Friday. Denies gang ties.'
    const { status, records } = scan(line('n1', text))
    expect(status).toBe(0)
    const [{ id, findings }] = records as [{ id: string; findings: Record<string, unknown>[] }]
    expect(id).toBe('n1')
    const runaway = findings.find(({ code }) => code === 'runaway')
    expect(Object.keys(runaway ?? {})).toEqual([
      'code',
      'assertion',
      'temporality',
      'experiencer',
      'start',
      'end',
      'text',
      'rule',
      'because',
    ])
    expect(text.slice(Number(runaway?.['start']), Number(runaway?.['end']))).toBe(runaway?.['text'])
    expect(findings.find(({ code }) => code === 'gang-involvement')).toMatchObject({
      assertion: 'negated',
      because: 'Denies',
    })
  })

  it('reads a note in its own language without being told', () => {
    const { records } = scan(`${line('es', 'La menor niega consumo de drogas y se fugó de la casa hogar.')}\n`)
    const [{ findings }] = records as [{ findings: { code: string; assertion: string }[] }]
    expect(findings).toContainEqual(expect.objectContaining({ code: 'substance-use', assertion: 'negated' }))
    expect(findings).toContainEqual(expect.objectContaining({ code: 'runaway', assertion: 'affirmed' }))
  })

  it('answers a bad line with an error record that has its number but not its text, and goes on', () => {
    const lines = [
      line('a', 'AWOL.'),
      'Secret Name {',
      '',
      '{"id":"c"}',
      '{"id":"d","text":5}',
      '{"id":1,"text":"x","lang":"fr"}',
      '[]',
    ]
    const input = Buffer.concat([
      Buffer.from(`${lines.join('\n')}\n`),
      Buffer.from([0x7b, 0xff, 0xfe, 10]),
      Buffer.from(line('z', 'AWOL.')),
    ])
    const { status, records, stdout, stderr } = scan(input)
    expect(status).toBe(0)
    expect(records.map((record) => record['id'] ?? record['line'])).toEqual(['a', 2, 4, 5, 6, 7, 8, 'z'])
    const codes = records.map((record) => (record['error'] as { code: string } | undefined)?.code)
    expect(codes).toEqual([
      undefined,
      'not-json',
      'not-a-note',
      'not-a-note',
      'not-a-note',
      'not-a-note',
      'not-utf-8',
      undefined,
    ])
    expect(stdout + stderr).not.toContain('Secret')
    expect(stderr).toBe('6 lines could not be read; each has an error record.\n')
  })

  it('reads files, names them in error records, and refuses one that is not there in a sentence', () => {
    const file = join(folder, 'notes.jsonl')
    writeFileSync(file, `nope\n${line('b', 'AWOL.')}\n`)
    expect(scan('', file).records).toMatchObject([{ line: 1, file }, { id: 'b' }])
    const { status, stderr } = scan('', join(folder, 'none.jsonl'))
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1])
    expect(scan('', '--workers', '0')).toMatchObject({
      status: 2,
      stderr: 'Give --workers as a number from 1 to 64.\n',
    })
  })

  it('gives the same bytes with one worker and with three, and the same counts as its records', () => {
    const texts = ['AWOL again.', 'Denies drugs.', 'Mother uses meth.', 'Nothing to note.', 'Se fugó de la casa.', '{']
    const input = Array.from({ length: 4000 }, (_, at) =>
      line(String(at), (texts[at % 6] ?? '').repeat(1 + (at % 9))),
    ).join('\n')
    const one = scan(input)
    const three = scan(input, '--workers', '3')
    expect(three.stdout).toBe(one.stdout)
    expect(one.records).toHaveLength(4000)
    const counts = scan(input, '--summary').records[0] as Record<string, number>
    const findings = one.records.reduce((sum, record) => sum + (record['findings'] as unknown[]).length, 0)
    expect(counts).toMatchObject({ notes: 4000, errors: 0, findings })
  })

  it(
    'streams in constant memory: 200 MB of notes in less than 80 MB more than 40 MB of them',
    { timeout: 120_000 },
    async () => {
      const note = `${line('n', 'Youth was late for practice and forgot the bag at the gym. '.repeat(15))}\n`
      const small = await peakMemory(note, 40)
      const large = await peakMemory(note, 200)
      expect(large - small).toBeLessThan(80)
    },
  )
})

/** With memory to spare the engine lets garbage lie, more of it where the machine is busy; so it is told to be thrifty. */
const smallHeap = '--max-old-space-size=160 --max-semi-space-size=2'

/** Feeds `megabytes` of a line and returns the most memory the process had, in MB (Linux: VmHWM). */
async function peakMemory(note: string, megabytes: number): Promise<number> {
  const code = `process.on('exit', () => console.error(process.resourceUsage().maxRSS))`
  const child = spawn(launcher, ['scan', '--summary'], {
    env: { ...process.env, NODE_OPTIONS: `${smallHeap} --import=data:text/javascript,${encodeURIComponent(code)}` },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const block = note.repeat(Math.ceil(1e6 / note.length))
  for (let sent = 0; sent < megabytes; sent++)
    if (!child.stdin.write(block)) await new Promise((resolve) => child.stdin.once('drain', resolve))
  child.stdin.end()
  await new Promise((resolve) => child.once('close', resolve))
  return Math.max(...(told.match(/\d+/g) ?? []).map(Number)) / 1024
}
