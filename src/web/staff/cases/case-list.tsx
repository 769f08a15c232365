// The area's first page: my cases, a search, my tasks, and the ways to a new case and into one in an emergency.

import {
  isDay,
  listCases,
  myTasks,
  searchCases,
  type CaseCursor,
  type CaseFinds,
  type CaseSearch,
} from '../../../casework/index.ts'
import { caseId, isUuid } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { isAgain } from './asked.ts'
import { DidNote } from './case-frame.tsx'
import { CaseTable } from './case-table.tsx'
import { caseworkOf } from './casework-of.ts'
import { MyTasks } from './my-tasks.tsx'
import { emptySearch, readSearch, searchErrors, SearchFields } from './search-fields.tsx'

export const caseList: StaffHandler = (visit) => listPage(visit, { search: emptySearch, errors: {}, finds: undefined })

export const caseSearch: StaffHandler = async (visit) => {
  const form = await readForm(visit)
  const search = readSearch(form)
  if (isAgain(form) && search.given === '' && search.surname === '')
    return listPage(visit, { search, errors: {}, finds: undefined })
  const found = await searchCases(caseworkOf(visit), visit.signedIn, search)
  if (found.ok) return listPage(visit, { search, errors: {}, finds: found.value })
  return listPage(visit, { search, errors: searchErrors(visit, found.reason), finds: undefined })
}

type Shown = { readonly search: CaseSearch; readonly errors: FieldErrors; readonly finds: CaseFinds | undefined }

async function listPage(visit: StaffVisit, { search, errors, finds }: Shown): Promise<Response> {
  const { say } = visit
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('cases.title')}</h1>
      <DidNote visit={visit} />
      <Ways visit={visit} />
      {finds === undefined ? null : <Finds visit={visit} finds={finds} />}
      <h2>{say('cases.search')}</h2>
      <p class="govuk-hint">{say('cases.search.hint')}</p>
      <StaffForm visit={visit} action="/staff/cases" id="search">
        <SearchFields visit={visit} search={search} errors={errors} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {say('cases.search.submit')}
        </button>
      </StaffForm>
      {finds === undefined ? <MyTasks visit={visit} tasks={await myTasks(caseworkOf(visit), visit.signedIn)} /> : null}
      {finds === undefined ? await MyCases(visit) : <BackToList visit={visit} />}
    </>
  )
  const status = Object.keys(errors).length === 0 ? 200 : 400
  return shellPage({ visit, title: say('cases.title'), form: 'search', children }, status)
}

const Ways = ({ visit: { say, language, signedIn } }: { visit: StaffVisit }) => (
  <div class="fb-actions">
    {signedIn.permissions.has('case:open') ? (
      <a class="govuk-button" href={addressIn(language, '/staff/cases/new')} role="button" draggable="false">
        {say('cases.new.go')}
      </a>
    ) : null}
    {signedIn.permissions.has('case:break-glass') ? (
      <p>
        <a href={addressIn(language, '/staff/cases/emergency')}>{say('cases.emergency.go')}</a>
      </p>
    ) : null}
  </div>
)

const Finds = ({ visit, finds: { cases, more } }: { visit: StaffVisit; finds: CaseFinds }) => {
  const { say } = visit
  return (
    <>
      <h2>{say('cases.search.found')}</h2>
      {cases.length === 0 ? <p>{say('cases.search.none')}</p> : null}
      {cases.length === 0 ? null : <CaseTable visit={visit} caption={say('cases.search.found')} cases={cases} />}
      {more ? <p>{say('cases.search.more')}</p> : null}
    </>
  )
}

const BackToList = ({ visit: { say, language } }: { visit: StaffVisit }) => (
  <p>
    <a href={addressIn(language, '/staff/cases')}>{say('cases.back.list')}</a>
  </p>
)

async function MyCases(visit: StaffVisit) {
  const { say, language } = visit
  const after = askedAfter(visit)
  const { cases, next } = await listCases(caseworkOf(visit), visit.signedIn, after)
  const here = addressIn(language, '/staff/cases')
  return (
    <>
      <h2>{say('cases.list.heading')}</h2>
      {cases.length === 0 ? (
        <p>{say('cases.list.empty')}</p>
      ) : (
        <CaseTable visit={visit} caption={say('cases.list.heading')} cases={cases} />
      )}
      <p class="fb-actions">
        {after === undefined ? null : <a href={here}>{say('cases.list.newest')}</a>}
        {next === undefined ? null : <a href={`${here}?after=${next.openedOn}_${next.id}`}>{say('cases.list.more')}</a>}
      </p>
    </>
  )
}

/** The last case of the page before, from the address. */
function askedAfter({ request }: StaffVisit): CaseCursor | undefined {
  const [, openedOn = '', id = ''] = /^(\d{4}-\d{2}-\d{2})_(.*)$/.exec(request.req.query('after') ?? '') ?? []
  return isUuid(id) && isDay(openedOn) ? { openedOn, id: caseId(id) } : undefined
}
