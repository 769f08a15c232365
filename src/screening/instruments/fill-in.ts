// A form filled in: which questions were to be asked, what was answered to them, and what only stands there although it was
// not to be asked.

import { everyAsked, layOver, type Asked } from './asked.ts'
import { enabledIn } from './enabled.ts'
import { placesOf, type Form } from './form.ts'
import type { Note } from './form-problem.ts'
import { isKnownType } from './judge-answer.ts'
import { readAnswers, type Reading } from './reading.ts'
import type { Answer, Response } from './response.ts'
import { collectTerminology, type Terminology } from './terminology.ts'

export type FilledIn = {
  readonly readings: readonly Reading[]
  readonly terms: Terminology
  /** Answers to questions that were not to be asked. */
  readonly ignored: ReadonlySet<Answer>
}

export function fillIn(form: Form, response: Response, resources: readonly unknown[], note: Note): FilledIn {
  noteFormFaults(form, note)
  const terms = collectTerminology([...(form.contained ?? []), ...(response.contained ?? []), ...resources], note)
  const roots = layOver(form.item, response.item, note)
  const isEnabled = enabledIn(roots, note)
  const off = everyAsked(roots).filter((asked) => !isEnabled(asked))
  for (const { item, answers } of off) if (answers.length > 0) note('answer-on-disabled-item', item.linkId)
  return {
    readings: readAnswers(roots, isEnabled, terms),
    terms,
    ignored: new Set(off.flatMap(({ answers }) => answers)),
  }
}

function noteFormFaults(form: Form, note: Note): void {
  const seen = new Set<string>()
  for (const { item } of placesOf(form.item)) {
    if (seen.has(item.linkId)) note('linkid-twice', item.linkId)
    if (!isKnownType(item.type)) note('item-type-unknown', item.linkId)
    seen.add(item.linkId)
  }
}

const expressionUrl = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression'

/** We read enableWhen only: a scored question that hangs on an expression may or may not count. */
export function noteEnableExpressions(readings: readonly Reading[], note: Note): void {
  for (const { asked } of readings) {
    for (let one: Asked | null = asked; one !== null; one = one.parent)
      if (one.item.extension?.some(({ url }) => url === expressionUrl) === true)
        note('enable-expression', asked.item.linkId)
  }
}
