// Scores the answers by the instrument's own rule, or says why it may not be used for this child: age, place, language and
// who asks have to be those it was tested with. Otherwise there is no total and no band.

import {
  formTextIn,
  type Instrument,
  type InstrumentForm,
  type InstrumentItem,
  type Language,
  type LoadedInstrument,
} from '../../knowledge/index.ts'
import { score, type FormProblem, type Score, type ScoringDefinition } from '../../screening/index.ts'
import type { Screening } from './screen-answers.ts'

export type Unsuited = 'age' | 'setting' | 'language' | 'screener'

export type Scored = {
  /** Empty: it was tested for such a child. */
  readonly unsuited: readonly Unsuited[]
  readonly score: Score
  readonly response: object
  /** Whatever else is wrong with the form or the answers. */
  readonly problems: readonly FormProblem[]
}

/** The form that is asked: the center's own with wording, else ours with concepts; null for what is only recorded. */
export const askedForm = ({ form, wording }: LoadedInstrument): InstrumentForm | null => wording ?? form

/** A question with its number, as it is asked: in the center's wording, else by our concept. */
export function questionIn(loaded: LoadedInstrument, { linkId, concept }: InstrumentItem, language: Language): string {
  const asked = askedForm(loaded)?.item.find((one) => one.linkId === linkId)
  return `${linkId.slice(1)}. ${asked === undefined ? concept[language] : formTextIn(asked, language)}`
}

export function scoreScreening(instrument: Instrument, form: InstrumentForm, screening: Screening): Scored {
  const { age, setting } = screening
  const response = responseOf(form, screening)
  const found = score(form, response, {
    definition: definitionOf(instrument),
    subject: { ageYears: age, setting },
  })
  const has = (code: FormProblem['code']): boolean => found.problems.some((problem) => problem.code === code)
  const unsuited: readonly Unsuited[] = [
    ...(has('age-out-of-range') ? ['age' as const] : []),
    ...(has('setting-out-of-range') ? ['setting' as const] : []),
    ...(isTestedIn(instrument, screening) ? [] : ['language' as const]),
    ...(instrument.who_may.screeners.includes(screening.screener) ? [] : ['screener' as const]),
  ]
  return { unsuited, score: found, response, problems: found.problems.filter(({ code }) => !isSaidElsewhere(code)) }
}

const isSaidElsewhere = (code: FormProblem['code']): boolean =>
  ['age-out-of-range', 'setting-out-of-range', 'missing-answer', 'reached-so-far', 'questionnaire-unnamed'].includes(
    code,
  )

/** Where nothing was read about languages, nothing can be refused; the page says so. */
const isTestedIn = ({ languages }: Instrument, { givenIn, setting }: Screening): boolean =>
  languages === null || (givenIn !== 'other' && (languages[givenIn] ?? []).includes(setting))

/** The instrument's rule in the terms of the scoring engine. */
export function definitionOf({ items, scoring, ages, settings }: Instrument): ScoringDefinition {
  if (scoring === null) throw new Error('A record-only instrument has no rule.')
  const { rule, cutOffs, missing, reachedSoFar } = scoring
  return {
    rule,
    items: items.map(({ linkId }) => ({ linkId })),
    cutOffs,
    missing,
    reachedSoFar,
    validFor: {
      ageYears: { from: ages.from ?? 0, to: ages.to ?? 120 },
      settings: settings.map(({ setting }) => setting),
    },
  }
}

/** As it was worded: the text of each question stands in it, with the mark where it is our concept. What was not answered is left out. */
function responseOf({ id, url, version, item }: InstrumentForm, { date, by, said }: Screening): object {
  return {
    resourceType: 'QuestionnaireResponse',
    id: 'response',
    meta: { security: [sensitive] },
    ...(url === undefined ? {} : { questionnaire: `${url}|${version}` }),
    identifier: { system: 'urn:footbridge:instrument', value: id },
    status: 'completed',
    authored: date,
    author: { display: by },
    item: item.flatMap(({ linkId, text, _text: mark, answerOption }) => {
      const answer = said.get(linkId)
      const code = answer === 'yes' ? 'Y' : 'N'
      const option = answerOption.find(({ valueCoding }) => valueCoding.code === code)
      return answer === undefined || option === undefined
        ? []
        : [
            {
              linkId,
              text,
              ...(mark === undefined ? {} : { _text: mark }),
              answer: [{ valueCoding: option.valueCoding }],
            },
          ]
    }),
  }
}

/** HL7's label for what could endanger somebody: sexual assault, abuse or domestic violence. */
export const sensitive = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'SDV' }
