// Tells the counter which page was shown, and nothing else: not to whom, from where or with which answers. Where a center
// does not count, the handler stays as it is.

import type { Context } from 'hono'

import type { Language } from '../knowledge/index.ts'
import type { Route } from './route-table.ts'

type RequestHandler = (request: Context) => Promise<Response>

export type Count = (language: Language, page: string) => void

/** The fixed list of what may be counted: public pages, by the pattern of the table; no built file, no address with a part of its own. */
export const isCounted = ({ permission, languages, path }: Route): boolean =>
  permission === 'public' && languages === 'each' && !path.includes(':')

/** 'get /learn/signs', 'post /report/sheet.pdf'. */
export const nameOf = ({ method, path }: Route): string => `${method} ${path}`

export function counted(
  handler: RequestHandler,
  route: Route,
  language: Language,
  count: Count | undefined,
): RequestHandler {
  if (count === undefined || !isCounted(route)) return handler
  const name = nameOf(route)
  return async (request) => {
    const answer = await handler(request)
    if (answer.status === 200) count(language, name)
    return answer
  }
}
