// The exported log: a header, then one JSON array a line, in the order of `columns`. Arrays, not objects: an object may
// name a key twice or bring one that nothing checks, and then two readers see two logs. The center stands in the header.
// Chunks come in and go out; opening files is for the command line.

import { isUuid, Problem } from '../../shared/index.ts'
import type { AuditEntry } from './canonical-entry.ts'

const columns = 'sequence entry occurredAt event person subjectKind subject caseId fields reason'

/** Far above what the longest entry takes; a file without line breaks must not fill the memory. */
const longestLine = 200_000

/** Lines go out some thousand at a time. */
const batch = 65_536

/** The file as text, in chunks. Throws `audit-entry-wrong` on an entry of another center: its file would lie. */
export async function* writeLog(center: string, log: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  let text = `${headerOf(center)}\n`
  for await (const entry of log) {
    if (entry.center !== center) throw new Problem('audit-entry-wrong', { why: 'this one belongs to another center' })
    text += `${lineOf(entry)}\n`
    if (text.length < batch) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

/** The entries of a file. Throws `audit-log-unreadable` with the line's number; whether they are true is for `verifyLog`. */
export async function* readLog(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<AuditEntry> {
  let center: string | undefined
  let line = 0
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + textOf(chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw unreadable(line + lines.length + 1, 'it has no end')
    for (const text of lines) {
      line += 1
      if (center === undefined) center = centerOf(text)
      else yield entryOf(text, center, line)
    }
  }
  if (center === undefined) throw unreadable(1, 'it is not the header of an audit log')
  if (rest !== '') throw unreadable(line + 1, 'the file ends in the middle of it')
}

/** Entries are ASCII; read as Latin-1, any other byte becomes a letter that no entry may hold, and is found. */
const textOf = (chunk: Uint8Array | string): string =>
  typeof chunk === 'string' ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')

const headerOf = (center: string): string =>
  JSON.stringify({ 'footbridge-audit-log': 1, center, columns: columns.split(' ') })

function centerOf(line: string): string {
  const center = /"center":"([^"]*)"/.exec(line)?.[1] ?? ''
  if (!isUuid(center) || line !== headerOf(center)) throw unreadable(1, 'it is not the header of an audit log')
  return center
}

const lineOf = (entry: AuditEntry): string => {
  const { sequence, occurredAt, event, person, subjectKind, subject, caseId, fields, reason } = entry
  return JSON.stringify([
    sequence,
    entry.entry,
    occurredAt,
    event,
    person,
    subjectKind,
    subject,
    caseId,
    fields,
    reason,
  ])
}

function entryOf(line: string, center: string, number: number): AuditEntry {
  const row = parsed(line, number)
  if (!Array.isArray(row) || row.length !== 10) throw unreadable(number, 'it does not have ten values')
  const [sequence, entry, occurredAt, event, person, subjectKind, subject, caseId, fields, reason] =
    row as readonly unknown[]
  if (
    typeof sequence === 'number' &&
    typeof entry === 'string' &&
    typeof occurredAt === 'string' &&
    typeof event === 'string' &&
    isTextOrNull(person) &&
    isTextOrNull(subjectKind) &&
    isTextOrNull(subject) &&
    isTextOrNull(caseId) &&
    isTexts(fields) &&
    isTextOrNull(reason)
  )
    return { center, sequence, entry, occurredAt, event, person, subjectKind, subject, caseId, fields, reason }
  throw unreadable(number, 'a value is of the wrong kind')
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw unreadable(number, 'it is not JSON', cause)
  }
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const unreadable = (line: number, why: string, cause?: unknown): Problem =>
  new Problem('audit-log-unreadable', { line, why }, cause)
