// The one place that turns what went wrong into an answer: a page with the numbers to call on it, or JSON for machines.
// It shows no detail that could be personal; the cause goes to the log of the service.

import type { Child } from 'hono/jsx'

import { Problem } from '../shared/index.ts'
import { addressIn } from './parts/address.ts'
import { page } from './parts/layout.tsx'
import { NowNote } from './parts/now-note.tsx'
import { Numbers } from './parts/numbers.tsx'
import type { Visit } from './route-table.ts'

/** `instead`: another way to what the person wanted, where there is one. */
export function problemAnswer(visit: Visit, problem: Problem, instead?: Child): Response | Promise<Response> {
  const { seconds } = problem.details
  if (seconds !== undefined) visit.request.header('Retry-After', String(seconds))
  return wantsJson(visit) ? asJson(visit, problem) : asPage(visit, problem, instead)
}

/** An unknown error is a Problem like any other; its own message is never shown. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem('unexpected', {}, error)

function wantsJson({ request }: Visit): boolean {
  const accepts = request.req.header('accept') ?? ''
  return accepts.includes('application/json') && !accepts.includes('text/html')
}

const asJson = ({ request }: Visit, { code, message, status }: Problem): Response =>
  request.json({ problem: shownCode(code), message }, status, { 'Cache-Control': 'no-store' })

/** What a person may not see answers like what does not exist. */
const shownCode = (code: Problem['code']): string => (code === 'not-permitted' ? 'not-found' : code)

const pages = {
  'not-found': 'not-found',
  'not-permitted': 'not-found',
  'cross-site': 'cross-site',
  'form-outdated': 'unreadable-form',
  'too-large': 'too-large',
  'unsupported-form': 'unreadable-form',
  'unreadable-form': 'unreadable-form',
  'too-slow': 'too-slow',
  'too-many': 'too-many',
  'too-many-pdfs': 'too-many-pdfs',
  'database-unavailable': 'database-unavailable',
  'staff-closed': 'staff-closed',
} as const

function asPage(visit: Visit, problem: Problem, instead: Child): Response | Promise<Response> {
  const { say, language } = visit
  const shown = problem.code in pages ? pages[problem.code as keyof typeof pages] : 'unexpected'
  return page(
    {
      visit: { ...visit, path: '/' },
      title: say(`problem.${shown}.title`),
      children: (
        <>
          <h1>{say(`problem.${shown}.title`)}</h1>
          <p class="fb-lead">{say(`problem.${shown}`, problem.details)}</p>
          {instead}
          <NowNote say={say} />
          <p>
            <a href={addressIn(language, '/report')}>{say('problem.to-report')}</a>
          </p>
          <Numbers visit={visit} />
        </>
      ),
    },
    problem.status,
  )
}
