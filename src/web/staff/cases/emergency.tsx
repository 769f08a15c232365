// Into a case in an emergency, by its exact number. A wrong number and a forbidden one come back to the same page.

import { breakGlass, glassMinutes, glassReasons } from '../../../casework/index.ts'
import { readForm, type Form } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, TextField, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { answerIn, readTyped, type Typed } from '../typed.ts'
import { ErrorRadios } from './error-radios.tsx'
import { casePath, goTo, isAgain } from './asked.ts'
import { Submit } from './case-frame.tsx'
import { caseworkOf } from './casework-of.ts'

export const emergencyForm: StaffHandler = (visit) => formPage(visit, { minutes: String(glassMinutes.usual) }, {})

export const openInEmergency: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const typed = readEmergency(form)
  if (isAgain(form)) return formPage(visit, typed, {})
  const { say } = visit
  const [number, reason] = [answerIn(typed, 'number'), answerIn(typed, 'reason')]
  const minutes = /^\d{1,4}$/.test(answerIn(typed, 'minutes')) ? Number(answerIn(typed, 'minutes')) : 0
  const opened = await breakGlass(caseworkOf(visit), visit.signedIn, { number, reason, minutes })
  if (opened.ok && opened.value !== undefined) return goTo(visit, casePath(opened.value))
  if (opened.ok) return formPage(visit, typed, { number: say('cases.emergency.wrong') })
  const field = opened.reason === 'reason-needed' ? 'reason' : 'minutes'
  return formPage(visit, typed, { [field]: say(`cases.fault.${opened.reason}`) })
}

const readEmergency = (form: Form): Typed => readTyped(form, ['number', 'reason', 'minutes'])

function formPage(visit: StaffVisit, typed: Typed, errors: FieldErrors) {
  const { say, language } = visit
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('cases.emergency')}</h1>
      <p class="fb-lead">{say('cases.emergency.what')}</p>
      <p>{say('cases.emergency.time')}</p>
      <StaffForm visit={visit} action="/staff/cases/emergency" id="emergency">
        <TextField
          name="number"
          label={say('cases.emergency.number')}
          hint={say('cases.emergency.number.hint', { example: '2026-0042' })}
          width={10}
          value={answerIn(typed, 'number')}
          error={errors['number']}
        />
        <ErrorRadios
          name="reason"
          legend={say('cases.emergency.reason')}
          choices={glassReasons.map((value) => ({ value, label: say(`cases.reason.${value}`) }))}
          value={answerIn(typed, 'reason')}
          error={errors['reason']}
        />
        <TextField
          name="minutes"
          label={say('cases.emergency.minutes')}
          hint={say('cases.emergency.minutes.hint', { most: glassMinutes.most })}
          inputmode="numeric"
          width={5}
          value={answerIn(typed, 'minutes')}
          error={errors['minutes']}
        />
        <Submit words={say('cases.emergency.submit')} />
      </StaffForm>
      <p>
        <a href={addressIn(language, '/staff/cases')}>{say('cases.back.list')}</a>
      </p>
    </>
  )
  const status = Object.keys(errors).length === 0 ? 200 : 400
  return shellPage({ visit, title: say('cases.case'), form: 'emergency', children }, status)
}
