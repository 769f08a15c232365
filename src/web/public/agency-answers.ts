// The answers of the form for deadlines: read from a post, then a duty with its deadlines, or the sentence that says what
// to put right. They travel as hidden fields; nothing of them stands in an address or is kept.

import type { Say } from '../../knowledge/index.ts'
import {
  deadline,
  federalDuties,
  instantOf,
  isJurisdiction,
  zonesOf,
  type Deadlines,
  type Directory,
  type FederalDutyName,
  type JurisdictionCode,
  type Zone,
} from '../../reporting/index.ts'
import { failed, ok, type Result } from '../../shared/index.ts'
import type { Form } from '../form-reader.ts'
import type { FieldErrors } from '../parts/fields.tsx'
import type { Visit } from '../route-table.ts'

/** Online providers are no agency: their duty is not offered here. */
export const agencyDutyNames = federalDuties.filter((name) => name !== 'online-providers')

export type DutyName = Exclude<FederalDutyName, 'online-providers'> | 'state'

export const agencyFields = ['duty', 'state', 'zone', 'date', 'time'] as const

export type AgencyAnswers = Readonly<Record<(typeof agencyFields)[number], string>>

export const noAnswers: AgencyAnswers = { duty: '', state: '', zone: '', date: '', time: '' }

export type Asked = {
  readonly duty: DutyName
  readonly state: JurisdictionCode
  readonly zone: string
  readonly learnedAt: number
  readonly deadlines: Deadlines
}

/** A slip in the year would give a limit of another age. Three years. */
const longAgo = 3 * 365 * 24 * 60 * 60 * 1000

/** A clock that runs ahead of ours by less than this is no mistake worth a question. */
const clocksDifferBy = 60 * 60 * 1000

export const readAgencyAnswers = (form: Form): AgencyAnswers => ({
  duty: form.one('duty').slice(0, 40),
  state: form.one('state').slice(0, 2),
  zone: form.one('zone').slice(0, 60),
  date: form.one('date').slice(0, 40),
  time: form.one('time').slice(0, 40),
})

/** The zones to choose from; empty where there is nothing to choose. */
export function zoneChoices(directory: Directory, state: string): readonly Zone[] {
  const zones = isJurisdiction(state) ? directory.zones[state] : []
  return zones.length > 1 ? zones : []
}

/** `now` in milliseconds: what is still to come was not learned, and a wrong year must not give a late date. */
export function askedOf(answers: AgencyAnswers, visit: Visit, now: number): Result<Asked, FieldErrors> {
  const { say, services } = visit
  const duty = [...agencyDutyNames, 'state' as const].find((name) => name === answers.duty)
  const state = isJurisdiction(answers.state) ? answers.state : undefined
  const zone = zoneOf(answers, services.directory, state)
  const learned = learnedAt(answers, zone ?? 'America/New_York', { say, now })
  const errors = {
    ...(duty === undefined ? { duty: say('agency.error.duty') } : {}),
    ...(state === undefined ? { state: say('agency.error.state') } : {}),
    ...(state !== undefined && zone === undefined ? zoneError(visit, state) : {}),
    ...(learned.ok ? {} : learned.reason),
  }
  if (duty === undefined || state === undefined || zone === undefined || !learned.ok) return failed(errors)
  const { federal, states } = services.directory.terms
  const found = deadline(duty === 'state' ? states[state] : federal[duty], learned.value, zone)
  if (!found.ok) return failed(zoneError(visit, state))
  return ok({ duty, state, zone, learnedAt: learned.value.epochMilliseconds, deadlines: found.value })
}

const zoneError = ({ say, services, language }: Visit, state: JurisdictionCode): FieldErrors => ({
  zone: say('agency.error.zone', { place: services.directory.names[state][language] }),
})

function zoneOf({ zone }: AgencyAnswers, directory: Directory, state?: JurisdictionCode): string | undefined {
  const zones = state === undefined ? [] : zonesOf(directory, state)
  return zones.length === 1 ? zones[0] : zones.find((one) => one === zone)
}

function learnedAt(answers: AgencyAnswers, zone: string, { say, now }: { say: Say; now: number }) {
  const learned = instantOf(answers, zone)
  if (!learned.ok)
    return failed<FieldErrors>(Object.fromEntries(learned.reason.map((part) => [part, say(`agency.error.${part}`)])))
  if (learned.value.epochMilliseconds > now + clocksDifferBy)
    return failed<FieldErrors>({ date: say('agency.error.future') })
  if (learned.value.epochMilliseconds < now - longAgo)
    return failed<FieldErrors>({ date: say('agency.error.long-ago') })
  return learned
}
