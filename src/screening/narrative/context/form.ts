// Forms: "Gang involvement: No", "Tattoo: ____", "☐ Runaway", "Runaway ☐ Yes ☒ No". What was not filled in is print, not a finding
// about this child.

import { kindsOf } from './kinds.ts'
import { after, perSentence, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'
import type { Box } from './boxes.ts'

export type FormAnswer = { readonly says: 'yes' | 'no' | 'unknown' | 'blank'; readonly because: string }

const values = kindsOf('yes', 'no', 'unknown')
const beforeValue = /^[\s(*"'+-]{0,4}$/u

const saysOf = ({ entry: { trigger } }: Trigger): 'yes' | 'no' | 'unknown' =>
  trigger === 'yes' || trigger === 'no' ? trigger : 'unknown'

function valueAt(around: Surroundings, at: number): FormAnswer | undefined {
  const found = after(around, at, values)[0]
  if (found === undefined || !beforeValue.test(around.text.slice(at, found.start))) return undefined
  return { says: saysOf(found), because: around.text.slice(found.start, found.end) }
}

const mostLabelWords = 3

/** The colon that makes a finding the label of a form line, if one does. */
function colonAfter({ text, end }: Surroundings, finding: Stretch): number | undefined {
  // "(Y/N)" prints what may be answered; blanks keep the place.
  const part = text.slice(finding.end, Math.min(end, finding.end + 40)).replace(/\((?:y|s)\/n\)/iu, '     ')
  const colon = part.indexOf(':')
  if (colon < 0 || /[,;()"]/.test(part.slice(0, colon))) return undefined
  return part
    .slice(0, colon)
    .trim()
    .split(/[\s/]+/)
    .filter(Boolean).length <= mostLabelWords
    ? finding.end + colon + 1
    : undefined
}

/** "Allergies - none". */
function dashAfter({ text }: Surroundings, { end }: Stretch): number | undefined {
  const dash = /^[^\S\n]+[-–—]\s+/u.exec(text.slice(end, end + 6))
  return dash === null ? undefined : end + dash[0].length
}

function labelled(around: Surroundings, finding: Stretch): FormAnswer | undefined {
  const from = colonAfter(around, finding) ?? dashAfter(around, finding)
  if (from === undefined) return undefined
  const value = valueAt(around, from)
  if (value !== undefined) return value
  const rest = around.text.slice(from, around.end)
  if (/^[^\S\n]*[¿(]?\?/u.test(rest)) return { says: 'unknown', because: '?' }
  if (/^\s*\+/.test(rest)) return { says: 'yes', because: '+' }
  return /_{2,}/.test(rest.slice(0, 8)) || /^[^\S\n]*$/u.test(rest) ? { says: 'blank', because: '____' } : undefined
}

/** "Runaway - no", "drug use (-)", "SI/HI -": signs right behind the words. */
function signed({ text }: Surroundings, { end }: Stretch): FormAnswer | undefined {
  const sign = /^\s?(?:\(\s?([-+−])\s?\)|\s([+])(?=\s|$|[,.;]))/u.exec(text.slice(end, end + 8))
  if (sign === null) return undefined
  return { says: (sign[1] ?? sign[2]) === '+' ? 'yes' : 'no', because: sign[0].trim() }
}

function yesNoBox(around: Surroundings, finding: Stretch): FormAnswer | undefined {
  const boxes = around.boxes
  let at = boxes.findIndex(({ start }) => start >= finding.end)
  const first = boxes[at]
  if (first === undefined || first.start - finding.end > 40 || valueAt(around, first.end) === undefined)
    return undefined
  for (let answers = 0; at < boxes.length && answers < 3; at++) {
    const box = boxes[at]
    const value = box === undefined ? undefined : valueAt(around, box.end)
    if (value === undefined) continue
    if (box?.filled === true) return value
    answers++
  }
  return { says: 'blank', because: around.text.slice(first.start, first.end) }
}

const answerOf = ({ text }: Surroundings, box: Box): FormAnswer => ({
  says: box.filled ? 'yes' : 'blank',
  because: text.slice(box.start, box.end),
})

/** Whether boxes stand before their words: "☐ Gang ☐ AWOL", "Risks: [ ] gang"; in "Gang [X]  AWOL [ ]" they stand behind. */
const leadsLine = perSentence(({ text, start, end, boxes }) => {
  const ahead = text.slice(start, boxes[0]?.start ?? start)
  const behind = text.slice(boxes.at(-1)?.end ?? end, end)
  return { box: !/\p{L}/u.test(ahead) || /\p{L}/u.test(behind) || /:\s*$/u.test(ahead) }
})

function boxed(around: Surroundings, finding: Stretch): FormAnswer | undefined {
  if (around.boxes.length === 0) return undefined
  const leads = leadsLine(around).box
  const own = leads
    ? around.boxes.findLast(({ end }) => end <= finding.start)
    : around.boxes.find(({ start }) => start >= finding.end && start - finding.end < 30)
  return own === undefined ? undefined : answerOf(around, own)
}

const answer =
  /^[\s:–—-]{0,4}(?:[ar][.:]\s*)?(?:(?:she|he|they|ella|[eé]l)\s+)?(?:(?:says?|said|answers|dice|dijo|contest[aó]|responde|respondi[oó])\s+(?:que\s+)?)?["'“‘«]?(?:(yes|yeah|yep|y|sí|si)|(nope|nah|not me|not anymore|not really|i(?:['’]m| am) not|i (?:do not|don['’]t|haven['’]t)|(?:she|he) (?:isn['’]t|is not|does not|doesn['’]t|hasn['’]t)|no way|yo no|no|none|n|never|nobody|no one|nunca|jamás|nadie|para nada|negative|neg|denies|denied|niega)|(unk|unknown|unsure|not sure|declined|refused|silence|shrug|long shrug|no answer|no response|no contestó|no quiso|no respondió|no sabe|se desconoce)|(_{2,}))(?![\p{L}\p{N}])(?! (?:answer|response|contest|quiso|respond|sabe|s[eé]\b|idea|clue|knows))/iu

/** "[ ] Yes [X] No". */
const filledAnswer =
  /^[^\n\p{L}]{0,6}(?:(?:yes|no|s[ií]|[yn])[^\n\p{L}]{1,8})?(?:[☒☑✓✔■⊠✅]|\[\s?[xX✓✔]\s?\]|\([xX✓✔]\))\s*(yes|no|s[ií]|[yn])(?!\p{L})/iu

/** "Feels safe at home? N": the sentence ends with the question, the answer stands behind it. */
function questioned({ text, end }: Surroundings, finding: Stretch): FormAnswer | undefined {
  if (text[end - 1] !== '?' || end - finding.end > 40) return undefined
  const behind = text.slice(end, end + 40)
  const ticked = filledAnswer.exec(behind)
  if (ticked !== null) return { says: /^[ys]/iu.test(ticked[1] ?? '') ? 'yes' : 'no', because: ticked[0].trim() }
  const found = answer.exec(behind)
  if (found === null) return undefined
  const [, yes, no, open, blanks] = found
  const because = (yes ?? no ?? open ?? blanks ?? '').trim()
  return {
    says: yes !== undefined ? 'yes' : no !== undefined ? 'no' : open !== undefined ? 'unknown' : 'blank',
    because,
  }
}

/** What a form says of a finding that is one of its labels; undefined in running text. */
export function formAnswer(around: Surroundings, finding: Stretch): FormAnswer | undefined {
  const box = around.boxes.length === 0 ? undefined : (yesNoBox(around, finding) ?? boxed(around, finding))
  return box ?? labelled(around, finding) ?? signed(around, finding) ?? questioned(around, finding)
}
