// Tells the counter which page was shown, and nothing else: not to whom, from where or with which answers. Where a center
// does not count, the handler stays as it is.

import type { Context } from 'hono'

import type { Language } from '../knowledge/index.ts'
import { isOfStaff } from './parts/staff-path.ts'
import type { Route } from './route-table.ts'

type RequestHandler = (request: Context) => Promise<Response>

export type Count = (language: Language, page: string) => void

/** The list of what may be counted: public pages that exist; no built file, no address with a part of somebody's own. */
export const isCounted = ({ permission, languages, path }: Route): boolean =>
  permission === 'public' && languages === 'each' && !isOfStaff(path) && !path.replace(':page', '').includes(':')

/** 'get /learn/signs', 'post /report/sheet.pdf'. Only an answer of 200 is counted, so a `:page` is the name of a page of content/. */
const nameOf = ({ method, path }: Route, { req }: Context): string =>
  `${method} ${path.replace(':page', () => req.param('page') ?? '')}`

export function counted(
  handler: RequestHandler,
  route: Route,
  language: Language,
  count: Count | undefined,
): RequestHandler {
  if (count === undefined || !isCounted(route)) return handler
  return async (request) => {
    const answer = await handler(request)
    if (answer.status === 200 && request.req.method !== 'HEAD') count(language, nameOf(route, request))
    return answer
  }
}
