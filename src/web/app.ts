// Builds the web application from the route table: language by address, permission before the handler, problems in one
// place, security headers on everything. It keeps no request: no log line holds an address or a form.

import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'

import { isLanguage, sayIn, type Language } from '../knowledge/index.ts'
import { Problem } from '../shared/index.ts'
import { admit } from './admission.ts'
import { prefixes } from './parts/address.ts'
import { counted, type Count } from './counted.ts'
import { fixedPage, isFixed } from './fixed-pages.ts'
import { asProblem, problemAnswer } from './problem-page.tsx'
import type { Route, Services, StaffRoute, Visit } from './route-table.ts'
import { routes } from './routes.ts'
import { headersOf, securityHeaders } from './security-headers.ts'
import { answerWithin, publicLimits, type Limits } from './within-limits.tsx'

type RequestHandler = (request: Context) => Promise<Response>

export type AppParts = {
  readonly services: Services
  readonly log: (line: string) => void
  /** Default: those of the public pages. */
  readonly limits?: Limits
  /** Counts that a page was shown; absent where nothing is counted. */
  readonly count?: Count | undefined
}

export function buildApp({ services, log, limits = publicLimits(), count }: AppParts): Hono {
  const app = new Hono({ strict: false })
  const headers = headersOf(services)
  const register = (route: Route, wrapped: (make: RequestHandler) => RequestHandler): void => {
    for (const [language, prefix] of route.languages === 'each' ? prefixes : prefixes.slice(0, 1)) {
      const make: RequestHandler = (request) => {
        const visit = visitOf(request, services, language)
        // As the table has it, not as it was typed (/learn/ is /learn): a fixed page is kept for everybody.
        return answer(route, isFixed(route) ? { ...visit, path: pathOf(route, request) } : visit, limits)
      }
      app.on(route.method, pathUnder(prefix, route.path), counted(wrapped(make), route, language, count))
    }
  }
  const today = (): string => services.clock().toString().slice(0, 10)
  // Fixed pages carry their headers with them, so they stand before the middleware that adds them to the rest.
  for (const route of routes.filter(isFixed))
    register(route, (make) => fixedPage(async (request) => make(request), { today, headers }))
  app.use(compress())
  app.use(securityHeaders(headers))
  for (const route of routes.filter((one) => !isFixed(one))) register(route, (make) => make)

  const asAnswer = async (request: Context, problem: Problem): Promise<Response> => {
    const made = await problemAnswer(visitOf(request, services, languageOf(request)), problem)
    for (const [name, value] of Object.entries(headers)) made.headers.set(name, value)
    return made
  }
  app.notFound((request) => asAnswer(request, new Problem('not-found')))
  app.onError((error, request) => {
    const problem = asProblem(error)
    if (problem.status >= 500) log(`${problem.code}: ${describe(problem.cause)}`)
    return asAnswer(request, problem)
  })
  return app
}

const pathUnder = (prefix: string, path: string): string => (path === '/' ? prefix || '/' : `${prefix}${path}`)

const pathOf = ({ path }: Route, { req }: Context): string => path.replace(':page', () => req.param('page') ?? '')

async function answer(route: Route, visit: Visit, limits: Limits): Promise<Response> {
  const admitted = await admit(route, visit)
  if (admitted instanceof Response) return admitted
  if (isForStaff(route)) return 'signedIn' in admitted ? route.handler(admitted) : notFound()
  return answerWithin(limits, route, admitted, async () => route.handler(admitted))
}

const isForStaff = (route: Route): route is Route & StaffRoute =>
  route.permission !== 'public' && route.permission !== 'set-up:begin'

function notFound(): never {
  throw new Problem('not-permitted')
}

function visitOf(request: Context, services: Services, language: Language): Visit {
  const path = language === 'en' ? request.req.path : request.req.path.slice(language.length + 1) || '/'
  return { request, language, path, say: sayIn(services.content.messages, language), services }
}

function languageOf({ req }: Context): Language {
  const first = req.path.split('/')[1] ?? ''
  return isLanguage(first) ? first : 'en'
}

/** The kind and place of an error, never its text: a message may quote what a person typed. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no cause'
  return [
    cause.name,
    ...(cause.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 3),
  ].join(' ')
}
