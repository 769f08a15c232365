// A result as a file for other systems: the FHIR R4 response (what was asked) and the observation (total and band), in one
// Bundle, both labelled as sensitive. No probability, for no instrument gives one; and no child is named.

import type { Instrument } from '../../knowledge/index.ts'
import { toObservation, type Score } from '../../screening/index.ts'
import type { Recorded } from './record-answers.ts'
import type { Scored } from './screening-score.ts'
import { sensitive } from './screening-score.ts'

/** What goes along in words: the band, and what a result does not say. */
type Said = { readonly note: string; readonly band: string | null }

export function bundleOfScored(
  { short, version }: Instrument,
  { score, response }: Scored,
  { note, band }: Said,
): object {
  return bundle(response, toObservation({ ...score, band }, response, { text: `${short}, ${version.en}: total` }), note)
}

/** The total and band are the center's own: here nothing was added up. */
export function bundleOfRecord(instrument: Instrument, recorded: Recorded, note: string): object {
  const { version, total, band } = recorded
  const response = recordResponse(instrument, recorded)
  const score: Score = { total, band: null, items: [], subscores: {}, missing: [], problems: [] }
  const observation = {
    ...toObservation(score, response, { text: `${instrument.short}, ${version}: total as recorded` }),
    status: 'final',
    ...(band === '' ? {} : { interpretation: [{ text: band }] }),
  }
  return bundle(response, observation, note)
}

function recordResponse({ id, name }: Instrument, { date, by, version, total, band }: Recorded): object {
  const answers = [
    ['instrument', name, { valueString: name }],
    ['version', version, { valueString: version }],
    ['total', total, { valueDecimal: total }],
    ['band', band, { valueString: band }],
  ] as const
  return {
    resourceType: 'QuestionnaireResponse',
    id: 'response',
    meta: { security: [sensitive] },
    questionnaire: 'urn:footbridge:questionnaire:record-only',
    identifier: { system: 'urn:footbridge:instrument', value: id },
    status: 'completed',
    authored: date,
    author: { display: by },
    item: answers
      .filter(([, given]) => given !== null && given !== '')
      .map(([linkId, , value]) => ({ linkId, answer: [value] })),
  }
}

const bundle = (response: object, observation: object, note: string): object => ({
  resourceType: 'Bundle',
  meta: { security: [sensitive] },
  type: 'collection',
  entry: [{ resource: response }, { resource: { ...observation, note: [{ text: note }] } }],
})
