// One audit entry, and the one way to write it as bytes. The bytes are what the tree hashes, so they must be unambiguous:
// every value carries its length, nothing is optional, and the first word names the version. An auditor can write the same
// in any language: `footbridge-audit/1,` and then netstrings (`5:apple,`), `-,` for null, `#2,` before a list of two.

import { failed, ok, Problem, type Result } from '../../shared/index.ts'
import { entryFault } from './entry-fault.ts'
import { type Hash, leafHashOfAscii } from './merkle.ts'

/** Ids and names of fields, never content: erasing a person then never touches the log. */
export type AuditEntry = {
  readonly center: string
  /** From 1, without a gap: entry n is leaf n - 1 of the tree, and a checkpoint of size n covers entries 1 to n. */
  readonly sequence: number
  readonly entry: string
  /** UTC with microseconds: `2026-11-24T10:15:30.123456Z`. */
  readonly occurredAt: string
  readonly event: string
  /** Null: nobody had signed in. */
  readonly person: string | null
  readonly subjectKind: string | null
  readonly subject: string | null
  readonly caseId: string | null
  /** Names of the fields that were read or changed. */
  readonly fields: readonly string[]
  /** A code such as that of break-glass. */
  readonly reason: string | null
}

const version = 'footbridge-audit/1,'

/** Throws the Problem `audit-entry-wrong` on an entry that holds anything but ids, codes and a time. */
export function canonicalBytes(entry: AuditEntry): Uint8Array {
  return Buffer.from(checkedText(entry), 'latin1')
}

/** The entry's leaf in the tree: `leafHash(canonicalBytes(entry))`. Throws as that does. */
export const leafOfEntry = (entry: AuditEntry): Hash => leafHashOfAscii(checkedText(entry))

/** The same for an entry that `entryFault` has just passed: asking twice took a tenth of the check of a log. */
export const leafOfChecked = (entry: AuditEntry): Hash => leafHashOfAscii(canonicalText(entry))

/** Reads what `canonicalBytes` wrote, and nothing else: an encoding that differs in one byte is refused. */
export function parseCanonical(bytes: Uint8Array): Result<AuditEntry, 'not-canonical'> {
  const text = Buffer.from(bytes).toString('latin1')
  const entry = text.startsWith(version) ? readEntry(valuesOf(text.slice(version.length))) : undefined
  if (entry === undefined || entryFault(entry) !== undefined || canonicalText(entry) !== text)
    return failed('not-canonical')
  return ok(entry)
}

function checkedText(entry: AuditEntry): string {
  const why = entryFault(entry)
  if (why !== undefined) throw new Problem('audit-entry-wrong', { why })
  return canonicalText(entry)
}

/** Lengths are counted in characters: the checked entry is ASCII, so these are bytes. */
function canonicalText(entry: AuditEntry): string {
  const { center, sequence, occurredAt, event, person, subjectKind, subject, caseId, fields, reason } = entry
  let listed = ''
  for (const field of fields) listed += net(field)
  return (
    `${version}${net(center)}${net(String(sequence))}${net(entry.entry)}${net(occurredAt)}${net(event)}` +
    `${netOrNull(person)}${netOrNull(subjectKind)}${netOrNull(subject)}${netOrNull(caseId)}` +
    `#${fields.length},${listed}${netOrNull(reason)}`
  )
}

const net = (value: string): string => `${value.length}:${value},`
const netOrNull = (value: string | null): string => (value === null ? '-,' : net(value))

/** The values in order; the count of a list stays as `#2`. What cannot be read ends the list early. */
function* valuesOf(text: string): Generator<string | null> {
  for (let at = 0; at < text.length;) {
    const head = /^(?:(\d{1,5}):|(#\d{1,5}),|-,)/.exec(text.slice(at, at + 8))
    if (head === null) return
    at += head[0].length
    const length = head[1] === undefined ? undefined : Number(head[1])
    yield length === undefined ? (head[2] ?? null) : text.slice(at, at + length)
    if (length !== undefined) at += length + 1
  }
}

function readEntry(values: Iterator<string | null, undefined>): AuditEntry | undefined {
  const next = (): string | null => values.next().value ?? null
  const text = (): string => next() ?? ''
  return {
    center: text(),
    sequence: Number(text()),
    entry: text(),
    occurredAt: text(),
    event: text(),
    person: next(),
    subjectKind: next(),
    subject: next(),
    caseId: next(),
    fields: Array.from({ length: Number(text().slice(1)) || 0 }, text),
    reason: next(),
  }
}
