// Adds a caregiver to a case: who it is to the child, whether the child is safe there, and what is known of them.

import { addCaregiver, relationships, safeties, type CaregiverFault } from '../../../casework/index.ts'
import type { Say } from '../../../knowledge/index.ts'
import { readForm } from '../../form-reader.ts'
import { SelectField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { answerIn, nothingTyped, type Typed } from '../typed.ts'
import { askedCase, casePath, goTo, isAgain, viewFor } from './asked.ts'
import { actionPage, afterDoing, Submit } from './case-frame.tsx'
import { faultsIn } from './case-words.ts'
import { caseworkOf } from './casework-of.ts'
import { IndividualFields, individualOf, readIndividualTyped } from './child-fields.tsx'
import { ErrorRadios } from './error-radios.tsx'

export const caregiverForm: StaffHandler = (visit) => formPage(visit, nothingTyped, {})

export const saveCaregiver: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const typed = readIndividualTyped(form, ['relationship', 'safety'])
  if (isAgain(form)) return formPage(visit, typed, {})
  const id = askedCase(visit)
  const caregiver = {
    ...individualOf(typed),
    relationship: answerIn(typed, 'relationship'),
    safety: answerIn(typed, 'safety'),
  }
  const added = await addCaregiver(caseworkOf(visit), visit.signedIn, { id, caregiver })
  if (added.ok) return goTo(visit, casePath(id, afterDoing('caregiver')))
  return formPage(visit, typed, errorsOf(visit.say, added.reason))
}

function errorsOf(say: Say, fault: CaregiverFault): FieldErrors {
  if (fault === 'closed' || fault === 'relationship-needed') return { relationship: say(`cases.fault.${fault}`) }
  return fault === 'safety-needed' ? { safety: say('cases.fault.safety-needed') } : faultsIn(say, fault)
}

async function formPage(visit: StaffVisit, typed: Typed, errors: FieldErrors): Promise<Response> {
  const view = await viewFor(visit, 'change')
  const { say } = visit
  const children = (
    <>
      <p>{say('cases.caregiver.what')}</p>
      <StaffForm visit={visit} action={casePath(view.id, '/caregiver')} id="caregiver">
        <SelectField
          name="relationship"
          label={say('cases.caregiver.relationship')}
          choices={[
            { value: '', label: say('cases.choose') },
            ...relationships.map((value) => ({ value, label: say(`cases.relationship.${value}`) })),
          ]}
          value={answerIn(typed, 'relationship')}
          error={errors['relationship']}
        />
        <ErrorRadios
          name="safety"
          legend={say('cases.caregiver.safety')}
          hint={say('cases.caregiver.safety.hint')}
          choices={safeties.map((value) => ({ value, label: say(`cases.caregiver.safety.${value}`) }))}
          value={answerIn(typed, 'safety')}
          error={errors['safety']}
        />
        <IndividualFields visit={visit} typed={typed} errors={errors} />
        <Submit words={say('cases.caregiver.submit')} />
      </StaffForm>
    </>
  )
  return actionPage({ visit, view, title: say('cases.caregiver'), errors, form: 'caregiver', children })
}
