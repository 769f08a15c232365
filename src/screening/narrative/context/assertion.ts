// Affirmed, negated or possible. The nearest phrase that reaches the finding decides.

import { isParted, reachesBack, reachesForward } from './reach.ts'
import { after, before, between, isKind, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

export type Assertion = 'affirmed' | 'negated' | 'possible'
export type Decided<Value> = { readonly value: Value; readonly because: string } | undefined

const said = ({ text }: Surroundings, trigger: Trigger): string => text.slice(trigger.start, trigger.end)

const valueOf = (trigger: Trigger): Assertion =>
  isKind(trigger, ['pre-negated', 'post-negated', 'echo-no']) ? 'negated' : 'possible'

/** "I asked about drugs and threats: no to all." */
function answeredNo(around: Surroundings, finding: Stretch): Trigger | undefined {
  const asked = before(around, finding.start, ['asked']).some(({ end }) => !isParted(around, end, finding.start))
  return asked ? after(around, finding.end, ['echo-no'])[0] : undefined
}

const no =
  /^[^.:,«"“]{0,14}[:,]\s*[—–-]?\s*[«"“'‘]?(?:no(?! (?:answer|response|reply|contest|respon|quiso|dijo))|nunca|nadie|never|nobody|no one|nope|nah|jam[aá]s|para nada)(?![\p{L}])/iu

/** "Le pregunté si alguien la amenaza: «Nadie»". */
function quotedNo(around: Surroundings, finding: Stretch): Decided<Assertion> {
  if (before(around, finding.start, ['asked']).length === 0) return undefined
  const found = no.exec(around.text.slice(finding.end, finding.end + 40))
  return found === null ? undefined : { value: 'negated', because: found[0].trim() }
}

/** "Drugs, gang, SI: all denied", "drugs and alcohol denied": a list before its denial. */
function listDenied(around: Surroundings, finding: Stretch): Trigger | undefined {
  return after(around, finding.end, ['echo-no', 'post-negated']).find((trigger) => {
    const part = around.text.slice(finding.end, trigger.start)
    const listed = /:\s*(?:all|both|todos?|todas?)?\s*$/iu.test(part) || isKind(trigger, ['echo-no'])
    return (
      listed &&
      part.length < 90 &&
      between(around, finding.end, trigger.start, ['stop', 'resume', 'pronoun']).length === 0
    )
  })
}

/** "Was negative." closes a statement; "negative deflections" describes something else. */
const closes =
  /^\s*(?:$|[.,;:!?)\]\n"”/–—-]|(?:and|but|or|y|pero|o|by|per|at|on|today|this|during|when|for|in|por|al|hoy|en|de)\b)/iu

function behind(around: Surroundings, finding: Stretch): Trigger | undefined {
  return after(around, finding.end, ['post-negated', 'post-possible']).find(
    (trigger) =>
      reachesBack(around, trigger, finding) &&
      closes.test(around.text.slice(trigger.end, trigger.end + 12)) &&
      between(around, finding.end, trigger.start, ['pre-negated', 'pronoun', 'child-person']).length === 0,
  )
}

/** `ownNegation`: the finding's own words deny ("nobody loves me"). `opposite`: they say the contrary of the sign. */
export type Wording = { readonly ownNegation: boolean; readonly opposite: boolean; readonly inner: boolean }

const believes =
  /(?:think|thought|believ|feel|worr|afraid|scared|fear|cree|creo|piens|siente|siento|teme|miedo|as if|como si)/iu

/** "A mí nunca nadie me ha querido" denies once; "denies a clean screen" is no way to speak. */
function counts(around: Surroundings, trigger: Trigger, { ownNegation, opposite, inner }: Wording): boolean {
  if (isKind(trigger, ['pre-possible'])) return !(inner && believes.test(said(around, trigger)))
  return !isKind(trigger, ['pre-negated']) || !(trigger.entry.scope === 'list' ? opposite : ownNegation)
}

export function assertionOf(
  around: Surroundings,
  finding: Stretch,
  wording: Wording = { ownNegation: false, opposite: false, inner: false },
): Decided<Assertion> {
  const ahead = before(around, finding.start, ['pre-negated', 'pre-possible', 'asked']).filter((one) =>
    counts(around, one, wording),
  )
  const decides =
    answeredNo(around, finding) ??
    ahead.find((trigger) => reachesForward(around, trigger, finding)) ??
    behind(around, finding) ??
    listDenied(around, finding)
  const quoted = quotedNo(around, finding)
  if (quoted !== undefined) return quoted
  return decides === undefined ? undefined : { value: valueOf(decides), because: said(around, decides) }
}
