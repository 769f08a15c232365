// Before the page in plain words is made: for whom it is, and what to think of first.

import type { CaseFacts } from '../../../access/index.ts'
import type { MessageKey } from '../../../knowledge/index.ts'
import { addressIn } from '../../parts/address.ts'
import { FieldGroup, RadioItems } from '../../parts/choices.tsx'
import { ErrorSummary } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { casePath } from './asked.ts'

type Chooser = { readonly id: string; readonly facts: CaseFacts; readonly error?: MessageKey }

export function chooserPage(visit: StaffVisit, { id, facts, error }: Chooser): Response | Promise<Response> {
  const { say, language } = visit
  const safe = facts.safeCaregivers > 0
  const readers = safe ? (['child', 'caregiver'] as const) : (['child'] as const)
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={error === undefined ? {} : { reader: say(error) }} />
      <p>
        <a href={addressIn(language, casePath(id))}>{say('audit.plain.again')}</a>
      </p>
      <h1>{say('audit.plain.heading', { number: facts.number })}</h1>
      <p class="fb-lead">{say('audit.plain.lead')}</p>
      <p>{say('audit.plain.together')}</p>
      <p class="fb-note fb-now">{say('audit.plain.safe')}</p>
      <StaffForm visit={visit} action={casePath(id, '/plain')}>
        <FieldGroup
          id="reader"
          legend={say('audit.plain.for')}
          {...(safe ? {} : { hint: say('audit.plain.no-safe-caregiver') })}
        >
          <RadioItems
            name="reader"
            choices={readers.map((value) => ({ value, label: say(`audit.plain.for.${value}`) }))}
            value=""
          />
        </FieldGroup>
        <button type="submit" class="govuk-button">
          {say('audit.plain.submit')}
        </button>
      </StaffForm>
    </>
  )
  return shellPage({ visit, title: say('audit.plain.title'), children }, error === undefined ? 200 : 400)
}
