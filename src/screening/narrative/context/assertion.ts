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

/** `ownNegation`: the finding's own words deny ("nobody loves me"). `opposite`: they say the contrary of the sign. */
export type Wording = { readonly ownNegation: boolean; readonly opposite: boolean; readonly inner: boolean }

const believes =
  /(?:think|thought|believ|feel|worr|afraid|scared|fear|cree|creo|piens|siente|siento|teme|miedo|as if|como si)/iu

/** "A mí nunca nadie me ha querido" denies once; "denies a clean screen" is no way to speak. */
function counts(around: Surroundings, trigger: Trigger, { ownNegation, opposite, inner }: Wording): boolean {
  if ((trigger.kind & prePossible) !== 0) return !(inner && believes.test(said(around, trigger)))
  return (trigger.kind & preNegated) === 0 || !(trigger.entry.scope === 'list' ? opposite : ownNegation)
}

export function assertionOf(
  around: Surroundings,
  finding: Stretch,
  wording: Wording = { ownNegation: false, opposite: false, inner: false },
): Decided<Assertion> {
  const quoted = quotedNo(around, finding)
  if (quoted !== undefined) return quoted
  const ahead = before(around, finding.start, leading).filter((one) => counts(around, one, wording))
  const decides =
    answeredNo(around, finding) ??
    ahead.find((trigger) => reachesForward(around, trigger, finding)) ??
    behind(around, finding) ??
    listDenied(around, finding)
  return decides === undefined ? undefined : { value: valueOf(decides), because: said(around, decides) }
}
