// Shows one masked field, once: the answer to the click is the page of the case with this one value on it, kept by nobody. Who
// asks has proved who she is within five minutes, and is asked for it only where there is such a case.

import { isIndividualColumn, revealField } from '../../../casework/index.ts'
import { individualId, Problem } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import type { StaffHandler } from '../../route-table.ts'
import { requireStepUp } from '../account/step-up.tsx'
import { askedCase, casePath, isAgain, sentId, viewFor } from './asked.ts'
import { showCase } from './case-page.tsx'
import { caseworkOf } from './casework-of.ts'

export const reveal: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const id = askedCase(visit)
  // Asked for again, in the other language or by a reload, the case is masked.
  if (isAgain(form)) return showCase({ ...visit, path: casePath(id) })
  const column = form.one('column')
  if (!isIndividualColumn(column)) throw new Problem('not-permitted')
  const of = individualId(sentId(form, 'of'))
  await viewFor(visit, 'reveal')
  const proof = requireStepUp(visit, casePath(id))
  if (proof !== undefined) return proof
  const text = await revealField(caseworkOf(visit), visit.signedIn, { id, of, column })
  return showCase(visit, { shown: { of, column, text: text.ok ? text.value : undefined } })
}
