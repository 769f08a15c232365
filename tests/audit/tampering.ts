// What somebody with every right in the database could do to a log. Each way takes a log whose first `covered` entries were
// signed, changes something there, and gives back what a verifier would then be handed. Random, from a seed.

import type { AuditEntry } from '../../src/access/audit/index.ts'
import { sampleEntry, sampleKey } from './sample-log.ts'
import { lastCheckpoint } from './signed-log.ts'

export type Handed = { readonly log: readonly AuditEntry[]; readonly checkpoints: readonly string[] }
export type Signed = Handed & { readonly covered: number }
export type Random = (below: number) => number

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Tamper = (signed: Signed, random: Random) => Handed

export const tamperings: Readonly<Record<string, Tamper>> = {
  'changes one value': (signed, random) => edited(signed, (log) => withOneChanged(log, signed.covered, random)),
  'takes an entry away': (signed, random) =>
    edited(signed, (log) => perhapsRenumbered(log.toSpliced(random(signed.covered), 1), random)),
  'swaps two entries': (signed, random) => edited(signed, (log) => swapped(log, signed.covered, random)),
  'puts an entry in': (signed, random) => edited(signed, (log) => inserted(log, signed.covered, random)),
  'cuts the log short': (signed, random) => edited(signed, (log) => log.slice(0, random(signed.covered))),
  'writes another log and signs it with its own key': (signed, random) => {
    const log = withOneChanged(signed.log, signed.covered, random)
    const forged = lastCheckpoint(renumbered(log), sampleKey('a stranger'))
    return { log: renumbered(log), checkpoints: random(2) === 0 ? [forged] : [...signed.checkpoints, forged] }
  },
  'writes another log and signs it with the key of the log': (signed, random) => {
    const log = renumbered(withOneChanged(signed.log, signed.covered, random))
    // A larger log than the signed one, so that only the older checkpoint can tell.
    const longer = [...log, sampleEntry(log.length + 1)]
    return { log: longer, checkpoints: [...signed.checkpoints, lastCheckpoint(longer)] }
  },
  'sets the clock of a stretch': (signed, random) => {
    const from = random(signed.covered)
    const to = from + 1 + random(signed.log.length - from)
    const shift = (random(2) === 0 ? 1 : -1) * (1 + random(100_000_000))
    return edited(signed, (log) => log.map((entry, at) => (at < from || at >= to ? entry : shifted(entry, shift))))
  },
  'changes a checkpoint': (signed, random) => {
    const [note = '', ...others] = signed.checkpoints
    // Digits of size and time, letters of the root: whatever stands between the origin and the blank line.
    const from = note.indexOf('\n') + 1
    const at = from + random(note.indexOf('\n\n') - from)
    return {
      ...signed,
      checkpoints: [`${note.slice(0, at)}${note[at] === '1' ? '2' : '1'}${note.slice(at + 1)}`, ...others],
    }
  },
}

const edited = (signed: Signed, change: (log: readonly AuditEntry[]) => readonly AuditEntry[]): Handed => ({
  log: change(signed.log),
  checkpoints: signed.checkpoints,
})

const renumbered = (log: readonly AuditEntry[]): readonly AuditEntry[] =>
  log.map((entry, at) => ({ ...entry, sequence: at + 1 }))

const perhapsRenumbered = (log: readonly AuditEntry[], random: Random): readonly AuditEntry[] =>
  random(2) === 0 ? log : renumbered(log)

/** For each property a value that an entry may have and this one has not. */
const changes: readonly ((entry: AuditEntry, other: string) => AuditEntry)[] = [
  (entry, other) => ({ ...entry, center: other }),
  (entry, other) => ({ ...entry, entry: other }),
  (entry) => ({ ...entry, occurredAt: entry.occurredAt.replace(/\dZ$/, (end) => (end === '0Z' ? '1Z' : '0Z')) }),
  (entry) => ({ ...entry, event: entry.event === 'case.read' ? 'case.list' : 'case.read' }),
  (entry, other) => ({ ...entry, person: other }),
  (entry) => ({ ...entry, person: entry.person === null ? entry.entry : null }),
  (entry) => ({ ...entry, subjectKind: entry.subjectKind === null ? 'child' : null }),
  (entry, other) => ({ ...entry, subject: other }),
  (entry, other) => ({ ...entry, caseId: other }),
  (entry) => ({ ...entry, fields: [...entry.fields, 'ssn'] }),
  (entry) => ({ ...entry, fields: entry.fields.length > 0 ? entry.fields.slice(1) : ['phone'] }),
  (entry) => ({ ...entry, reason: entry.reason === null ? 'break-glass.danger' : null }),
]

function withOneChanged(log: readonly AuditEntry[], covered: number, random: Random): readonly AuditEntry[] {
  const at = random(covered)
  const change = changes[random(changes.length)]
  const other = `ffffffff-0000-4000-8000-${String(random(1e9)).padStart(12, '0')}`
  return log.map((entry, index) => (index === at && change !== undefined ? change(entry, other) : entry))
}

function swapped(log: readonly AuditEntry[], covered: number, random: Random): readonly AuditEntry[] {
  const one = random(covered)
  const other = (one + 1 + random(log.length - 1)) % log.length
  const [first, second] = [log[one], log[other]]
  if (first === undefined || second === undefined) return log
  return perhapsRenumbered(log.with(one, second).with(other, first), random)
}

/** A copy keeps its number or gets a new id: one that has both changed back would leave the covered entries as they are. */
function inserted(log: readonly AuditEntry[], covered: number, random: Random): readonly AuditEntry[] {
  const copy = log[random(log.length)] ?? sampleEntry(1)
  const at = random(covered)
  if (random(2) === 0) return log.toSpliced(at, 0, copy)
  return renumbered(log.toSpliced(at, 0, { ...copy, entry: 'ffffffff-0000-4000-8000-000000000000' }))
}

function shifted(entry: AuditEntry, ms: number): AuditEntry {
  const moved = new Date(Date.parse(entry.occurredAt) + ms).toISOString()
  return { ...entry, occurredAt: moved.replace('Z', entry.occurredAt.slice(-4)) }
}
