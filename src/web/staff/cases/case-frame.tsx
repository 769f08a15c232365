// The frame of a page about one case: its number, what was put wrong, what was just done, and the way back.

import type { Child } from 'hono/jsx'

import type { CaseView } from '../../../casework/index.ts'
import { addressIn } from '../../parts/address.ts'
import { ErrorSummary, type FieldErrors } from '../../parts/fields.tsx'
import type { StaffVisit } from '../../route-table.ts'
import { shellPage } from '../shell.tsx'
import { casePath } from './asked.ts'

type FrameParts = {
  readonly visit: StaffVisit
  readonly view: Pick<CaseView, 'id' | 'number'>
  readonly title: string
  readonly errors?: FieldErrors
  /** Id of the form whose fields a change of language takes along. */
  readonly form?: string
  readonly children?: Child
}

/** A page for one action on a case. It comes back with status 400 where something has to be put right. */
export function actionPage({ visit, view, title, errors = {}, form, children }: FrameParts) {
  const { say, language } = visit
  const whole = (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <p class="fb-of">{say('cases.case.number', { number: view.number })}</p>
      <h1>{title}</h1>
      {children}
      <p>
        <a href={addressIn(language, casePath(view.id))}>{say('cases.back')}</a>
      </p>
    </>
  )
  const parts = { visit, title, children: whole }
  return shellPage(form === undefined ? parts : { ...parts, form }, Object.keys(errors).length === 0 ? 200 : 400)
}

export const Submit = ({ words, warns = false }: { words: string; warns?: boolean }) => (
  <button type="submit" class={warns ? 'govuk-button govuk-button--warning' : 'govuk-button'}>
    {words}
  </button>
)

const done = [
  'opened',
  'closed',
  'reopened',
  'sealed',
  'unsealed',
  'held',
  'lifted',
  'added',
  'removed',
  'conflict',
  'caregiver',
  'noted',
  'shared',
  'task',
  'done',
  'merged',
  'left',
] as const

export type Did = (typeof done)[number]

/** What a form did, after its 303: the address says which, never about whom. */
export const DidNote = ({ visit: { request, say } }: { visit: StaffVisit }) => {
  const what = done.find((one) => one === request.req.query('did'))
  return what === undefined ? null : (
    <div class="fb-note" role="status">
      <p>{say(`cases.did.${what}`)}</p>
    </div>
  )
}

export const afterDoing = (did: Did): string => `?did=${did}`
