// One entry has one encoding, and one encoding has one entry.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { sampleEntry } from '../../../tests/audit/sample-log.ts'
import { type AuditEntry, canonicalBytes, leafOfEntry, parseCanonical } from './canonical-entry.ts'
import { leafHash } from './merkle.ts'

const uuid = fc.uuid()
// Short codes of few letters, so that runs and lengths collide as often as they can.
const code = fc.stringMatching(/^[a1][a1._:/-]{0,3}$/)
const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values)
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().replace('Z', '001Z'))

const anyEntry: fc.Arbitrary<AuditEntry> = fc.record({
  center: uuid,
  sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  entry: uuid,
  occurredAt: time,
  event: code,
  person: orNull(uuid),
  subjectKind: orNull(code),
  subject: orNull(code),
  caseId: orNull(uuid),
  fields: fc.array(code, { maxLength: 3 }),
  reason: orNull(code),
})

/** Two entries that share all but what can slip from one value into the next. */
const alike = fc.tuple(anyEntry, anyEntry).map(([one, other]) => {
  const { event, subjectKind, subject, fields, reason } = other
  return [one, { ...one, event, subjectKind, subject, fields, reason }] as const
})

const textOf = (entry: AuditEntry): string => Buffer.from(canonicalBytes(entry)).toString('latin1')

describe('the bytes of an entry', () => {
  it('are written as the decision record says', () => {
    const { center, entry, occurredAt, person, subject, caseId } = sampleEntry(1)
    expect(textOf(sampleEntry(1))).toBe(
      `footbridge-audit/1,36:${center},1:1,36:${entry},27:${occurredAt},10:note.write,36:${String(person)},` +
        `5:child,36:${String(subject)},36:${String(caseId)},#1,10:given_name,-,`,
    )
  })

  it('read back as the same entry', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        expect(parseCanonical(canonicalBytes(entry))).toEqual({ ok: true, value: entry })
      }),
      { numRuns: 500 },
    )
  })

  it('are equal for no two different entries', () => {
    fc.assert(
      fc.property(alike, ([one, other]) => {
        expect(textOf(one) === textOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
      { numRuns: 2000 },
    )
  })

  it('are another entry, or none, when any byte of them is another', () => {
    const bytes = canonicalBytes(sampleEntry(3))
    for (let at = 0; at < bytes.length; at += 1)
      for (const change of [1, 2, 16, 128]) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ change
        const read = parseCanonical(changed)
        expect(read.ok ? Buffer.from(canonicalBytes(read.value)).equals(changed) : true).toBe(true)
        expect(read).not.toEqual({ ok: true, value: sampleEntry(3) })
      }
  })

  it('are refused when cut short, drawn out, or of another version', () => {
    const text = textOf(sampleEntry(3))
    const others = [
      ...Array.from(text, (_, end) => text.slice(0, end)),
      `${text}-,`,
      text.replace('/1,', '/2,'),
      text.replace('1:3,', '01:3,'),
      text.replace('1:3,', '2:03,'),
      text.replace('#3,', '#03,'),
      text.replace('#3,', '#2,'),
    ]
    expect(others.filter((other) => parseCanonical(Buffer.from(other)).ok)).toEqual([])
  })

  it('make the leaf of the tree', () => {
    expect(leafOfEntry(sampleEntry(5))).toBe(leafHash(canonicalBytes(sampleEntry(5))))
  })
})

describe('an entry', () => {
  const sentence = 'she said that'
  it.each<[keyof AuditEntry, unknown]>([
    ['sequence', 0],
    ['sequence', 1.5],
    ['sequence', 2 ** 53],
    ['center', 'cedar'],
    ['entry', ''],
    ['occurredAt', '2026-11-24T10:15:30Z'],
    ['occurredAt', '2026-13-24T10:15:30.000000Z'],
    ['event', sentence],
    ['event', 'case.read\ncase.read'],
    ['event', ''],
    ['person', 'Ada'],
    ['subjectKind', sentence],
    ['subject', 'name@example.org'],
    ['caseId', '2026-17'],
    ['fields', [sentence]],
    ['fields', ['nombre.ñ']],
    ['fields', Array.from({ length: 1001 }, () => 'a')],
    ['reason', 'x'.repeat(81)],
    ['reason', '\ud800'],
  ])('with content or nonsense in %s is never written: %j', (property, value) => {
    const entry = { ...sampleEntry(1), [property]: value }
    expect(() => canonicalBytes(entry)).toThrow(expect.objectContaining({ code: 'audit-entry-wrong' }))
    expect(() => leafOfEntry(entry)).toThrow(property)
  })

  it('that is refused is not repeated in the message', () => {
    expect(() => canonicalBytes({ ...sampleEntry(1), event: sentence })).not.toThrow(sentence)
    expect(() => canonicalBytes({ ...sampleEntry(1), event: sentence })).toThrow('event is not a code')
  })
})
