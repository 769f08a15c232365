// The status of one finding, put together: the form it stands in, the heading above it, the words around it, and what its own
// entry says. `because` names the words that decided, so that a person can check.

import type { IndicatorEntry } from '../../../knowledge/index.ts'
import { type Assertion, assertionOf } from './assertion.ts'
import { type Experiencer, experiencerOf } from './experiencer.ts'
import { formAnswer } from './form.ts'
import type { Section } from './section.ts'
import type { Stretch, Surroundings } from './surroundings.ts'
import { type Temporality, temporalityOf } from './temporality.ts'

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

type Part<Value> = { readonly value: Value; readonly because: string } | undefined

const turned: Readonly<Record<Assertion, Assertion>> = {
  affirmed: 'negated',
  negated: 'affirmed',
  possible: 'possible',
}

function assertedIn(around: Surroundings, finding: Stretch): Part<Assertion | 'blank'> {
  const form = formAnswer(around, finding)
  const words = assertionOf(around, finding)
  if (form === undefined) return words
  if (form.says === 'no') return { value: 'negated', because: form.because }
  if (form.says === 'yes') return words?.value === 'possible' ? words : { value: 'affirmed', because: form.because }
  return { value: form.says === 'blank' ? 'blank' : 'possible', because: form.because }
}

function timed(
  around: Surroundings,
  finding: Stretch,
  entry: IndicatorEntry,
  { section, noteYear }: NoteContext,
): Part<Temporality> {
  const words = temporalityOf(around, finding, noteYear)
  if (words?.value === 'hypothetical') return words
  if (section?.kind === 'plan') return { value: 'hypothetical', because: section.title }
  if (entry.lasting === true) return undefined
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

function joined(reasons: readonly (string | undefined)[]): string {
  let all = ''
  for (const reason of reasons) if (reason !== undefined) all = all === '' ? reason : `${all} · ${reason}`
  return all === '' ? 'default' : all
}

export function statusOf(around: Surroundings, finding: Stretch, entry: IndicatorEntry, note: NoteContext): Status {
  const asserted = assertedIn(around, finding)
  const time = timed(around, finding, entry, note)
  const who = about(around, finding, entry, note)
  const blank = asserted?.value === 'blank'
  const temporality =
    note.general !== undefined || blank ? 'hypothetical' : (entry.temporality ?? time?.value ?? 'current')
  const base = asserted === undefined || asserted.value === 'blank' ? 'affirmed' : asserted.value
  // A condition already says that it is not so yet: "if she may be ..." is no more than "if".
  const certain = temporality === 'hypothetical' && base === 'possible' ? 'affirmed' : base
  return {
    assertion: entry.assertion ?? (entry.opposite === true ? turned[certain] : certain),
    temporality,
    experiencer: note.general !== undefined ? 'other' : (entry.experiencer ?? who?.value ?? 'child'),
    because: joined([note.general, asserted?.because, time?.because, who?.because]),
  }
}
