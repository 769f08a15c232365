// Says that two records are the same child: the other case is found by the child's names, both are shown side by side, and only
// then the button merges. The steps are one address, so that no name stands in any address.

import { getCase, mergeChildren, searchCases } from '../../../casework/index.ts'
import { caseId } from '../../../shared/index.ts'
import { readForm, type Form } from '../../form-reader.ts'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { askedCase, casePath, goTo, isAgain, sentId, viewFor } from './asked.ts'
import { afterDoing } from './case-frame.tsx'
import { caseworkOf } from './casework-of.ts'
import { choosePage, comparePage } from './merge-pages.tsx'
import { emptySearch, readSearch, searchErrors } from './search-fields.tsx'

export const mergeForm: StaffHandler = async (visit) =>
  choosePage(visit, await viewFor(visit, 'merge'), { search: emptySearch, errors: {} })

export const merge: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const step = form.one('step')
  if (step === 'merge' && !isAgain(form)) return mergeBoth(visit, form)
  return step === 'merge' || step === 'compare' ? compare(visit, form) : look(visit, form)
}

async function look(visit: StaffVisit, form: Form): Promise<Response> {
  const view = await viewFor(visit, 'merge')
  const search = readSearch(form)
  const found = await searchCases(caseworkOf(visit), visit.signedIn, search)
  if (!found.ok) return choosePage(visit, view, { search, errors: searchErrors(visit, found.reason) })
  const cases = found.value.cases.filter(({ id }) => id !== view.id)
  return choosePage(visit, view, { search, errors: {}, finds: { ...found.value, cases } })
}

async function compare(visit: StaffVisit, form: Form): Promise<Response> {
  const view = await viewFor(visit, 'merge')
  if (form.one('gone') === '') {
    const error = visit.say('cases.fault.choose-case')
    return choosePage(visit, view, { search: readSearch(form), errors: { given: error } })
  }
  return comparePage(visit, view, await otherCase(visit, form), {})
}

const otherCase = (visit: StaffVisit, form: Form) =>
  getCase(caseworkOf(visit), visit.signedIn, caseId(sentId(form, 'gone')))

async function mergeBoth(visit: StaffVisit, form: Form): Promise<Response> {
  const kept = askedCase(visit)
  const gone = caseId(sentId(form, 'gone'))
  const done = await mergeChildren(caseworkOf(visit), visit.signedIn, { kept, gone })
  if (done.ok) return goTo(visit, casePath(kept, afterDoing('merged')))
  const view = await viewFor(visit, 'merge')
  return comparePage(visit, view, await otherCase(visit, form), { merge: visit.say(`cases.fault.${done.reason}`) })
}
