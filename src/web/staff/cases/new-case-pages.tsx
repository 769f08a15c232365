// The two pages of opening a case: the search, and what it found with the form for a child who is not known yet.

import type { CaseFinds, CaseSearch } from '../../../casework/index.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, HiddenFields, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { answerIn, type Typed } from '../typed.ts'
import { CaseChoice } from './case-choice.tsx'
import { Submit } from './case-frame.tsx'
import { IndividualFields } from './child-fields.tsx'
import { SearchFields } from './search-fields.tsx'

const here = '/staff/cases/new'

export function lookPage(visit: StaffVisit, search: CaseSearch, errors: FieldErrors) {
  const { say } = visit
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('cases.new')}</h1>
      <p class="fb-lead">{say('cases.new.first')}</p>
      <h2>{say('cases.new.find')}</h2>
      <p class="govuk-hint">{say('cases.search.hint')}</p>
      <StaffForm visit={visit} action={here} id="look">
        <input type="hidden" name="step" value="look" autocomplete="off" />
        <SearchFields visit={visit} search={search} errors={errors} />
        <Submit words={say('cases.search.submit')} />
      </StaffForm>
      <p>
        <a href={addressIn(visit.language, '/staff/cases')}>{say('cases.back.list')}</a>
      </p>
    </>
  )
  return shellPage({ visit, title: say('cases.case'), form: 'look', children }, statusOf(errors))
}

type ChildParts = { readonly typed: Typed; readonly finds: CaseFinds; readonly errors: FieldErrors }

export function childPage(visit: StaffVisit, { typed, finds, errors }: ChildParts) {
  const { say, language } = visit
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('cases.new')}</h1>
      <Found visit={visit} typed={typed} finds={finds} errors={errors} />
      <h2>{say('cases.new.child')}</h2>
      <p>{say('cases.new.child.what')}</p>
      <StaffForm visit={visit} action={here} id="child">
        <HiddenFields fields={{ birthYear: answerIn(typed, 'birthYear') }} />
        <IndividualFields visit={visit} typed={typed} errors={errors} />
        <Submit words={say('cases.new.submit')} />
      </StaffForm>
      <p>
        <a href={addressIn(language, here)}>{say('cases.new.again')}</a>
      </p>
    </>
  )
  return shellPage({ visit, title: say('cases.case'), form: 'child', children }, statusOf(errors))
}

const statusOf = (errors: FieldErrors): 200 | 400 => (Object.keys(errors).length === 0 ? 200 : 400)

const Found = ({ visit, typed, finds, errors }: ChildParts & { visit: StaffVisit }) => {
  const { say } = visit
  if (finds.cases.length === 0)
    return (
      <div class="fb-note">
        <p>{say('cases.new.found.none')}</p>
        <p>{say('cases.new.found.limit')}</p>
      </div>
    )
  return (
    <>
      <h2>{say('cases.new.found')}</h2>
      <p>{say('cases.new.known')}</p>
      {finds.more ? <p>{say('cases.search.more')}</p> : null}
      <StaffForm visit={visit} action={here} id="known-child">
        <HiddenFields fields={{ step: 'known', ...typed }} />
        <CaseChoice
          visit={visit}
          name="known"
          legend={say('cases.new.known.legend')}
          cases={finds.cases}
          error={errors['known']}
        />
        <Submit words={say('cases.new.known.submit')} />
      </StaffForm>
      <p class="fb-quiet">{say('cases.new.found.limit')}</p>
    </>
  )
}
