// Reads a posted form: plain urlencoded text in UTF-8, at most 128 KiB, and only from our own pages. Everything else is a
// Problem that answers with a plain page. What a person typed is returned as it is; the readers of each form parse it.

import { Problem } from '../shared/index.ts'
import { readBytes } from './body-reader.ts'
import type { Visit } from './route-table.ts'

export type Form = {
  /** The first value of a field; empty where there is none. */
  one(name: string): string
  all(name: string): readonly string[]
  /** All fields in their order. */
  entries(): readonly (readonly [string, string])[]
}

type Posted = Pick<Visit, 'request' | 'services'>

const read = new WeakMap<Request, Promise<Form>>()

/** May be asked again for the same request: a body can be read only once, and the second reader gets what the first got. */
export function readForm(visit: Posted): Promise<Form> {
  const { raw } = visit.request.req
  const form = read.get(raw) ?? readOnce(visit)
  read.set(raw, form)
  return form
}

async function readOnce(visit: Posted): Promise<Form> {
  refuseOtherSites(visit)
  const { req } = visit.request
  const type = req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new Problem('unsupported-form')
  return parseForm(await readText(req.raw))
}

/** A copy has no page of staff, and so no form for one. */
const ofStaff = /^(\/\w\w)?\/(staff|set-up)\//

/** Throws Problem('cross-site') when a page of another site sent the form that is no copy of ours. */
export function refuseOtherSites({ request: { req }, services }: Posted): void {
  const ours = [req.header('host'), services.host]
  const copied = !ofStaff.test(req.path) && services.copies.includes(req.header('origin') ?? '')
  if (!copied && !isOurOwn(req.header('sec-fetch-site'), req.header('origin'), ours)) throw new Problem('cross-site')
}

/** No NUL may pass: PostgreSQL and PDF both refuse it. Line ends become plain newlines. */
export function parseForm(text: string): Form {
  const fields = new URLSearchParams(text)
  const clean = (value: string): string => value.replaceAll('\0', '').replaceAll(/\r\n?/g, '\n')
  return {
    one: (name) => clean(fields.get(name) ?? ''),
    all: (name) => fields.getAll(name).map(clean),
    entries: () => [...fields].map(([name, value]) => [clean(name), clean(value)]),
  }
}

async function readText(request: Request): Promise<string> {
  const bytes = await readBytes(request)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Problem('unreadable-form', {}, cause)
  }
}

/** Browsers say where a form came from; an old one that says nothing may still ask for help here, as nothing is kept. */
function isOurOwn(
  site: string | undefined,
  origin: string | undefined,
  hosts: readonly (string | undefined)[],
): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}
