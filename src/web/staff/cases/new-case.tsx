// Opens a new case. First the search: is the child known? Then the new case is about that child, or a form takes a new one.
// The steps are one address, told apart by the button, so that no name stands in any address.

import { getCase, openCase, searchCases, type CaseFinds } from '../../../casework/index.ts'
import { caseId } from '../../../shared/index.ts'
import { readForm, type Form } from '../../form-reader.ts'
import type { FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import type { Typed } from '../typed.ts'
import { casePath, goTo, isAgain, sentId } from './asked.ts'
import { afterDoing } from './case-frame.tsx'
import { faultsIn } from './case-words.ts'
import { caseworkOf } from './casework-of.ts'
import { individualOf, readIndividualTyped } from './child-fields.tsx'
import { childPage, lookPage } from './new-case-pages.tsx'
import { emptySearch, readSearch, searchErrors } from './search-fields.tsx'

export const newCase: StaffHandler = (visit) => lookPage(visit, emptySearch, {})

export const openNewCase: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  if (form.one('step') === 'look') return look(visit, form)
  const typed = readIndividualTyped(form, ['birthYear'])
  if (isAgain(form)) return foundPage(visit, typed, {})
  return form.one('step') === 'known' ? openForKnown(visit, form, typed) : openForNew(visit, typed)
}

async function look(visit: StaffVisit, form: Form): Promise<Response> {
  const search = readSearch(form)
  if (isAgain(form)) return lookPage(visit, search, {})
  const found = await searchCases(caseworkOf(visit), visit.signedIn, search)
  if (!found.ok) return lookPage(visit, search, searchErrors(visit, found.reason))
  return childPage(visit, { typed: { ...search }, finds: found.value, errors: {} })
}

/** The case that was chosen is looked at as any other: one that this person may not see is not there. */
async function openForKnown(visit: StaffVisit, form: Form, typed: Typed): Promise<Response> {
  const { signedIn, say } = visit
  if (form.one('known') === '') return foundPage(visit, typed, { known: say('cases.fault.choose-case') })
  const casework = caseworkOf(visit)
  const { child } = await getCase(casework, signedIn, caseId(sentId(form, 'known')))
  return opened(visit, await openCase(casework, signedIn, { child: child.id }), typed)
}

const openForNew = async (visit: StaffVisit, typed: Typed): Promise<Response> =>
  opened(visit, await openCase(caseworkOf(visit), visit.signedIn, { child: individualOf(typed) }), typed)

const opened = (visit: StaffVisit, done: Awaited<ReturnType<typeof openCase>>, typed: Typed) =>
  done.ok
    ? goTo(visit, casePath(done.value.id, afterDoing('opened')))
    : foundPage(visit, typed, faultsIn(visit.say, done.reason))

/** The form as it came, with what the search finds for the names that are typed now. */
async function foundPage(visit: StaffVisit, typed: Typed, errors: FieldErrors): Promise<Response> {
  const { given = '', surname = '', birthYear = '' } = typed
  const found = await searchCases(caseworkOf(visit), visit.signedIn, { given, surname, birthYear })
  const finds: CaseFinds = found.ok ? found.value : { cases: [], more: false }
  return childPage(visit, { typed, finds, errors })
}
