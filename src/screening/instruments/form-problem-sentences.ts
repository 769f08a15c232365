// The sentences of the problems of scoring, with the severity each has when nothing else is said. A data table.

import type { Severity } from './form-problem.ts'

type Entry = { readonly severity: Severity; readonly says: string }

const error = (says: string): Entry => ({ severity: 'error', says })
const warning = (says: string): Entry => ({ severity: 'warning', says })

const entries = {
  // The resources
  'questionnaire-unreadable': error(
    'This is not a FHIR R4 Questionnaire that can be read: {detail}. Correct the form.',
  ),
  'response-unreadable': error(
    'This is not a FHIR R4 QuestionnaireResponse that can be read: {detail}. Correct the response.',
  ),
  'resource-unreadable': warning(
    'A value set or code system could not be read and was left out: {detail}. Correct it if the score needs it.',
  ),
  'linkid-twice': error('The form has the linkId {linkId} twice, so an answer to it is unclear. Correct the form.'),
  'item-type-unknown': error('The form gives {linkId} a type that FHIR R4 does not have. Correct the form.'),
  'other-questionnaire': error('The response says that it answers another form. Score it with the form it names.'),
  'other-version': warning('The response answers another version of this form. Check that the questions are the same.'),
  'questionnaire-unnamed': warning(
    'The form has no address (url), so it could not be checked that it is the right one.',
  ),
  'not-completed': warning('The response is not marked as completed. Check that nothing is still to be answered.'),
  'entered-in-error': error('The response is marked as entered in error. Use the corrected response.'),

  // Where answers stand
  'unknown-linkid': error('The response answers {linkId}, which the form does not have. Score it with the right form.'),
  'misplaced-item': error(
    'The response answers {linkId} in a place where the form does not have it. Correct the response.',
  ),
  'answer-on-disabled-item': warning(
    'The response answers {linkId}, which was not to be asked after the other answers. It was not counted; check it.',
  ),
  'several-groups': error('The response repeats {linkId}, which the form asks once. Keep one.'),

  // One answer
  'answer-unreadable': error('The answer to {linkId} cannot be read. Correct it.'),
  'answer-type-wrong': error('The answer to {linkId} is of another kind than the form asks for. Correct it.'),
  'several-answers': error('{linkId} has several answers, but the form takes one. Keep the right one.'),
  'unknown-code': error('The answer to {linkId} is a code that the form does not offer. Choose one of its answers.'),
  'unknown-answer': error('The answer to {linkId} is not one that the form offers. Choose one of its answers.'),
  'system-assumed': warning(
    'The answer to {linkId} does not say its code system; the only one of the form that fits was taken. Add it.',
  ),
  'system-missing': error('The answer to {linkId} does not say its code system, and the form does not tell. Add it.'),
  'code-ambiguous': error(
    'The answer to {linkId} does not say its code system, and the form has this code in more than one. Add it.',
  ),
  'no-weight': error('The answer to {linkId} has no weight anywhere, so it cannot be counted. Add it to the form.'),
  'weight-unclear': error('The weight of an answer to {linkId} is not one number. Correct it in the form.'),
  'value-set-not-found': error(
    'The answers of {linkId} come from a value set that is not complete here. Give it, or say what is scored.',
  ),
  'not-yes-or-no': error('The answer to {linkId} is neither yes nor no, as the instrument asks. Correct it.'),
  'missing-answer': error('{linkId} is not answered. Ask it, or write down why there is no total.'),

  // Which questions are asked
  'enable-when-unknown': error('Whether {linkId} is asked hangs on a question that the form lacks. Correct the form.'),
  'enable-when-loop': error('Whether {linkId} is asked hangs on itself. Correct the form.'),
  'enable-when-unclear': error('The condition under which {linkId} is asked cannot be decided. Correct the form.'),
  'enable-behavior-missing': error(
    '{linkId} has several conditions, and the form does not say if one is enough (enableBehavior). Correct the form.',
  ),
  'enable-expression': error(
    'Whether {linkId} is asked is decided by an expression, which is not read here. Use enableWhen in the form.',
  ),

  // The total
  'nothing-scored': error('No question of this form that was to be asked has a weight, so there is nothing to add up.'),
  'definition-item-unknown': error(
    'The definition names {linkId}, which is no question of the form. Use the right form.',
  ),
  'several-totals': error(
    'The form calculates several results. Say which is the total (totalLinkId) in the definition of the instrument.',
  ),
  'expression-missing': error(
    'The instrument is scored by an expression, but there is none. Write it in the definition.',
  ),
  'expression-not-run': error(
    'The calculation of {linkId} was not run, as no FHIRPath engine was given.{detail} Give one.',
  ),
  'expression-failed': error('The calculation of {linkId} cannot be run as FHIRPath.{detail} Correct it in the form.'),
  'expression-empty': error('The calculation of {linkId} gives no result. Look for what is not answered.'),
  'expression-not-a-number': error(
    'The calculation of {linkId} gives something other than one number. Correct the form.',
  ),
  'differs-from-sum': warning(
    'The calculation of {linkId} gives another total than its weights, which add up to {detail}. Check the form.',
  ),
  'recorded-total-disagrees': error(
    'The total recorded at {linkId} is not what the answers come to ({detail}). Check the answers and the total.',
  ),
  'recorded-total-unreadable': error('The total recorded at {linkId} is not one number. Correct it or take it out.'),
  prorated: warning('The total was scaled up from the questions that were answered ({detail}). Say so beside it.'),
  'no-band': warning('The total is outside all cut-offs of the instrument, so it has no band. Check the definition.'),
  'reached-so-far': warning(
    'Not all is answered, but what is answered already reaches this cut-off. There is no total yet.',
  ),

  // For whom
  'age-out-of-range': error('The instrument was not validated for a child of this age. Do not use a total or a band.'),
  'setting-out-of-range': error('The instrument was not validated for this setting. Do not use a total or a band.'),
  'age-unknown': warning('The age is not given, so it was not checked that the instrument is valid for it. Check it.'),
  'setting-unknown': warning(
    'The setting is not given, so it was not checked that the instrument is valid there. Check it.',
  ),
} as const satisfies Record<string, Entry>

export type FormProblemCode = keyof typeof entries

export const sentences: Readonly<Record<FormProblemCode, Entry>> = entries
