// The access review: who can sign in, when she last did, and whether somebody has said lately that she still needs it.

import { confirmAccess, isReviewDue, listForReview, type PersonForReview } from '../../../access/index.ts'
import { isUuid, personId, Problem } from '../../../shared/index.ts'
import { readForm } from '../../form-reader.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { AreaNavigation, DoneNote, NextPage } from './area.tsx'
import { askedAfter, databaseOf, goTo, nowOf, personPath } from './asked.ts'
import { dayIn, rolesIn, sentencesOf } from './people-words.ts'

export const reviewList: StaffHandler = (visit) => reviewPage(visit, {})

export const confirmNeeded: StaffHandler = async (visit) => {
  const id = (await readForm(visit)).one('person')
  if (!isUuid(id)) throw new Problem('not-found')
  const done = await confirmAccess(databaseOf(visit), visit.signedIn, personId(id), nowOf(visit))
  if (done.ok) return goTo(visit, '/staff/people/review?done=confirmed')
  return reviewPage(visit, sentencesOf(visit.say, { people: done.reason }))
}

async function reviewPage(visit: StaffVisit, errors: FieldErrors): Promise<Response> {
  const { say } = visit
  const { people, next } = await listForReview(databaseOf(visit), visit.signedIn, askedAfter(visit))
  const heads = [say('people.name'), say('people.last-seen'), say('people.reviewed'), say('people.review.decide')]
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('people.review.title')}</h1>
      <AreaNavigation visit={visit} />
      <DoneNote visit={visit} />
      <p class="fb-lead">{say('people.review.lead')}</p>
      <table class="govuk-table fb-people" role="table" id="people">
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            {heads.map((head) => (
              <th scope="col" role="columnheader" class="govuk-table__header">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          {people.map((person) => (
            <ReviewRow visit={visit} person={person} />
          ))}
        </tbody>
      </table>
      <NextPage visit={visit} next={next} />
    </>
  )
  const status = Object.keys(errors).length === 0 ? 200 : 400
  return shellPage({ visit, title: say('people.review.title'), children }, status)
}

const ReviewRow = ({ visit, person }: { visit: StaffVisit; person: PersonForReview }) => {
  const { say, language } = visit
  const { id, name, roles, agency, lastSeenAt, reviewedAt } = person
  return (
    <tr class="govuk-table__row" role="row">
      <th scope="row" role="rowheader" class="govuk-table__header">
        <a href={addressIn(language, personPath(id))}>{name}</a>
        <span class="fb-quiet">
          {' '}
          {rolesIn(visit, roles)} · {agency?.name ?? say('people.agency.own')}
        </span>
      </th>
      <td role="cell" class="govuk-table__cell">
        <span class="fb-narrow-label">{say('people.last-seen')}: </span>
        {dayIn(visit, lastSeenAt)}
      </td>
      <td role="cell" class="govuk-table__cell">
        <span class="fb-narrow-label">{say('people.reviewed')}: </span>
        {dayIn(visit, reviewedAt)}{' '}
        {isReviewDue(person, nowOf(visit)) ? (
          <strong class="govuk-tag govuk-tag--yellow">{say('people.review.due')}</strong>
        ) : null}
      </td>
      <td role="cell" class="govuk-table__cell">
        <Decide visit={visit} person={person} />
      </td>
    </tr>
  )
}

const Decide = ({ visit, person: { id, name } }: { visit: StaffVisit; person: PersonForReview }) => {
  const { say, language, signedIn } = visit
  if (id === signedIn.person) return <span class="fb-quiet">{say('people.review.own')}</span>
  return (
    <StaffForm visit={visit} action="/staff/people/review">
      <input type="hidden" name="person" value={id} autocomplete="off" />
      <button
        type="submit"
        class="govuk-button govuk-button--secondary"
        aria-label={say('people.review.needed-by', { name })}
      >
        {say('people.review.needed')}
      </button>{' '}
      <a href={addressIn(language, personPath(id, '/end'))} aria-label={say('people.review.end-of', { name })}>
        {say('people.end.title')}
      </a>
    </StaffForm>
  )
}
