// What an audit entry may hold: ids, codes, names of fields, a time. Codes take no space and
// no line break and end at 80 signs, so a child's story does not fit in and a forged line cannot be made of one.

import { isUuid } from '../../shared/index.ts'
import type { AuditEntry } from './canonical-entry.ts'

/** Letters, digits and `. _ : / -`; no spaces. Long enough for `table.column` and for two ids joined. */
const code = /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/

const moment = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/

const mostFields = 1000

/** What is wrong with the entry, naming the property and never its value; undefined when nothing is. */
export function entryFault(entry: AuditEntry): string | undefined {
  if (!Number.isSafeInteger(entry.sequence) || entry.sequence < 1) return 'sequence is not a whole number from 1'
  if (!isUuid(entry.center)) return 'center is not an id'
  if (!isUuid(entry.entry)) return 'entry is not an id'
  if (!moment.test(entry.occurredAt)) return 'occurredAt is not a UTC time with microseconds'
  if (!code.test(entry.event)) return 'event is not a code'
  return faultOfOptions(entry)
}

function faultOfOptions({ person, subjectKind, subject, caseId, fields, reason }: AuditEntry): string | undefined {
  if (person !== null && !isUuid(person)) return 'person is not an id'
  if (subjectKind !== null && !code.test(subjectKind)) return 'subjectKind is not a code'
  if (subject !== null && !code.test(subject)) return 'subject is not an id'
  if (caseId !== null && !isUuid(caseId)) return 'caseId is not an id'
  if (reason !== null && !code.test(reason)) return 'reason is not a code'
  if (fields.length > mostFields) return 'fields has too many names'
  for (const field of fields) if (!code.test(field)) return 'fields has something that is not a name'
  return undefined
}
