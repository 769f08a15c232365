// The status of one finding, put together: the form it stands in, the heading above it, the words around it, and what its own
// entry says. `because` names the words that decided, so that a person can check.

import type { IndicatorEntry } from '../../../knowledge/index.ts'
import { innerStates, toldWithConditions } from '../nature.ts'
import { type Assertion, assertionOf } from './assertion.ts'
import { contrastAfter } from './contrast.ts'
import { type Experiencer, experiencerOf } from './experiencer.ts'
import { formAnswer } from './form.ts'
import type { Section } from './section.ts'
import type { Stretch, Surroundings } from './surroundings.ts'
import { endedBy, type Temporality, temporalityOf } from './temporality.ts'

export type Status = {
  readonly assertion: Assertion
  readonly temporality: Temporality
  readonly experiencer: Experiencer
  readonly because: string
}

/** What is known of the whole note. `general`: the words that say it is about no child in particular. */
export type NoteContext = {
  readonly section: Section | undefined
  readonly general: string | undefined
  readonly noteYear: number
}

/** `denied`, `open`: words inside the finding, between those of its pattern, that deny it or leave it open. */
export type Found = Stretch & { readonly ownNegation?: boolean; readonly denied?: string; readonly open?: string }

type Part<Value> = { readonly value: Value; readonly because: string } | undefined

const turned: Readonly<Record<Assertion, Assertion>> = {
  affirmed: 'negated',
  negated: 'affirmed',
  possible: 'possible',
}

function assertedIn(around: Surroundings, finding: Found, entry: IndicatorEntry): Part<Assertion | 'blank'> {
  const form = formAnswer(around, finding)
  if (form === undefined && finding.denied !== undefined) return { value: 'negated', because: finding.denied }
  if (form === undefined && finding.open !== undefined) return { value: 'possible', because: finding.open }
  const words = assertionOf(around, finding, {
    ownNegation: finding.ownNegation === true,
    opposite: entry.opposite === true,
    inner: innerStates.has(entry.code),
    told: toldWithConditions.has(entry.code),
  })
  if (form === undefined) return words ?? (isQueried(around, finding) ? { value: 'possible', because: '?' } : undefined)
  if (form.says === 'no') return { value: 'negated', because: form.because }
  if (form.says === 'yes') return words?.value === 'possible' ? words : { value: 'affirmed', because: form.because }
  return { value: form.says === 'blank' ? 'blank' : 'possible', because: form.because }
}

/** "?self-harm": the mark before a word leaves it open. */
const isQueried = ({ text, start }: Surroundings, finding: Stretch): boolean =>
  text[finding.start - 1] === '?' &&
  finding.start - 1 <= start &&
  /^(?:|.*[\s(,;:])$/su.test(text.slice(Math.max(0, finding.start - 3), finding.start - 1))

const historyWord = /(?<!\p{L})(?:hx|history|historial|previ[oa]s?|anterior(?:es)?)$/iu
const historyNext =
  /^\s(?:hx|history|historial|previ[oa]s?|anterior(?:es)?)(?!\p{L})|^\s?:\s*(?:past|historical|previous|pasad[oa]|previ[oa]|antes)(?!\p{L})/iu
const ever = /(?<!\p{L})(?:ever|alguna vez)\s+(?:(?:been|had|ha|se ha)\s+)?$/iu

/** "AWOL hx: Y", "no psychiatric history", "fugas previas: sí"; of a form also "ever run away: no". */
function isOfHistory({ text, start }: Surroundings, finding: Stretch, isForm: boolean): boolean {
  if (historyWord.test(text.slice(finding.start, finding.end))) return true
  if (historyNext.test(text.slice(finding.end, finding.end + 16))) return true
  return isForm && ever.test(text.slice(Math.max(start, finding.start - 20), finding.start))
}

function timed(
  around: Surroundings,
  finding: Stretch,
  entry: IndicatorEntry,
  { section, noteYear }: NoteContext,
  isNegated: boolean,
): Part<Temporality> {
  const words = temporalityOf(around, finding, noteYear, entry.code)
  if (words?.value === 'hypothetical') return words
  if (section?.kind === 'plan') return { value: 'hypothetical', because: section.title }
  const isForm = formAnswer(around, finding) !== undefined
  if ((isNegated || isForm) && isOfHistory(around, finding, isForm))
    return { value: 'historical', because: words?.because ?? 'history' }
  if (entry.lasting === true && !isNegated && endedBy(around, finding, entry.code) === undefined) return undefined
  return words ?? (section?.kind === 'history' ? { value: 'historical', because: section.title } : undefined)
}

function about(
  around: Surroundings,
  finding: Stretch,
  entry: IndicatorEntry,
  { section }: NoteContext,
): Part<Experiencer> {
  return section?.kind === 'family'
    ? { value: 'other', because: section.title }
    : experiencerOf(around, finding, entry.code)
}

/** A relative's exploitation is told of the past unless the words say that it goes on. */
function usualTime({ text }: Surroundings, { start, end }: Stretch, { code }: IndicatorEntry): Temporality {
  if (code !== 'family-member-exploited') return 'current'
  return /\b(?:is being|is still|currently|está siendo|esta siendo|sigue)\b/iu.test(text.slice(start, end))
    ? 'current'
    : 'historical'
}

function joined(reasons: readonly (string | undefined)[]): string {
  let all = ''
  for (const reason of reasons) if (reason !== undefined) all = all === '' ? reason : `${all} · ${reason}`
  return all === '' ? 'default' : all
}

export function statusOf(around: Surroundings, finding: Found, entry: IndicatorEntry, note: NoteContext): Status {
  const asserted = assertedIn(around, finding, entry)
  const time = timed(around, finding, entry, note, asserted?.value === 'negated')
  const who = about(around, finding, entry, note)
  const blank = asserted?.value === 'blank'
  const temporality =
    note.general !== undefined || blank
      ? 'hypothetical'
      : (entry.temporality ?? time?.value ?? usualTime(around, finding, entry))
  const isContrasted = who?.value === 'other' && contrastAfter(around.text, finding.end, around.end) !== undefined
  const base = asserted === undefined || asserted.value === 'blank' || isContrasted ? 'affirmed' : asserted.value
  // A condition already says that it is not so yet: "if she may be ..." is no more than "if".
  const certain = temporality === 'hypothetical' && base === 'possible' ? 'affirmed' : base
  return {
    assertion: entry.assertion ?? (entry.opposite === true ? turned[certain] : certain),
    temporality,
    experiencer: note.general !== undefined ? 'other' : (entry.experiencer ?? who?.value ?? 'child'),
    because: joined([note.general, asserted?.because, time?.because, who?.because]),
  }
}
