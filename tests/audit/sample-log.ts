// Invented logs for tests and the benchmark: every value follows from its number, so a log is the same in every run.

import { createHash } from 'node:crypto'

import { type AuditEntry, makeSigningKey } from '../../src/access/audit/index.ts'

export const sampleOrigin = 'footbridge.example.org/audit/cedar'
export const sampleCenter = '0c0ffee0-0000-4000-8000-000000000001'

const seedOf = (name: string): Uint8Array => createHash('sha256').update(`invented key of ${name}`).digest()

export const sampleKey = (owner = 'the center') => makeSigningKey(sampleOrigin, seedOf(owner))

const events = ['case.read', 'note.write', 'sign-in', 'export.people', 'role.grant'] as const
const names = ['given_name', 'surname', 'birth_date', 'address', 'phone'] as const

/** Entry n of the sample: read or written every 3 s by one of 30 people on one of 400 cases. */
export function sampleEntry(sequence: number): AuditEntry {
  const onCase = sequence % 5 !== 2
  return {
    center: sampleCenter,
    sequence,
    entry: idOf(0xe, sequence),
    occurredAt: sampleTime(sequence),
    event: events[sequence % 5] ?? 'case.read',
    person: sequence % 11 === 0 ? null : idOf(0xa, sequence % 30),
    subjectKind: onCase ? 'child' : null,
    subject: onCase ? idOf(0xc, sequence % 400) : null,
    caseId: onCase ? idOf(0xd, sequence % 400) : null,
    fields: names.slice(0, sequence % 4),
    reason: sequence % 97 === 0 ? 'break-glass.danger' : null,
  }
}

export const sampleTime = (sequence: number): string =>
  new Date(Date.UTC(2026, 10, 24) + sequence * 3000).toISOString().replace('Z', '456Z')

/** To the second, as a checkpoint has it. */
export const sampleSecond = (sequence: number): string => `${sampleTime(sequence).slice(0, 19)}Z`

export function sampleLog(size: number): readonly AuditEntry[] {
  return Array.from({ length: size }, (_, index) => sampleEntry(index + 1))
}

export function streamed<Value>(values: Iterable<Value>): AsyncIterable<Value> {
  const iterator = values[Symbol.iterator]()
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve(iterator.next()) }) }
}

export async function gathered<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = []
  for await (const value of values) all.push(value)
  return all
}

const idOf = (kind: number, number: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
