// The steps that are asked about once more before they are done: a new link, cancelling a link, ending access.

import {
  cancelLink,
  endAccess,
  renewLink,
  seePerson,
  type PeopleFault,
  type SeenPerson,
} from '../../../access/index.ts'
import type { MessageKey } from '../../../knowledge/index.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary } from '../../parts/fields.tsx'
import type { StaffHandler, StaffVisit } from '../../route-table.ts'
import { shellPage, StaffForm } from '../shell.tsx'
import { AreaNavigation } from './area.tsx'
import { askedPerson, databaseOf, goTo, nowOf, personPath } from './asked.ts'
import { sentencesOf } from './people-words.ts'
import { linkPage } from './shown-link.tsx'

type Step = {
  readonly path: string
  readonly title: MessageKey
  readonly what: readonly MessageKey[]
  readonly submit: MessageKey
  readonly warns?: boolean
}

const linkStep = ({ state }: SeenPerson): Step =>
  state === 'invited'
    ? { path: '/link', title: 'people.link.new', what: ['people.link.new.what'], submit: 'people.link.new.submit' }
    : {
        path: '/link',
        title: 'people.link.reset',
        what: ['people.link.reset.what', 'people.link.reset.sure'],
        submit: 'people.link.reset.submit',
      }

const cancelStep = (): Step => ({
  path: '/cancel-link',
  title: 'people.link.cancel',
  what: ['people.link.cancel.what'],
  submit: 'people.link.cancel.submit',
})

const endStep = (): Step => ({
  path: '/end',
  title: 'people.end.title',
  what: ['people.end.what', 'people.end.stays'],
  submit: 'people.end.submit',
  warns: true,
})

export const linkConfirm: StaffHandler = (visit) => confirmPage(visit, linkStep)
export const cancelConfirm: StaffHandler = (visit) => confirmPage(visit, cancelStep)
export const endConfirm: StaffHandler = (visit) => confirmPage(visit, endStep)

export const makeLink: StaffHandler = async (visit) => {
  const made = await renewLink(databaseOf(visit), visit.signedIn, askedPerson(visit), nowOf(visit))
  return made.ok ? linkPage(visit, made.value) : confirmPage(visit, linkStep, made.reason)
}

export const cancel: StaffHandler = async (visit) => {
  const id = askedPerson(visit)
  const done = await cancelLink(databaseOf(visit), visit.signedIn, id, nowOf(visit))
  return done.ok ? goTo(visit, personPath(id, '?done=cancelled')) : confirmPage(visit, cancelStep, done.reason)
}

export const end: StaffHandler = async (visit) => {
  const id = askedPerson(visit)
  const done = await endAccess(databaseOf(visit), visit.signedIn, id, nowOf(visit))
  return done.ok ? goTo(visit, personPath(id, '?done=ended')) : confirmPage(visit, endStep, done.reason)
}

async function confirmPage(
  visit: StaffVisit,
  stepFor: (person: SeenPerson) => Step,
  fault?: PeopleFault,
): Promise<Response> {
  const { say, language } = visit
  const person = await seePerson(databaseOf(visit), visit.signedIn, askedPerson(visit))
  const step = stepFor(person)
  const errors = sentencesOf(say, fault === undefined ? {} : { confirm: fault })
  const children = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('people.confirm', { what: say(step.title), name: person.name })}</h1>
      <AreaNavigation visit={visit} />
      {step.what.map((words) => (
        <p>{say(words)}</p>
      ))}
      <StaffForm visit={visit} action={personPath(person.id, step.path)}>
        <button type="submit" id="confirm" class={`govuk-button${step.warns === true ? ' govuk-button--warning' : ''}`}>
          {say(step.submit)}
        </button>
      </StaffForm>
      <p>
        <a href={addressIn(language, personPath(person.id))}>{say('people.confirm.back')}</a>
      </p>
    </>
  )
  return shellPage({ visit, title: say(step.title), children }, fault === undefined ? 200 : 400)
}
