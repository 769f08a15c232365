// What was noticed, as a form carries it from the check to the report: codes of indicators, once each, and nothing else.

import { indicatorCodes, isIndicatorCode, type IndicatorCode } from '../../knowledge/index.ts'
import type { Form } from '../form-reader.ts'

/** The codes in a form, in the order of the vocabulary; anything else in the field is ignored. */
export function noticedIn(form: Form): readonly IndicatorCode[] {
  const chosen = new Set(form.all('noticed').filter(isIndicatorCode))
  return indicatorCodes.filter((code) => chosen.has(code))
}
