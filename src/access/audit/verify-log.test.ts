// What the verdict says, case by case: the kind, the place, and a sentence for a person.

import { describe, expect, it } from 'vitest'

import {
  sampleCenter,
  sampleEntry,
  sampleKey,
  sampleLog,
  sampleOrigin,
  streamed,
} from '../../../tests/audit/sample-log.ts'
import { checkpointsOf, lastCheckpoint } from '../../../tests/audit/signed-log.ts'
import { type AuditEntry, leafOfEntry } from './canonical-entry.ts'
import { base64Of, signCheckpoint } from './checkpoint.ts'
import { rootOf } from './merkle.ts'
import { makeSigningKey, verifyingKeyOf } from './note-key.ts'
import { verifyLog } from './verify-log.ts'

const key = sampleKey()
const trust = { origin: sampleOrigin, keys: [verifyingKeyOf(key)] }
const log = sampleLog(12)
const checkpoints = checkpointsOf(log)
const at = (...sizes: readonly number[]): readonly string[] => sizes.map((size) => checkpoints[size] ?? '')
const verify = (entries: readonly AuditEntry[], notes: readonly string[]) => verifyLog(streamed(entries), notes, trust)
const found = async (entries: readonly AuditEntry[], notes: readonly string[]) =>
  (await verify(entries, notes)).problems.map(({ kind, sequence }) => [kind, sequence])
const sentences = async (entries: readonly AuditEntry[], notes: readonly string[]) =>
  (await verify(entries, notes)).problems.map(({ sentence }) => sentence)

describe('the verdict on an untouched log', () => {
  it('is clean, and says how far the checkpoints reach', async () => {
    expect(await verify(log, at(8, 4, 4))).toEqual({
      clean: true,
      entries: 12,
      covered: 8,
      root: base64Of(rootOf(log.map(leafOfEntry))),
      problems: [],
      more: 0,
    })
  })

  it('is clean for an empty log with the checkpoint of an empty log', async () => {
    expect(await verify([], at(0))).toMatchObject({ clean: true, entries: 0, covered: 0 })
  })

  it('is not clean without a checkpoint: nothing was proved', async () => {
    expect(await found(log, [])).toEqual([['uncovered', null]])
    expect(await found([], [])).toEqual([['uncovered', null]])
  })
})

describe('the verdict names', () => {
  it('the minute in which an entry was changed', async () => {
    const changed = log.with(5, { ...sampleEntry(6), event: 'case.list' })
    expect(await found(changed, at(4, 8, 12))).toEqual([['changed', 5]])
    expect(await sentences(changed, at(4, 8, 12))).toEqual([
      'Entries 5 to 8 differ from what was signed at 2026-11-24T00:00:27Z: something was changed, added, moved or taken away.',
    ])
  })

  it('entries that are missing', async () => {
    const gaps = log.filter(({ sequence }) => ![3, 7, 8].includes(sequence))
    expect(await sentences(gaps, at(12))).toEqual([
      'Entry 3 is missing.',
      'Entries 7 to 8 are missing.',
      'The checkpoint of 2026-11-24T00:00:39Z covers 12 entries, but the log has 9: entries were taken away.',
    ])
  })

  it('entries in another order', async () => {
    const moved = log.with(2, sampleEntry(5)).with(4, sampleEntry(3))
    expect(await found(moved, at(12))).toEqual([
      ['reordered', 4],
      ['reordered', 3],
      ['changed', 1],
    ])
  })

  it('an entry that was put in', async () => {
    expect(await found(log.toSpliced(4, 0, sampleEntry(2)), at(12))).toEqual([
      ['added', 2],
      ['changed', 1],
    ])
  })

  it('a log cut short', async () => {
    expect(await found(log.slice(0, 9), at(8, 12))).toEqual([['truncated', 10]])
  })

  it('two checkpoints of one size over different logs', async () => {
    const other = log.with(0, { ...sampleEntry(1), event: 'case.list' })
    expect(await found(log, [...at(12), lastCheckpoint(other)])).toEqual([['fork', null]])
    expect(await found(log, [lastCheckpoint(other), ...at(12)])).toEqual([['fork', null]])
    const third = log.with(0, { ...sampleEntry(1), event: 'case.count' })
    expect(await found(third, [...at(12), lastCheckpoint(other)])).toEqual([
      ['fork', null],
      ['changed', 1],
    ])
  })

  it('an older checkpoint that a newer one contradicts', async () => {
    const other = log.with(0, { ...sampleEntry(1), event: 'case.list' })
    const problems = await found(other, [...at(4), lastCheckpoint(other)])
    expect(problems).toEqual([
      ['changed', 1],
      ['fork', null],
    ])
  })

  it('checkpoints that cannot be believed, each with its reason', async () => {
    const pine = makeSigningKey('footbridge.example.org/audit/pine', new Uint8Array(32))
    const head = { size: 0, root: rootOf([]), time: '2026-11-24T00:00:00Z' }
    const notes = ['junk', lastCheckpoint(log, sampleKey('a stranger')), at(8)[0]?.replace('\n8\n', '\n9\n') ?? '']
    const both = { ...trust, keys: [...trust.keys, verifyingKeyOf(pine)] }
    const { problems } = await verifyLog(streamed(log), [...at(12), ...notes, signCheckpoint(head, pine)], both)
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      'Checkpoint 2 of those given is damaged: it is not a signed note.',
      'Checkpoint 3 of those given is not signed by a key of this log.',
      'Checkpoint 4 of those given was changed after it was signed: its signature is wrong.',
      'Checkpoint 5 of those given belongs to another log.',
    ])
  })

  it('an entry that no log of ours writes, and goes on reading', async () => {
    const odd = log.with(3, { ...sampleEntry(4), event: 'she said that' })
    expect(await sentences(odd, at(0))).toEqual([
      'The entry in place 4 was not written by this log: event is not a code.',
      'Entry 4 is missing.',
    ])
  })

  it('an entry of another center after the last checkpoint', async () => {
    const foreign = log.with(9, { ...sampleEntry(10), center: sampleCenter.replace('1', '2') })
    expect((await found(foreign, at(8)))[0]).toEqual(['changed', 10])
  })
})

describe('the clock', () => {
  const dated = (times: readonly string[]): readonly AuditEntry[] =>
    times.map((time, index) => ({ ...sampleEntry(index + 1), occurredAt: `2026-11-24T${time}.000000Z` }))
  const signedAt = (entries: readonly AuditEntry[], time: string): string =>
    signCheckpoint({ size: entries.length, root: rootOf(entries.map(leafOfEntry)), time: `2026-11-24T${time}Z` }, key)

  it('may go back by five minutes, as transactions end in another order than they begin', async () => {
    const entries = dated(['10:00:00', '10:05:00', '10:00:00', '10:05:00'])
    expect(await found(entries, [signedAt(entries, '10:05:00')])).toEqual([])
  })

  it('that goes back further is told once', async () => {
    const entries = dated(['10:00:00', '10:05:00', '09:59:59', '09:59:59', '10:01:00'])
    expect(await sentences(entries, [signedAt(entries, '10:05:00')])).toEqual([
      'At entry 3: the clock goes back from 2026-11-24T10:05:00.000000Z to 2026-11-24T09:59:59.000000Z.',
    ])
  })

  it('that creeps back in small steps is told too', async () => {
    const entries = dated(['10:10:00', '10:07:00', '10:04:00'])
    expect(await found(entries, [signedAt(entries, '10:10:00')])).toEqual([['clock', 3]])
  })

  it('is held to the tolerance that was asked for', async () => {
    const entries = dated(['10:00:01', '10:00:00'])
    const note = signedAt(entries, '10:01:00')
    const strict = await verifyLog(streamed(entries), [note], { ...trust, clockToleranceMs: 999 })
    expect(strict.problems.map(({ kind }) => kind)).toEqual(['clock'])
  })

  it('cannot date an entry after the checkpoint that covers it', async () => {
    const entries = dated(['10:00:00', '11:00:00'])
    expect(await sentences(entries, [signedAt(entries, '10:30:00')])).toEqual([
      'An entry is dated later than the checkpoint of 2 entries that covers it: the clock goes back from 2026-11-24T11:00:00.000000Z to 2026-11-24T10:30:00Z.',
    ])
  })

  it('cannot date a longer log before a shorter one', async () => {
    const entries = dated(['10:00:00', '10:00:00'])
    expect(await found(entries, [signedAt(entries.slice(0, 1), '12:00:00'), signedAt(entries, '10:00:00')])).toEqual([
      ['clock', 2],
    ])
  })
})

describe('a log of which nothing is right', () => {
  it('fills neither the list nor the memory', async () => {
    const halved = sampleLog(1000).filter(({ sequence }) => sequence % 2 === 0)
    const { problems, more } = await verify(halved, at(0))
    expect(problems).toHaveLength(100)
    expect(more).toBe(400)
    // Only the last hundred gaps stay open: entry 1, at the end, no longer finds its own.
    expect((await found([...halved, sampleEntry(1)], at(0)))[0]).toEqual(['missing', 1])
  })
})
