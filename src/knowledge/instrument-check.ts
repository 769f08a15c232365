// The rules that every instrument keeps: what it is (scored or record-only) fits what it has, every figure has a source, and
// nothing from memory carries a rule, a cut-off or the numbers for 100 children.

import { instrumentIds, type Instrument } from './instrument.ts'
import { isConceptOnly, formTextIn, type InstrumentForm } from './instrument-form.ts'
import { languages, type Language } from './language.ts'
import type { Instruments, LoadedInstrument } from './load-instruments.ts'
import { readingFaults, wordFaults } from './text-check.ts'

/** Each fault in a sentence that names the instrument; empty: they may be shown. */
export const findInstrumentFaults = (instruments: Instruments): readonly string[] =>
  instrumentIds.flatMap((id) => {
    const { instrument, form } = instruments[id]
    return [
      ...(instrument.id === id ? [] : [`stands in the file of ${id}`]),
      ...useFaults(instruments[id]),
      ...sourceFaults(instrument),
      ...backingFaults(instrument),
      ...(form === null ? [] : formFaults(instrument, form)),
      ...languages.flatMap((language) => textFaults(instrument, language)),
    ].map((fault) => `${instrument.id} ${fault}`)
  })

function useFaults({ instrument, form }: LoadedInstrument): readonly string[] {
  const { use, items, scoring, items_confidence: itemsConfidence } = instrument
  const parts = [items.length > 0, scoring !== null, form !== null, itemsConfidence !== null]
  if (use === 'record-only') return parts.includes(true) ? ['is record-only, so it has no items, rule or form'] : []
  return parts.includes(false) ? ['is scored, so it needs items with their confidence, a rule and a form'] : []
}

function sourceFaults({ sources, ...rest }: Instrument): readonly string[] {
  const { ages, settings, scoring, accuracy, findings } = rest
  const backed = [ages, ...settings, ...(scoring === null ? [] : [scoring]), ...findings]
  const named = [...backed, ...accuracy].flatMap(({ source }) => (source === null ? [] : [source]))
  return [
    ...named.filter((source) => !Object.hasOwn(sources, source)).map((source) => `names a source it lacks: ${source}`),
    ...Object.keys(sources)
      .filter((source) => !named.includes(source))
      .map((source) => `has a source that backs nothing: ${source}`),
    ...(backed.some(({ confidence, source }) => source === null && confidence !== 'recalled')
      ? ['has a fact without a source that is not marked recalled']
      : []),
  ]
}

function backingFaults({ scoring, accuracy, use }: Instrument): readonly string[] {
  const used = accuracy.filter((row) => row.per_hundred === true)
  const recalled = used.some(({ sensitivity, specificity }) =>
    [sensitivity, specificity].some(({ confidence }) => confidence === 'recalled'),
  )
  return [
    ...(scoring?.confidence === 'recalled' ? ['has a rule from memory: make it record-only'] : []),
    ...(use === 'scored' && used.length !== 1 ? ['needs one row for the numbers for 100 children'] : []),
    ...(recalled ? ['has numbers for 100 children from memory'] : []),
  ]
}

/** Our own form holds our concepts, in step with the list, and no wording. */
function formFaults({ items, version }: Instrument, form: InstrumentForm): readonly string[] {
  const listed = items.map(({ linkId, concept }) => [linkId, concept.en, concept.es])
  const asked = form.item.map((item) => [item.linkId, item.text, formTextIn(item, 'es')])
  return [
    ...(form.version === version.en ? [] : ['has another version in its form']),
    ...(JSON.stringify(listed) === JSON.stringify(asked) ? [] : ['has other concepts in its form than in its list']),
    ...form.item.filter((item) => !isConceptOnly(item)).map(({ linkId }) => `has ${linkId} not marked as a concept`),
  ]
}

function textFaults(instrument: Instrument, language: Language): readonly string[] {
  const { purpose, items, findings, limits, licence, who_may: who, accuracy } = instrument
  const told = [purpose, who.text, licence.text, ...findings.map(({ text }) => text), ...limits]
  const short = [...items.map(({ concept }) => concept), ...accuracy.map(({ sample }) => sample)]
  const sentences = told.map((text) => text[language]).join(' ')
  return [
    ...wordFaults([sentences, ...short.map((text) => text[language])].join('\n'), language),
    ...readingFaults(sentences, 'professional', language),
  ].map((fault) => `in ${language} ${fault}`)
}
