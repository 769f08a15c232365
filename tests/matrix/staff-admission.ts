// How a route of the staff side is tried against its permission, for the real table and for tables with a planted hole: without
// a session, and as somebody of each role with her own center's ids, another center's, and ids of nobody. What is found comes
// back as lines; none means that the wall stands.

import { permissionsOf, type Permission, type Role, type SignedIn } from '../../src/access/index.ts'
import type { Route } from '../../src/web/route-table.ts'
import { posted } from '../services.ts'

export type Asks = { request(path: string, init: RequestInit): Response | Promise<Response> }

export type Ids = { readonly whose: string; readonly fill: (path: string) => string }

/** `permission`: what the route needs by the real table, whatever the tried table says. */
export type Door = Pick<Route, 'method' | 'path' | 'languages'> & { readonly permission: Permission }

export type Tried = { readonly found: readonly string[]; readonly combinations: number }

/** `become`: whom the application sees as signed in from now on. */
export type Stand = {
  readonly app: Asks
  readonly become: (who: SignedIn | undefined) => void
  readonly people: ReadonlyMap<Role, SignedIn>
  readonly ids: readonly Ids[]
}

type Asked = { readonly language: string; readonly path: string; readonly init: RequestInit }

const jsonOnly = { accept: 'application/json' }

/** Each of its addresses, by each kind of ids: as a page, and as a machine asks. A form has the right token and much in it. */
function waysTo({ method, path, languages }: Door, ids: Ids): readonly Asked[] {
  const fields = { 'form-token': 'form-token', name: 'Nia', roles: 'mentor', reason: 'child-missing', sure: 'yes' }
  const inits = method === 'get' ? [{}, { headers: jsonOnly }] : [posted(fields), posted(fields, jsonOnly)]
  return (languages === 'each' ? ['', '/es'] : ['']).flatMap((language) =>
    inits.map((init) => ({ language, path: `${language}${ids.fill(path)}`, init })),
  )
}

async function whole(app: Asks, path: string, init: RequestInit): Promise<string> {
  const answer = await app.request(path, init)
  return JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()])
}

/** The address that does not exist, asked in the same language and way. */
const missing = (app: Asks, { language, init }: Asked): Promise<string> =>
  whole(app, `${language}/staff/no-such-page`, init)

export async function tryDoors(stand: Stand, doors: readonly Door[]): Promise<Tried> {
  const found: string[] = []
  let combinations = 0
  const note = (problem: string | undefined): void => {
    combinations++
    if (problem !== undefined) found.push(problem)
  }
  for (const door of doors)
    for (const ids of stand.ids)
      for (const asked of waysTo(door, ids)) {
        const name = `${door.method} ${asked.path}, ids of ${ids.whose}`
        note(await outside(stand, asked, name))
        for (const [role, who] of stand.people)
          if (!permissionsOf([role]).has(door.permission)) note(await shut(stand, asked, who, `${role}: ${name}`))
      }
  return { found, combinations }
}

/** Without a session: the way to sign-in, which says the address and nothing else; or nothing. */
async function outside({ app, become }: Stand, asked: Asked, name: string): Promise<string | undefined> {
  become(undefined)
  const answer = await app.request(asked.path, asked.init)
  const text = await answer.text()
  const to = answer.headers.get('location')
  const redirected = answer.status === 303 && text === '' && to?.startsWith(`${asked.language}/staff/sign-in?back=`)
  if (redirected === true && answer.headers.getSetCookie().length === 0) return undefined
  return (await whole(app, asked.path, asked.init)) === (await missing(app, asked)) ? undefined : `nobody: ${name}`
}

/** With a session that lacks the permission: byte for byte what an address without a page is. */
async function shut({ app, become }: Stand, asked: Asked, who: SignedIn, name: string): Promise<string | undefined> {
  become(who)
  const answer = await whole(app, asked.path, asked.init)
  return answer.startsWith('[404,') && answer === (await missing(app, asked)) ? undefined : name
}
