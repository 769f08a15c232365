// The child of the note or somebody else. No names: roles and pronouns only (domain/screening.md, 5.6). The nearest person named
// before the finding is its subject, unless that person only tells, or the child is named in between.

import type { IndicatorCode } from '../../../knowledge/index.ts'
import { aboutFamily, namedBehind, ownStates } from '../nature.ts'
import type { Decided } from './assertion.ts'
import { commasBetween, isParted } from './reach.ts'
import { after, before, between, isKind, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

export type Experiencer = 'child' | 'other'

const persons = ['other-person', 'child-person', 'pronoun'] as const

/** A person after "to", "with", "per" ... is no subject, unless "who" follows. */
function isSubject(around: Surroundings, person: Trigger): boolean {
  const leads = around.triggers.some(
    (trigger) => isKind(trigger, ['not-subject']) && trigger.last === person.first - 1 && trigger.start >= around.start,
  )
  const relative = after(around, person.end, ['who']).some(({ first }) => first - person.last <= 1)
  return !leads || relative
}

/** "Brother, 19, was arrested" keeps its subject; "mom called, AWOL since Friday" does not. */
function keepsSubject(around: Surroundings, person: Trigger, finding: Stretch): boolean {
  const commas = commasBetween(around, person.end, finding.start)
  if (commas.length === 0) return true
  const [first = 0, second] = commas
  const rest = around.text.slice(first, finding.start)
  // "Mother, visibly intoxicated, ..." or "mother, who drinks".
  if (second === undefined) return /^[\s,]*(?:who|whose|quien|que)\b/iu.test(rest) || /^,\s*(?:\p{L}+\s*)?$/u.test(rest)
  return commas.length === 2 && around.text.slice(first, second).trim().split(/\s+/).length <= 5
}

function subjectBefore(around: Surroundings, finding: Stretch): Trigger | undefined {
  const person = before(around, finding.start, persons).find((one) => isSubject(around, one))
  if (person === undefined || !isKind(person, ['other-person'])) return undefined
  if (isParted(around, person.end, finding.start) || !keepsSubject(around, person, finding)) return undefined
  return between(around, person.end, finding.start, ['says']).length > 0 ? undefined : person
}

const passive =
  /^\s*(?:(?:was|were|is|has been|had been|got|gets|herself|himself|also|then|fue|fueron|ha sido|también|tambien)\s+)+$/iu

/** "Roommate was approached", "mom was herself abused": whatever it is, it was done to that person. */
function doneTo(around: Surroundings, finding: Stretch): Trigger | undefined {
  const person = before(around, finding.start, ['other-person'])[0]
  if (person === undefined) return undefined
  const joined = around.text.slice(person.end, finding.start)
  // "A su amiga le ofrecieron ...": whom it was done to stands first.
  const toWhom = /(?:^|[\s,.;])a (?:\p{L}+ ){0,2}$/iu.test(
    around.text.slice(Math.max(around.start, person.start - 20), person.start),
  )
  if (toWhom && joined.trim() === '' && /^(?:le|la|lo|les)\s/iu.test(around.text.slice(finding.start, finding.end)))
    return person
  if (!isSubject(around, person)) return undefined
  const within =
    joined.trim() === '' &&
    /^(?:was|were|has been|got|fue|fueron|ha sido)\s/iu.test(around.text.slice(finding.start, finding.end))
  return within || passive.test(joined) ? person : undefined
}

function ownerBehind(around: Surroundings, finding: Stretch): Trigger | undefined {
  const link = after(around, finding.end, ['of-whom']).find(({ first }) => first === finding.last + 1)
  if (link === undefined) return undefined
  return after(around, link.end, ['other-person']).find(({ first }) => first - link.last <= 2)
}

export function experiencerOf(around: Surroundings, finding: Stretch, code: IndicatorCode): Decided<Experiencer> {
  if (aboutFamily.has(code)) return undefined
  const subject = ownStates.has(code) ? subjectBefore(around, finding) : doneTo(around, finding)
  const person = subject ?? (namedBehind.has(code) ? ownerBehind(around, finding) : undefined)
  return person === undefined ? undefined : { value: 'other', because: around.text.slice(person.start, person.end) }
}
