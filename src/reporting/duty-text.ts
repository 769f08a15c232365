// The legal duty to report, in words. It always begins "Report now": a blank deadline must never read as "no deadline"
// (docs/decisions, directory rules). Hours appear for professionals only, as an outer limit, marked until a lawyer has read them.

import type { Say, Language } from '../knowledge/index.ts'
import type { Directory } from './directory.ts'
import type { Confidence } from './directory-files.ts'
import type { HomeQuestion } from './question.ts'
import { namedSource } from './named-source.ts'

export type OuterLimit = {
  readonly first: string
  readonly first_hours: number | null
  readonly written: string | null
  readonly written_hours: number | null
  /** "Not reviewed by counsel", or the date of the review. */
  readonly review: string
}

export type DutyText = {
  /** "Report now." and whether the person may be bound. */
  readonly text: string
  readonly who: string
  readonly statute: string
  readonly source: { readonly address: string; readonly date: string | null }
  readonly confidence: Confidence
  readonly reviewed_by_counsel_on: string | null
  /** For professionals only; null on public pages. */
  readonly outer_limit: OuterLimit | null
}

export function dutyText(
  question: Pick<HomeQuestion, 'jurisdiction' | 'audience'>,
  directory: Directory,
  { language, say }: { language: Language; say: Say },
): DutyText {
  const duty = directory.duties[question.jurisdiction]
  const everyone = duty.who_model === 'universal' || directory.rules.treat_as_everyone.includes(question.jurisdiction)
  return {
    text: say(everyone ? 'duty.everyone' : 'duty.may-be-required'),
    who: duty.plain.who[language],
    statute: duty.statute,
    source: namedSource(duty),
    confidence: duty.confidence,
    reviewed_by_counsel_on: duty.reviewed_by_counsel_on,
    outer_limit: question.audience === 'professional' ? outerLimit(duty, language, say) : null,
  }
}

function outerLimit(duty: Directory['duties'][HomeQuestion['jurisdiction']], language: Language, say: Say): OuterLimit {
  return {
    first: duty.plain.first[language],
    first_hours: duty.oral_deadline_hours,
    written: duty.plain.written?.[language] ?? null,
    written_hours: duty.written_deadline_hours,
    review:
      duty.reviewed_by_counsel_on === null
        ? say('duty.not-reviewed')
        : say('duty.reviewed', { date: duty.reviewed_by_counsel_on }),
  }
}
