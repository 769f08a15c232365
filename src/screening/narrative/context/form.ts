// Forms: "Gang involvement: No", "Tattoo: ____", "☐ Runaway", "Runaway ☐ Yes ☒ No". What was not filled in is print, not a finding
// about this child.

import { after, type Stretch, type Surroundings, type Trigger } from './surroundings.ts'
import type { Box } from './boxes.ts'

export type FormAnswer = { readonly says: 'yes' | 'no' | 'unknown' | 'blank'; readonly because: string }

const values = ['yes', 'no', 'unknown'] as const
const blank = /^[\s_.…\-–—]*(?:$|[|;\n]|[^\s_][^:\n]{0,30}:)/u
const beforeValue = /^[\s(*"'+-]{0,4}$/u

const saysOf = (trigger: Trigger): 'yes' | 'no' | 'unknown' =>
  trigger.entry.trigger === 'yes' ? 'yes' : trigger.entry.trigger === 'no' ? 'no' : 'unknown'

function valueAt(around: Surroundings, at: number): FormAnswer | undefined {
  const found = after(around, at, values)[0]
  if (found === undefined || !beforeValue.test(around.text.slice(at, found.start))) return undefined
  return { says: saysOf(found), because: around.text.slice(found.start, found.end) }
}

const mostLabelWords = 3

/** The colon that makes a finding the label of a form line, if one does. */
function colonAfter({ text, end }: Surroundings, finding: Stretch): number | undefined {
  const part = text.slice(finding.end, Math.min(end, finding.end + 40))
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
  const dash = /^\s+[-–—]\s+/u.exec(text.slice(end, end + 6))
  return dash === null ? undefined : end + dash[0].length
}

function labelled(around: Surroundings, finding: Stretch): FormAnswer | undefined {
  const from = colonAfter(around, finding) ?? dashAfter(around, finding)
  if (from === undefined) return undefined
  const value = valueAt(around, from)
  if (value !== undefined) return value
  const rest = around.text.slice(from, around.end)
  if (/^\s*\+/.test(rest)) return { says: 'yes', because: '+' }
  return /_{2,}/.test(rest.slice(0, 8)) || (blank.test(rest) && !rest.includes('\n') && rest.trim() === '')
    ? { says: 'blank', because: '____' }
    : undefined
}

/** "Runaway - no", "drug use (-)", "SI/HI -": signs right behind the words. */
function signed({ text }: Surroundings, { end }: Stretch): FormAnswer | undefined {
  const sign = /^\s?(?:\(\s?([-+−])\s?\)|\s([+])(?=\s|$|[,.;]))/u.exec(text.slice(end, end + 8))
  if (sign === null) return undefined
  return { says: (sign[1] ?? sign[2]) === '+' ? 'yes' : 'no', because: sign[0].trim() }
}

function yesNoBox(around: Surroundings, finding: Stretch): FormAnswer | undefined {
  const behind = around.boxes.filter(({ start }) => start >= finding.end)
  const answers = behind.flatMap((box) => {
    const value = valueAt(around, box.end)
    return value === undefined ? [] : [{ box, value }]
  })
  const first = answers[0]
  if (first === undefined || first.box !== behind[0] || first.box.start - finding.end > 40) return undefined
  const chosen = answers.slice(0, 3).find(({ box }) => box.filled)
  return chosen?.value ?? { says: 'blank', because: around.text.slice(first.box.start, first.box.end) }
}

const answerOf = ({ text }: Surroundings, box: Box): FormAnswer => ({
  says: box.filled ? 'yes' : 'blank',
  because: text.slice(box.start, box.end),
})

function boxed(around: Surroundings, finding: Stretch): FormAnswer | undefined {
  const first = around.boxes[0]
  if (first === undefined) return undefined
  const leads =
    around.text.slice(around.start, first.start).replace(/[^\p{L}]/gu, '').length === 0 || first.end <= finding.start
  const own = leads
    ? around.boxes.findLast(({ end }) => end <= finding.start)
    : around.boxes.find(({ start }) => start >= finding.end && start - finding.end < 30)
  return own === undefined ? undefined : answerOf(around, own)
}

const answer =
  /^[\s:]{0,3}(?:(yes|y|sí|si)|(no|none|n|never|nunca|negative|neg|denies|denied|niega)|(unk|unknown|unsure|not sure|declined|refused|no contestó|no sabe|se desconoce)|(_{2,}))(?![\p{L}\p{N}])/iu

/** "Feels safe at home? N": the sentence ends with the question, the answer stands behind it. */
function questioned({ text, end }: Surroundings, finding: Stretch): FormAnswer | undefined {
  if (text[end - 1] !== '?' || end - finding.end > 40) return undefined
  const found = answer.exec(text.slice(end, end + 20))
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
  return (
    yesNoBox(around, finding) ??
    boxed(around, finding) ??
    labelled(around, finding) ??
    signed(around, finding) ??
    questioned(around, finding)
  )
}
