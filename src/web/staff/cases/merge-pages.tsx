// The two pages of merging: choosing the other case, and both side by side before the button.

import type { CaseFinds, CaseSearch, CaseView } from '../../../casework/index.ts'
import { addressIn } from '../../parts/address.ts'
import type { FieldErrors } from '../../parts/fields.tsx'
import { HiddenFields } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { StaffForm } from '../shell.tsx'
import { Facts } from '../staff-page.tsx'
import { casePath } from './asked.ts'
import { CaseChoice } from './case-choice.tsx'
import { actionPage, Submit } from './case-frame.tsx'
import { dayIn } from './case-words.ts'
import { SearchFields } from './search-fields.tsx'

type ChooseParts = { readonly search: CaseSearch; readonly errors: FieldErrors; readonly finds?: CaseFinds }

export function choosePage(visit: StaffVisit, view: CaseView, { search, errors, finds }: ChooseParts) {
  const { say } = visit
  const children = (
    <>
      <p class="fb-lead">{say('cases.merge.what')}</p>
      <StaffForm visit={visit} action={casePath(view.id, '/merge')} id="look">
        <p class="govuk-hint">{say('cases.search.hint')}</p>
        <SearchFields visit={visit} search={search} errors={errors} />
        <Submit words={say('cases.search.submit')} />
      </StaffForm>
      {finds === undefined ? null : <Found visit={visit} view={view} search={search} finds={finds} />}
    </>
  )
  return actionPage({ visit, view, title: say('cases.merge'), errors, form: 'look', children })
}

type FoundParts = {
  readonly visit: StaffVisit
  readonly view: CaseView
  readonly search: CaseSearch
  readonly finds: CaseFinds
}

const Found = ({ visit, view, search, finds }: FoundParts) => {
  const { say } = visit
  if (finds.cases.length === 0) return <p>{say('cases.search.none')}</p>
  return (
    <StaffForm visit={visit} action={casePath(view.id, '/merge')} id="other">
      <HiddenFields fields={{ step: 'compare', ...search }} />
      <CaseChoice visit={visit} name="gone" legend={say('cases.merge.choose')} cases={finds.cases} />
      {finds.more ? <p>{say('cases.search.more')}</p> : null}
      <Submit words={say('cases.merge.compare')} />
    </StaffForm>
  )
}

export function comparePage(visit: StaffVisit, view: CaseView, other: CaseView, errors: FieldErrors) {
  const { say } = visit
  const children = (
    <>
      <div class="fb-both">
        <Record visit={visit} view={view} heading={say('cases.merge.kept', { number: view.number })} />
        <Record visit={visit} view={other} heading={say('cases.merge.gone', { number: other.number })} />
      </div>
      <p>{say('cases.merge.how')}</p>
      <StaffForm visit={visit} action={casePath(view.id, '/merge')} id="merge">
        <HiddenFields fields={{ step: 'merge', gone: other.id }} />
        <Submit words={say('cases.merge.submit')} warns />
      </StaffForm>
    </>
  )
  return actionPage({ visit, view, title: say('cases.merge.confirm'), errors, form: 'merge', children })
}

const Record = ({ visit, view, heading }: { visit: StaffVisit; view: CaseView; heading: string }) => {
  const { say } = visit
  const { age, initials } = view.child
  return (
    <section>
      <h2>{heading}</h2>
      <Facts
        facts={[
          {
            name: say('cases.number'),
            value: <a href={addressIn(visit.language, casePath(view.id))}>{view.number}</a>,
          },
          { name: say('cases.initials'), value: initials ?? say('cases.unknown') },
          {
            name: say('cases.age'),
            value: age === undefined ? say('cases.unknown') : say('cases.age.years', { years: age }),
          },
          { name: say('cases.opened'), value: dayIn(visit, view.openedOn) },
        ]}
      />
    </section>
  )
}
