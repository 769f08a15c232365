// The public side as plain files, for any host that serves folders: each page as the service would answer it, made by the
// same application without a database. What differs in a copy is decided in parts/copy.ts.

import type { Temporal } from 'temporal-polyfill'

import { languages } from '../knowledge/index.ts'
import { jurisdictionCodes } from '../reporting/index.ts'
import { buildApp } from './app.ts'
import { headerFiles } from './copy-headers.ts'
import { addressIn } from './parts/address.ts'
import { placesPath } from './parts/copy.ts'
import { publicPages } from './public-pages.ts'
import type { Copy, Services } from './route-table.ts'
import { routes } from './routes.ts'

export type CopyFile = { readonly path: string; readonly body: string | Uint8Array }

type CopyServices = Omit<Services, 'health' | 'setUpLinks' | 'copies' | 'secure' | 'findSignedIn' | 'staff'> & {
  readonly copy: Copy
}

/** Throws an Error that names an address which does not answer as it should. */
export async function publicCopy(given: CopyServices): Promise<readonly CopyFile[]> {
  const services = { ...given, ...nothingBehind, clock: () => whenAllAreOpen(given.clock()) }
  const app = buildApp({ services, log: () => undefined })
  const ask = async (address: string, status = 200): Promise<Response> => {
    const answer = await app.request(address)
    if (answer.status !== status) throw new Error(`${address} answered ${answer.status} instead of ${status}`)
    return answer
  }
  const pages = languages.flatMap((language) => pagesOf(services).map((path) => addressIn(language, path)))
  const known = new Set(pages)
  const files: CopyFile[] = []
  for (const address of pages) files.push(await fileOf(address, await ask(address), known))
  for (const folder of ['', 'es/'])
    files.push({ path: `${folder}404.html`, body: asFolders(await (await ask(`/${folder}404`, 404)).text(), known) })
  for (const address of [
    ...services.assets.all.filter(isOfPublic),
    '/robots.txt',
    ...(services.origin ? ['/sitemap.xml'] : []),
  ])
    files.push({ path: address.slice(1), body: new Uint8Array(await (await ask(address)).arrayBuffer()) })
  return [...files, ...headerFiles(services.copy, files)]
}

/** Staff pages are no part of a copy. */
const isOfPublic = (address: string): boolean => !/^\/assets\/(staff|scan|scan-worker|lexicon)\./.test(address)

const nothingBehind: Pick<Services, 'health' | 'setUpLinks' | 'copies' | 'secure' | 'findSignedIn' | 'staff'> = {
  secure: false,
  findSignedIn: () => Promise.resolve(undefined),
  staff: null,
  copies: [],
  health: () => Promise.resolve({ ok: false, kind: 'none', migration: null }),
  setUpLinks: {
    issue: () => Promise.reject(new Error('A copy has no set-up link')),
    open: () => Promise.resolve(false),
  },
}

/**
 * Nobody knows at what hour a copy is read, so it is made as at noon in New York on the last Tuesday, when every line of
 * limited hours is open: then the police stand second "at night and on weekends", and no line is said to be open or closed.
 */
function whenAllAreOpen(now: Temporal.Instant): Temporal.Instant {
  const there = now.toZonedDateTimeISO('America/New_York')
  const back = (there.dayOfWeek + 5) % 7
  return there.subtract({ days: back }).withPlainTime({ hour: 12 }).toInstant()
}

/** The composer makes a text out of what is typed, so it needs the service. */
function pagesOf({ content, copy }: CopyServices): readonly string[] {
  const composer = (path: string): boolean => /^\/report\/(sheet|script)/.test(path)
  const documents = routes.filter(({ method, path }) => method === 'get' && path.endsWith('.pdf'))
  return [
    ...publicPages(content).filter((path) => copy.service !== null || !composer(path)),
    ...documents.map(({ path }) => path),
    placesPath,
    ...jurisdictionCodes.map((code) => `${placesPath}/${code}`),
  ]
}

async function fileOf(address: string, answer: Response, known: ReadonlySet<string>): Promise<CopyFile> {
  const path = address.slice(1)
  if (answer.headers.get('content-type')?.startsWith('text/html') !== true)
    return { path, body: new Uint8Array(await answer.arrayBuffer()) }
  return { path: path === '' ? 'index.html' : `${path}/index.html`, body: asFolders(await answer.text(), known) }
}

/** A page of a copy is a folder: with the slash at the end a host answers at once, and not with a redirect. */
const asFolders = (html: string, known: ReadonlySet<string>): string =>
  html.replaceAll(/ href="(\/[^"#?.]*[^"#?./])(?=["#])/g, (whole, address: string) =>
    known.has(address) ? `${whole}/` : whole,
  )
