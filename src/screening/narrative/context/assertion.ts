// Affirmed, negated or possible. The nearest phrase that reaches the finding decides.

import { isParted, reachesBack, reachesForward } from './reach.ts'
import { kindsOf } from './kinds.ts'
import { after, before, hasBetween, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

export type Assertion = 'affirmed' | 'negated' | 'possible'
export type Decided<Value> = { readonly value: Value; readonly because: string } | undefined

const said = ({ text }: Surroundings, trigger: Trigger): string => text.slice(trigger.start, trigger.end)

const asked = kindsOf('asked')
const echoNo = kindsOf('echo-no')
const postNegated = kindsOf('post-negated')
const negates = kindsOf('pre-negated') | postNegated | echoNo
const preNegated = kindsOf('pre-negated')
const prePossible = kindsOf('pre-possible')
const leading = preNegated | prePossible | asked
const afterwards = postNegated | kindsOf('post-possible')
const postPossible = kindsOf('post-possible')
const stops = kindsOf('stop')
const restarts = kindsOf('stop', 'resume', 'pronoun')
const denialOfOther = kindsOf('pre-negated', 'pronoun', 'child-person')

const valueOf = ({ kind }: Trigger): Assertion => ((kind & negates) === 0 ? 'possible' : 'negated')

/** "I asked about drugs and threats: no to all." */
function answeredNo(around: Surroundings, finding: Stretch): Trigger | undefined {
  const answer = after(around, finding.end, echoNo)[0]
  if (answer === undefined) return undefined
  return before(around, finding.start, asked).some(({ end }) => !isParted(around, end, finding.start))
    ? answer
    : undefined
}

const no =
  /^[^.:,«"“]{0,14}[:,]\s*[—–-]?\s*[«"“'‘]?(?:no(?! (?:answer|response|reply|contest|respon|quiso|dijo))|nunca|nadie|never|nobody|no one|nope|nah|jam[aá]s|para nada)(?![\p{L}])/iu

/** "Le pregunté si alguien la amenaza: «Nadie»". */
function quotedNo(around: Surroundings, finding: Stretch): Decided<Assertion> {
  if (before(around, finding.start, asked).length === 0) return undefined
  const found = no.exec(around.text.slice(finding.end, finding.end + 40))
  return found === null ? undefined : { value: 'negated', because: found[0].trim() }
}

const yes = /^[^.:,«"“]{0,14}[:,]\s*[—–-]?\s*[«"“'‘]?(?:yes|yeah|yep|s[ií]|claro)(?![\p{L}])/iu

/** "Asked if anybody pays her: 'yeah? my phone bill'". */
const answeredYes = (around: Surroundings, finding: Stretch): boolean =>
  before(around, finding.start, asked).length > 0 && yes.test(around.text.slice(finding.end, finding.end + 40))

const longestList = 90

/** "Drugs, gang, SI: all denied", "drugs and alcohol denied": a list before its denial. */
function listDenied(around: Surroundings, finding: Stretch): Trigger | undefined {
  return after(around, finding.end, echoNo | postNegated).find((trigger) => {
    if (trigger.start - finding.end >= longestList) return false
    const listed =
      (trigger.kind & echoNo) !== 0 ||
      /:\s*(?:all|both|todos?|todas?)?\s*$/iu.test(around.text.slice(finding.end, trigger.start))
    return listed && !hasBetween(around, finding.end, trigger.start, restarts)
  })
}

/** "Was negative." closes a statement; "negative deflections" describes something else. */
const closes =
  /^\s*(?:$|[.,;:!?)\]\n"”/–—-]|(?:and|but|or|y|pero|o|by|per|at|on|today|this|during|when|for|in|por|al|hoy|en|de)\b)/iu

function behind(around: Surroundings, finding: Stretch): Trigger | undefined {
  return after(around, finding.end, afterwards).find(
    (trigger) =>
      reachesBack(around, trigger, finding) &&
      closes.test(around.text.slice(trigger.end, trigger.end + 12)) &&
      !hasBetween(around, finding.end, trigger.start, denialOfOther),
  )
}

const longestDoubt = 90

/** "..., but nobody can confirm it": a doubt about the whole statement. */
function doubted(around: Surroundings, finding: Stretch): Trigger | undefined {
  return after(around, finding.end, postPossible).find(
    ({ entry, start, end }) =>
      entry.scope === 'list' &&
      start - finding.end < longestDoubt &&
      closes.test(around.text.slice(end, end + 12)) &&
      // "But" may only lead the doubt in.
      !hasBetween(around, finding.end, start - 'although '.length, stops),
  )
}

/** `ownNegation`: the finding's own words deny ("nobody loves me"). `opposite`: they say the contrary of the sign. */
export type Wording = {
  readonly ownNegation: boolean
  readonly opposite: boolean
  readonly inner: boolean
  /** A condition is part of what is told: "if you don't send more". */
  readonly told: boolean
}

const believes =
  /(?:think|thought|believ|feel|worr|afraid|scared|fear|cree|creo|parece|piens|siente|siento|teme|miedo|as if|como si)/iu

const quote = /:\s*["'“‘«]/u
const answers =
  /\b(?:said|says|stated|states|reports|reported|admits|admitted|answered|replied|disclosed|refiere|refiri[oó]|dice|dijo|contest[oó]|respondi[oó]|cuenta|admite|report[oó]|explica)\b/iu

/** "Asked about money: 'guys pay for stuff'", "asked about papers, says he keeps them": the answer, not the question. */
const isAnswer = ({ text }: Surroundings, { end }: Trigger, finding: Stretch): boolean =>
  quote.test(text.slice(Math.max(end, finding.start - longestDoubt), finding.end)) ||
  answers.test(text.slice(Math.max(end, finding.start - longestDoubt), finding.start))

const ifAhead = /\b(?:if|si|when|whenever|cuando|unless)\s+(?:(?:she|he|they|i|you|ella|[eé]l|t[uú])\s+)?$/iu

/** "Slaps her if she does not obey and ...": the denial belongs to the condition. */
const isCondition = ({ text }: Surroundings, { start, last }: Trigger, finding: Stretch, told: boolean): boolean =>
  (told || finding.first - last > 2) && ifAhead.test(text.slice(Math.max(0, start - 24), start))

/** "Has not told anyone out of fear": why, not what. */
const reason = /^(?:por (?:miedo|temor|p[aá]nico)|out of fear|for fear|because|porque)(?!\p{L})/iu

/** "A mí nunca nadie me ha querido" denies once; "denies a clean screen" is no way to speak. */
function counts(
  around: Surroundings,
  trigger: Trigger,
  finding: Stretch,
  { ownNegation, opposite, inner, told }: Wording,
): boolean {
  if ((trigger.kind & asked) !== 0) return !isAnswer(around, trigger, finding)
  if ((trigger.kind & prePossible) !== 0) return !(inner && believes.test(said(around, trigger)))
  if (isCondition(around, trigger, finding, told) || reason.test(around.text.slice(finding.start, finding.end)))
    return false
  return (trigger.kind & preNegated) === 0 || !(trigger.entry.scope === 'list' ? opposite : ownNegation)
}

export function assertionOf(
  around: Surroundings,
  finding: Stretch,
  wording: Wording = { ownNegation: false, opposite: false, inner: false, told: false },
): Decided<Assertion> {
  if (answeredYes(around, finding)) return undefined
  const quoted = quotedNo(around, finding)
  if (quoted !== undefined) return quoted
  const ahead = before(around, finding.start, leading).filter((one) => counts(around, one, finding, wording))
  const decides =
    answeredNo(around, finding) ??
    ahead.find((trigger) => reachesForward(around, trigger, finding)) ??
    behind(around, finding) ??
    listDenied(around, finding) ??
    doubted(around, finding)
  return decides === undefined ? undefined : { value: valueOf(decides), because: said(around, decides) }
}
