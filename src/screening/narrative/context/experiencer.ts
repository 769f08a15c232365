// The child of the note or somebody else. No names: roles and pronouns only (domain/screening.md, 5.6). The nearest person named
// before the finding is its subject, unless that person only tells, or the child is named in between.

import type { IndicatorCode } from '../../../knowledge/index.ts'
import { aboutFamily, namedBehind, ownStates, thingsHeld } from '../nature.ts'
import type { Decided } from './assertion.ts'
import { kindsOf } from './kinds.ts'
import { commasBetween, isParted } from './reach.ts'
import { after, before, between, hasBetween, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

export type Experiencer = 'child' | 'other'

const other = kindsOf('other-person')
const persons = other | kindsOf('child-person', 'pronoun')
const notSubject = kindsOf('not-subject')
const who = kindsOf('who')
const says = kindsOf('says')
const ofWhom = kindsOf('of-whom')

const and = /^(?:and|y)\b/iu
const name = /(?:^|[^.!?]\s)\p{Lu}\p{L}*\.?$/u

/** "She and her brother", "with T and mom" name one party; "mom drinks and her brother is in a gang" has two subjects. */
function joinsParty(around: Surroundings, link: Trigger): boolean {
  const person = before(around, link.start, persons)[0]
  const ahead = around.text.slice(Math.max(around.start, link.start - 20), link.start).trimEnd()
  if (person?.last !== link.first - 1) return name.test(ahead)
  return (person.kind & other) === 0 || !isSubject(around, person)
}

/** A person after "to", "with", "per" ... is no subject, unless "who" follows. */
function isSubject(around: Surroundings, person: Trigger): boolean {
  const link = before(around, person.start, notSubject)[0]
  if (link?.last !== person.first - 1) return true
  if (and.test(around.text.slice(link.start, link.end)) && !joinsParty(around, link)) return true
  if (/^[^,]*\s(?:who|quien|que)$/iu.test(around.text.slice(person.start, person.end))) return true
  const relative = after(around, person.end, who)[0]
  return relative !== undefined && relative.first - person.last <= 1
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

/** "Is still locked up": words that end a reach, but leave the subject. */
const keeps = /^(?:still|only|solo|s[oó]lo|solamente)$/iu
const stop = kindsOf('stop')

function isPersonParted(around: Surroundings, { end }: Trigger, { start }: Stretch): boolean {
  if (!isParted(around, end, start)) return false
  const stops = between(around, end, start, stop)
  const kept = stops.length > 0 && stops.every((one) => keeps.test(around.text.slice(one.start, one.end)))
  return !kept || /[—•|()☐☒☑*]|\s[-–]\s/u.test(around.text.slice(end, start))
}

function subjectBefore(around: Surroundings, finding: Stretch, code: IndicatorCode): Trigger | undefined {
  const person = before(around, finding.start, persons).find((one) => isSubject(around, one))
  if (person === undefined || (person.kind & other) === 0) return undefined
  if (thingsHeld.has(code) && /['’]s$/u.test(around.text.slice(person.start, person.end))) return undefined
  if (isPersonParted(around, person, finding) || !keepsSubject(around, person, finding)) return undefined
  return hasBetween(around, person.end, finding.start, says) ? undefined : person
}

const passive =
  /^\s*(?:(?:was|were|is|has been|had been|got|gets|herself|himself|also|then|fue|fueron|ha sido|también|tambien)\s+)+$/iu

/** "Roommate was approached", "mom was herself abused": whatever it is, it was done to that person. */
function doneTo(around: Surroundings, finding: Stretch): Trigger | undefined {
  const person = before(around, finding.start, other)[0]
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
  const link = after(around, finding.end, ofWhom).find(({ first }) => first === finding.last + 1)
  if (link === undefined) return undefined
  return after(around, link.end, other).find(({ first }) => first - link.last <= 2)
}

export function experiencerOf(around: Surroundings, finding: Stretch, code: IndicatorCode): Decided<Experiencer> {
  if (aboutFamily.has(code)) return undefined
  const subject = ownStates.has(code) ? subjectBefore(around, finding, code) : doneTo(around, finding)
  const person = subject ?? (namedBehind.has(code) ? ownerBehind(around, finding) : undefined)
  return person === undefined ? undefined : { value: 'other', because: around.text.slice(person.start, person.end) }
}
