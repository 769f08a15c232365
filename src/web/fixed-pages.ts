// Pages that are the same for everybody (every public page that is asked by its address alone) are made once, packed once,
// and then answered from memory: a page of sixty signs costs the service no more than a picture would.

import { gzipSync } from 'node:zlib'

import type { Context } from 'hono'

import { isOfStaff } from './parts/staff-path.ts'
import type { Route } from './route-table.ts'

/** Nobody's answers, nobody's rights: only the address decides what such a route shows. Text alone: a PDF is bytes. */
export const isFixed = ({ method, permission, languages, path }: Route): boolean =>
  method === 'get' && permission === 'public' && languages === 'each' && !path.endsWith('.pdf') && !isOfStaff(path)

export const takesGzip = ({ req }: Context): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$|\s))/.test(req.header('accept-encoding') ?? '')

type Made = {
  readonly plain: string
  readonly packed: Uint8Array<ArrayBuffer>
  readonly headers: Record<string, string>
}

/**
 * `make` runs once for each page of the route (`/learn/:page` has as many as there are files), at the first request for it;
 * a new day makes it anew ("called 90 days ago" ages);
 * an answer other than 200 is passed on and not kept, so that nobody can fill the memory with addresses of no page.
 */
export function fixedPage(
  make: (request: Context) => Promise<Response>,
  { today, headers }: { readonly today: () => string; readonly headers: Readonly<Record<string, string>> },
): (request: Context) => Promise<Response> {
  const kept = new Map<string, Made>()
  let day = ''
  return async (request) => {
    if (day !== today()) kept.clear()
    day = today()
    const name = request.req.param('page') ?? ''
    const made = kept.get(name) ?? (await firstTime(request))
    if (made instanceof Response) return made
    if (!takesGzip(request)) return new Response(made.plain, { headers: made.headers })
    return new Response(made.packed, { headers: { ...made.headers, 'Content-Encoding': 'gzip' } })
  }

  async function firstTime(request: Context): Promise<Made | Response> {
    const answer = await make(request)
    if (answer.status !== 200) return answer
    const made = await keep(answer, headers)
    kept.set(request.req.param('page') ?? '', made)
    return made
  }
}

async function keep(answer: Response, always: Readonly<Record<string, string>>): Promise<Made> {
  const plain = await answer.text()
  const headers = { ...always, ...Object.fromEntries(answer.headers), vary: 'Accept-Encoding' }
  return { plain, packed: new Uint8Array(gzipSync(plain, { level: 9 })), headers }
}
