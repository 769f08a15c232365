// The exported file: what is written is read, in chunks of any size, and a file that was touched is refused or found.

import { describe, expect, it } from 'vitest'

import {
  gathered,
  sampleCenter,
  sampleEntry,
  sampleKey,
  sampleLog,
  sampleOrigin,
  streamed,
} from '../../../tests/audit/sample-log.ts'
import { lastCheckpoint } from '../../../tests/audit/signed-log.ts'
import type { AuditEntry } from './canonical-entry.ts'
import { readLog, writeLog } from './log-file.ts'
import { verifyingKeyOf } from './note-key.ts'
import { verifyLog } from './verify-log.ts'

const log = sampleLog(40)
const write = async (entries: readonly AuditEntry[]): Promise<string> =>
  (await gathered(writeLog(sampleCenter, streamed(entries)))).join('')
const read = (...chunks: readonly (string | Uint8Array)[]): Promise<AuditEntry[]> => gathered(readLog(streamed(chunks)))
const file = await write(log)
const [header = '', first = ''] = file.split('\n')

describe('the exported log', () => {
  it('begins with a header, then has one line an entry', () => {
    expect(header).toBe(
      `{"footbridge-audit-log":1,"center":"${sampleCenter}","columns":["sequence","entry","occurredAt","event","person",` +
        '"subjectKind","subject","caseId","fields","reason"]}',
    )
    expect(file.split('\n')).toHaveLength(42)
    expect(JSON.parse(first)).toHaveLength(10)
  })

  it('reads back as it was written, in chunks of any size', async () => {
    const bytes = Buffer.from(file)
    for (const size of [1, 7, 100, 4096, bytes.length]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      )
      expect(await read(...chunks)).toEqual(log)
    }
  })

  it('may hold no entry, and may be long', async () => {
    expect(await read(await write([]))).toEqual([])
    const long = sampleLog(3000)
    const chunks = await gathered(writeLog(sampleCenter, streamed(long)))
    expect(chunks.length).toBeGreaterThan(5)
    expect(await read(...chunks)).toEqual(long)
  })

  it('never holds an entry of another center', async () => {
    const foreign = { ...sampleEntry(1), center: sampleCenter.replace('1', '2') }
    await expect(write([foreign])).rejects.toMatchObject({ code: 'audit-entry-wrong' })
  })

  it.each([
    ['nothing', '', 1],
    ['no header', `${first}\n`, 1],
    ['the columns in another order', file.replace('"sequence","entry"', '"entry","sequence"'), 1],
    ['a center that is no id', file.replace(sampleCenter, 'cedar'), 1],
    ['a line that is not JSON', file.replace(first, first.slice(1)), 2],
    ['a line with a value more', file.replace(first, first.replace(/\]$/, ',"more"]')), 2],
    ['a line that is an object', file.replace(first, '{"event":"case.read"}'), 2],
    ['a number for a text', file.replace('"note.write"', '7'), 2],
    ['an empty line', file.replace(`${first}\n`, `${first}\n\n`), 3],
    ['its end in the middle of a line', file.slice(0, -5), 41],
    ['a line without end', `${header}\n${'['.repeat(300_000)}`, 2],
  ])('with %s is refused, and the line is named', async (_, text, line) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'audit-log-unreadable', details: { line } })
  })

  it('shows any single byte that was changed', async () => {
    const few = log.slice(0, 3)
    const checkpoint = lastCheckpoint(few)
    const bytes = Buffer.from(await write(few))
    const unseen: number[] = []
    for (let at = 0; at < bytes.length; at += 1)
      for (const change of [1, 4, 32, 128]) {
        const touched = Buffer.from(bytes)
        touched[at] = (touched[at] ?? 0) ^ change
        if (await isClean(touched, checkpoint)) unseen.push(at)
      }
    expect(await isClean(bytes, checkpoint)).toBe(true)
    expect(unseen).toEqual([])
  })
})

async function isClean(bytes: Buffer, checkpoint: string): Promise<boolean> {
  const trust = { origin: sampleOrigin, keys: [verifyingKeyOf(sampleKey())] }
  try {
    return (await verifyLog(readLog(streamed([bytes])), [checkpoint], trust)).clean
  } catch {
    return false
  }
}
