// The words of the log: a sentence for each event, and words for the codes and names of fields that an entry holds. A code
// without words is shown as it is: an entry must never look emptier than it is.

import { auditEvents, isRole, type AuditEvent, type Reading } from '../../../access/index.ts'
import type { Say } from '../../../knowledge/index.ts'
import type { Visit } from '../../route-table.ts'
import { roleIn } from '../people/people-words.ts'
import { shownZone } from './asked.ts'

export const knownReasons = [
  ...['unusual-reading', 'glass-broken', 'child-in-danger', 'child-missing', 'on-call-cover', 'court-order'],
  ...['medical-need', 'closed', 'reopened', 'legal-hold', 'shared', 'own-discipline', 'kept', 'gone', 'call-back'],
  ...['interview', 'medical-exam', 'therapy-intake', 'team-review', 'safety-plan', 'court', 'other', 'first-factor'],
  ...['second-factor', 'passkey', 'password', 'welcome', 'reset', 'list', 'access-review', 'agencies', 'permissions'],
  ...['alerts', 'not-found', 'activity', 'no-safe-caregiver', 'for-child', 'for-caregiver', 'log-whole'],
  ...['log-unproved', 'log-wrong', 'log-too-long'],
] as const

export const knownFields = [
  ...['initials', 'age', 'caregiver-initials', 'given_name', 'surname', 'birth_date', 'phone', 'given', 'birthYear'],
  ...['body', 'closed_on', 'sealed', 'legal_hold', 'shared', 'done_at', 'child_id', 'ended_at', 'reviewed_at'],
  ...['password', 'totp', 'recovery-codes', 'passkey', 'name', 'discipline', 'agency'],
] as const

export function eventIn(say: Say, event: string): string {
  const known = auditEvents.find((one): one is AuditEvent => one === event)
  return known === undefined ? event : say(`audit.event.${known}`)
}

export function reasonIn(say: Say, reason: string): string {
  if (isRole(reason)) return roleIn(say, reason)
  const known = knownReasons.find((one) => one === reason)
  return known === undefined ? reason : say(`audit.reason.${known}`)
}

const fieldIn = (say: Say, field: string): string => {
  const known = knownFields.find((one) => one === field)
  return known === undefined ? field : say(`audit.field.${known}`)
}

export const fieldsIn = ({ say, language }: Pick<Visit, 'say' | 'language'>, fields: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'unit' }).format(fields.map((field) => fieldIn(say, field)))

export const whatIn = (say: Say, { event, reason }: Pick<Reading, 'event' | 'reason'>): string =>
  reason === null ? eventIn(say, event) : `${eventIn(say, event)}: ${reasonIn(say, reason)}`

const parts = { timeZone: shownZone, year: 'numeric', month: 'short', day: 'numeric' } as const

// Made once: a page of the log needs fifty.
const moments = {
  en: new Intl.DateTimeFormat('en-US', { ...parts, hour: 'numeric', minute: '2-digit' }),
  es: new Intl.DateTimeFormat('es-US', { ...parts, hour: 'numeric', minute: '2-digit' }),
} as const

export const momentIn = ({ language }: Pick<Visit, 'language'>, at: Date): string => moments[language].format(at)

export const numberIn = ({ language }: Pick<Visit, 'language'>, number: number): string =>
  new Intl.NumberFormat(language === 'es' ? 'es-US' : 'en-US').format(number)
