// What is not so yet: "if she runs again", "staff to watch for", "de evadirse". What somebody tells of a condition ("if a man comes near
// she flinches") is no condition.

import type { IndicatorCode } from '../../../knowledge/index.ts'
import { toldWithConditions } from '../nature.ts'
import { kindsOf } from './kinds.ts'
import { commasBetween, reachesForward } from './reach.ts'
import type { Span } from './spans.ts'
import { after, before, hasBetween, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'

const hypothetical = kindsOf('pre-hypothetical')
const stop = kindsOf('stop')

const said = ({ text }: Surroundings, { start, end }: Span): string => text.slice(start, end)

/** A bare condition or intention, as against "staff to watch for", "what to do if", "signs such as". */
const plainCondition =
  /^(?:if|si|when|cuando|unless|should|whenever|a menos|en caso|la pr[oó]xima|next time|look|looking|watch|wants?|plans?|planning|threat|amenaz|quiere|piensa|planea|pretende|will|would|por si|y si|aun si)/iu

/** What is to be done then: "if he comes, call". */
const order =
  /\b(?:llam|av[ií]s|report|notif|call|tell|alert|911|polic|split|ask|contact|do not|don['’]t|no abran|busquen|document|write)/iu

const longestOrder = 160

/** What was asked for before: "reminded her to call us if". */
const ordered =
  /\b(?:(?:to|please|will|should|must|staff|then|and|knows) (?:call|notify|report|phone|tell|alert|document|ring|let)|call (?:us|me|911|police|cps|the)|llamar|llame|avisar|av[ií]s[ae]|notificar|reportar|reporte)/iu

/** "If a man comes near she flinches" tells how she is; "if he comes to threaten her, I call 911" tells what will be done. */
const isTold = ({ text, start, end }: Surroundings, finding: Stretch, code?: IndicatorCode): boolean =>
  code !== undefined &&
  toldWithConditions.has(code) &&
  !order.test(text.slice(finding.end, end)) &&
  !ordered.test(text.slice(Math.max(start, finding.start - longestOrder), finding.start))

/** "If she runs again, call" and "call if she runs again"; a condition in mid-sentence looks forward only. */
function condition(around: Surroundings, finding: Stretch, code?: IndicatorCode): Trigger | undefined {
  const told = isTold(around, finding, code)
  return before(around, finding.start, hypothetical).find(
    (trigger) =>
      startsClause(around, trigger) &&
      !(told && plainCondition.test(said(around, trigger))) &&
      !hasBetween(around, trigger.end, finding.start, stop) &&
      (reachesForward(around, trigger, finding) ||
        (trigger.entry.scope === 'list' && opensList(around, trigger)) ||
        isFirst(around, trigger) ||
        (trigger.entry.scope === undefined && commasBetween(around, trigger.end, finding.start).length < 3)),
  )
}

const would = /(?:^|\s)(?:would|['’]d|will|se ir[ií]a|se fugar[ií]a|se escapar[ií]a)\s*/iu

/** "He would run away if they send him back"; a threat or a lure is told so. */
function conditionBehind(around: Surroundings, finding: Stretch, code?: IndicatorCode): Trigger | undefined {
  if (code !== undefined && toldWithConditions.has(code)) return undefined
  const behind = after(around, finding.end, hypothetical)[0]
  if (behind === undefined || behind.first - finding.last > 3 || !plainCondition.test(said(around, behind)))
    return undefined
  return would.test(around.text.slice(Math.max(around.start, finding.start - 8), finding.end)) ? behind : undefined
}

const infinitive = /(?:^|[.;:,]\s*)(de (?:volver a )?)$/iu

/** "De evadirse, llamar al 911." */
function infinitiveCondition({ text, start }: Surroundings, finding: Stretch): Span | undefined {
  if (!/^\p{L}+[aeií]r(?:se|la|lo)?(?!\p{L})/iu.test(text.slice(finding.start, finding.end))) return undefined
  const found = infinitive.exec(text.slice(Math.max(start, finding.start - 16), finding.start).trimStart())?.[1]
  return found === undefined ? undefined : { start: finding.start - found.length, end: finding.start - 1 }
}

/** "Reviewed warning signs with parents: new phones, older boyfriends". */
const opensList = ({ text, end }: Surroundings, trigger: Trigger): boolean =>
  /^[^,.;:]{0,40}:/u.test(text.slice(trigger.end, Math.min(end, trigger.end + 42)))

const isFirst = (around: Surroundings, trigger: Trigger): boolean =>
  around.text.slice(around.start, trigger.start).trim() === ''

/** An unaccented Spanish "si" may be "yes": it is "if" only where a clause begins. */
export function startsClause({ text, start }: Surroundings, trigger: Trigger): boolean {
  if (trigger.entry.start !== true) return true
  if (/í/iu.test(text.slice(trigger.start, trigger.end))) return false
  return /(?:^|[,:(;.–—-])\s*(?:(?:y|o|pero|and|but|que)\s+)?$/iu.test(
    text.slice(Math.max(start, trigger.start - 8), trigger.start),
  )
}

/** The words that make a finding hypothetical, if any do. */
export const conditionOf = (around: Surroundings, finding: Stretch, code?: IndicatorCode): Span | undefined =>
  condition(around, finding, code) ?? infinitiveCondition(around, finding) ?? conditionBehind(around, finding, code)
