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
const ahead = kindsOf('pre-negated', 'pre-possible', 'asked')
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

export function assertionOf(around: Surroundings, finding: Stretch): Decided<Assertion> {
  const decides =
    answeredNo(around, finding) ??
    before(around, finding.start, ahead).find((trigger) => reachesForward(around, trigger, finding)) ??
    behind(around, finding) ??
    listDenied(around, finding)
  return decides === undefined ? undefined : { value: valueOf(decides), because: said(around, decides) }
}
