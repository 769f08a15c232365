// The fields that our public forms have: what may be written back into a page that could not do what was asked, so that
// nothing typed is lost there, and nothing else that a stranger sent comes back.

import { typedFields } from '../../reporting/index.ts'
import type { Form } from '../form-reader.ts'
import type { Fields } from '../parts/fields.tsx'
import { noticedIn } from './noticed.ts'
import { choiceNames } from './report-answers.ts'
import { wireName } from './sheet-answers.ts'

const single: readonly string[] = [
  ...['by', 'age', 'setting', 'screener', 'given-in', 'version', 'total', 'band'],
  ...Array.from({ length: 9 }, (_, at) => `q${at + 1}`),
  ...['zip', 'state', 'county', 'land', 'professional', 'again', 'duty', 'date', 'time', 'zone'],
  ...choiceNames,
  ...typedFields.map(wireName),
]

export const knownFields = (form: Form): Fields => ({
  ...Object.fromEntries(single.map((name) => [name, form.one(name)])),
  noticed: noticedIn(form),
})
