// Erases what is known of a person, for good: what goes and what stays is said first, and a legal hold stops it.

import { eraseIndividual, getErasure } from '../../../casework/index.ts'
import { individualId } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { Checkboxes } from '../../parts/choices.tsx'
import { ErrorSummary, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { requireStepUp } from '../account/step-up.tsx'
import { shellPage, StaffForm } from '../shell.tsx'
import { askedUuid, isAgain } from './asked.ts'
import { Submit } from './case-frame.tsx'
import { caseworkOf } from './casework-of.ts'

export const eraseForm: StaffHandler = (visit) => erasePage(visit, {})

export const erase: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  if (isAgain(form)) return erasePage(visit, {})
  if (form.one('sure') !== 'yes') return erasePage(visit, { 'sure-yes': visit.say('cases.fault.sure-needed') })
  const asked = await askedErasure(visit)
  if (asked.proof !== undefined) return asked.proof
  const done = await eraseIndividual(caseworkOf(visit), visit.signedIn, asked.id)
  return done.ok ? donePage(visit) : erasePage(visit, { 'sure-yes': visit.say(`cases.fault.${done.reason}`) })
}

/** Whom to erase, where there is such a person; only then the proof of who asks, so that a step-up tells nothing. */
async function askedErasure(visit: StaffVisit) {
  const id = individualId(askedUuid(visit, 'id'))
  const state = await getErasure(caseworkOf(visit), visit.signedIn, id)
  return { id, state, proof: requireStepUp(visit, `/staff/individuals/${id}/erase`) }
}

async function erasePage(visit: StaffVisit, errors: FieldErrors): Promise<Response> {
  const { id, state, proof } = await askedErasure(visit)
  if (proof !== undefined) return proof
  const { say } = visit
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('cases.erase')}</h1>
      <p>{say('cases.erase.what')}</p>
      {state === 'held' ? (
        <div class="fb-note fb-now" id="sure-yes">
          <p>{say('cases.erase.held')}</p>
        </div>
      ) : (
        <StaffForm visit={visit} action={`/staff/individuals/${id}/erase`} id="erase">
          <div class="govuk-form-group">
            <Checkboxes
              name="sure"
              choices={[{ value: 'yes', label: say('cases.erase.sure') }]}
              chosen={new Set<string>()}
            />
          </div>
          <Submit words={say('cases.erase.submit')} warns />
        </StaffForm>
      )}
    </>
  )
  return shellPage({ visit, title: say('cases.erase'), children }, Object.keys(errors).length === 0 ? 200 : 400)
}

/** No address shows it again: of who was erased there is no page. */
function donePage(visit: StaffVisit) {
  const { say } = visit
  const children = (
    <>
      <h1>{say('cases.erase')}</h1>
      <div class="fb-note" role="status">
        <p>{say('cases.erase.done')}</p>
      </div>
    </>
  )
  return shellPage({ visit: { ...visit, path: '/staff/audit' }, title: say('cases.erase'), children })
}
