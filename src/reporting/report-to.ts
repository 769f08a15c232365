// Who takes the report: the state's line, the center's own offices for the county, and the police, in the order that fits
// who is suspected and the hour. Whoever called 911 has called the police.

import type { Temporal } from 'temporal-polyfill'

import { countiesOf, sameCounty } from './county.ts'
import type { Directory } from './directory.ts'
import { isOpen } from './hours.ts'
import type { JurisdictionCode } from './jurisdiction.ts'
import type { Office } from './local-lines.ts'
import type { HomeQuestion } from './question.ts'
import { shownPhones, type Topic } from './shown.ts'
import { step, type PlannedStep, type StepReason } from './step-reason.ts'

/** Who finds the county's line comes straight after a line without a number. */
export function reportTo(question: HomeQuestion, directory: Directory, now: Temporal.Instant): readonly PlannedStep[] {
  const shut = isShutNow(question, directory, now)
  const cps = childProtection(question, directory)
  const police = question.situations.includes('danger') ? [] : policeSteps(question, directory, shut)
  return shut || onlyOutsiderSuspected(question) ? [...police, ...cps] : [...cps, ...police]
}

function childProtection(question: HomeQuestion, directory: Directory): readonly PlannedStep[] {
  const offices = officesFor('child-protection', question, directory)
  const state = (reason: StepReason) => step(question.jurisdiction, reason, topicOf(question))
  const reason = cpsReason(question, directory, offices)
  if (offices.length === 0) return [state(reason), ...finder(question, directory)]
  const own = offices.map(({ line }) => step(line.key, reason))
  // A county office stands in the place of a state's page without a number.
  return hasNumber(question, directory) ? [...own, state('cps-after-office')] : own
}

function policeSteps(question: HomeQuestion, directory: Directory, shut: boolean): readonly PlannedStep[] {
  const reason = policeReason(question, directory, shut)
  const offices = officesFor('police', question, directory)
  return offices.length === 0 ? [step('US/police', reason)] : offices.map(({ line }) => step(line.key, reason))
}

/** Childhelp, where a number is missing for the place or for a part of it. */
function finder(question: HomeQuestion, directory: Directory): readonly PlannedStep[] {
  if (!hasNumber(question, directory)) return [step('US/childhelp', 'childhelp-no-number')]
  return directory.rules.partial.includes(question.jurisdiction) ? [step('US/childhelp', 'childhelp-partial')] : []
}

/** The center's offices for the county; where a state has no counties in our table, all of that state. */
function officesFor(kind: Office['kind'], question: HomeQuestion, directory: Directory): readonly Office[] {
  const counties = countiesOf(question.jurisdiction, directory)
  return directory.offices.filter(
    (office) =>
      office.kind === kind &&
      office.state === question.jurisdiction &&
      (counties.length === 0 || sameCounty(office.county, question.county ?? '')) &&
      shownPhones(directory, office.line, question.audience, 'any').length > 0,
  )
}

/** Whether to ask for the county: it decides whom to call only where offices are those of counties. */
export const asksCounty = (directory: Directory, state: JurisdictionCode): boolean =>
  countiesOf(state, directory).length > 0 &&
  (directory.lines[state].county_based || directory.offices.some((office) => office.state === state))

const onlyOutsiderSuspected = ({ situations }: HomeQuestion): boolean =>
  situations.includes('not-caregiver') && !situations.includes('caregiver-suspected')

const topicOf = ({ situations }: HomeQuestion): Topic => {
  if (situations.includes('trafficking')) return 'trafficking'
  return situations.length === 0 || situations.includes('images') ? 'any' : 'abuse'
}

export const hasNumber = (question: HomeQuestion, directory: Directory): boolean =>
  shownPhones(directory, directory.lines[question.jurisdiction], question.audience, topicOf(question)).some(
    ({ tty }) => !tty,
  )

/** Not surely open counts as shut: then the police are named first. A line that gives no clock times is not judged. */
function isShutNow(question: HomeQuestion, directory: Directory, now: Temporal.Instant): boolean {
  const { opening } = directory.lines[question.jurisdiction]
  if (opening === null || opening.weekly === null || !hasNumber(question, directory)) return false
  return isOpen(opening, now) !== 'open'
}

function cpsReason(question: HomeQuestion, directory: Directory, offices: readonly Office[]): StepReason {
  const { rules } = directory
  if (onlyOutsiderSuspected(question) && rules.police_only_unless_caregiver.includes(question.jurisdiction))
    return 'cps-police-only'
  if (offices.length === 0 && !hasNumber(question, directory)) return 'cps-no-number'
  if (question.situations.includes('caregiver-suspected')) return 'cps-caregiver'
  return question.situations.includes('not-caregiver') ? 'cps-not-caregiver' : 'cps-unsure'
}

function policeReason(question: HomeQuestion, directory: Directory, shut: boolean): StepReason {
  const { rules } = directory
  if (onlyOutsiderSuspected(question)) return 'police-not-caregiver'
  if (shut) return 'police-closed-now'
  if (rules.both_always.includes(question.jurisdiction)) return 'police-both-always'
  if (rules.limited_hours.includes(question.jurisdiction)) return 'police-closed-hours'
  if (!hasNumber(question, directory)) return 'police-no-number'
  return question.situations.includes('caregiver-suspected') ? 'police-caregiver' : 'police-unsure'
}
