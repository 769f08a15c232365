// The child of the note or somebody else. No names: roles and pronouns only (domain/screening.md, 5.6). The nearest person named
// before the finding is its subject, unless that person only tells, or the child is named in between.

import type { IndicatorCode } from '../../../knowledge/index.ts'
import type { Decided } from './assertion.ts'
import { kindsOf } from './kinds.ts'
import { commasBetween, isParted } from './reach.ts'
import { after, before, hasBetween, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

export type Experiencer = 'child' | 'other'

/** What somebody is or does oneself, so that another subject makes it another's: "mother drinks", "her friend ran away". */
export const ownStates: ReadonlySet<IndicatorCode> = new Set<IndicatorCode>([
  ...([
    'substance-use',
    'mental-health',
    'justice-involved',
    'gang-involvement',
    'runaway',
    'sti-pregnancy',
    'truancy',
  ] as const),
  ...([
    'exhaustion',
    'system-placement',
    'prior-abuse',
    'branding',
    'older-partner',
    'unstable-housing',
    'unmet-needs',
  ] as const),
  ...([
    'false-id',
    'low-self-esteem',
    'feels-unloved',
    'lies-about-age',
    'few-possessions',
    'multiple-phones',
    'new-name',
  ] as const),
  ...([
    'delayed-care',
    'found-out-of-area',
    'costly-things',
    'hotel-keys',
    'abuse-injury',
    'sexualised-beyond-age',
  ] as const),
])

/** "Drug use by mother", "depresión de la mamá": somebody named behind; not where that person would be the doer. */
const namedBehind: ReadonlySet<IndicatorCode> = new Set<IndicatorCode>([
  ...(['substance-use', 'mental-health', 'justice-involved', 'gang-involvement', 'sti-pregnancy', 'runaway'] as const),
])

const other = kindsOf('other-person')
const persons = other | kindsOf('child-person', 'pronoun')
const notSubject = kindsOf('not-subject')
const who = kindsOf('who')
const says = kindsOf('says')
const ofWhom = kindsOf('of-whom')

/** A person after "to", "with", "per" ... is no subject, unless "who" follows. */
function isSubject(around: Surroundings, person: Trigger): boolean {
  if (before(around, person.start, notSubject)[0]?.last !== person.first - 1) return true
  const relative = after(around, person.end, who)[0]
  return relative !== undefined && relative.first - person.last <= 1
}

/** "Brother, 19, was arrested" keeps its subject; "mom called, AWOL since Friday" does not. */
function keepsSubject(around: Surroundings, person: Trigger, finding: Stretch): boolean {
  const commas = commasBetween(around, person.end, finding.start)
  if (commas.length === 0) return true
  const [first = 0, second] = commas
  if (second === undefined) return /^[\s,]*(?:who|whose|quien|que)\b/iu.test(around.text.slice(first, finding.start))
  return commas.length === 2 && around.text.slice(first, second).trim().split(/\s+/).length <= 5
}

function subjectBefore(around: Surroundings, finding: Stretch): Trigger | undefined {
  const person = before(around, finding.start, persons).find((one) => isSubject(around, one))
  if (person === undefined || (person.kind & other) === 0) return undefined
  if (isParted(around, person.end, finding.start) || !keepsSubject(around, person, finding)) return undefined
  return hasBetween(around, person.end, finding.start, says) ? undefined : person
}

function ownerBehind(around: Surroundings, finding: Stretch): Trigger | undefined {
  const link = after(around, finding.end, ofWhom).find(({ first }) => first === finding.last + 1)
  if (link === undefined) return undefined
  return after(around, link.end, other).find(({ first }) => first - link.last <= 2)
}

export function experiencerOf(around: Surroundings, finding: Stretch, code: IndicatorCode): Decided<Experiencer> {
  const subject = ownStates.has(code) ? subjectBefore(around, finding) : undefined
  const person = subject ?? (namedBehind.has(code) ? ownerBehind(around, finding) : undefined)
  return person === undefined ? undefined : { value: 'other', because: around.text.slice(person.start, person.end) }
}
