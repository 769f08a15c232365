// The application as tests ask it: `app.request('/path')`, no port. Pages that touch no data need no database; tests that
// do pass a real one.

import { join } from 'node:path'

import type { Database } from '../src/database/index.ts'
import { setUpLinks, type SetUpLinks } from '../src/access/index.ts'
import { buildApp, loadAssets, type Services } from '../src/web/index.ts'
import { ensureBuilt } from '../bin/build.ts'
import { aWeekday, content, contentFolder, directory, home } from './home.ts'

const noLinks: SetUpLinks = {
  issue: () => Promise.reject(new Error('no database')),
  open: () => Promise.resolve(false),
}

/** `exitAddress`: the neutral site; a browser test passes one that answers. */
export async function testServices(database?: Database, exitAddress = 'https://weather.example/'): Promise<Services> {
  const built = await ensureBuilt(home)
  return {
    content,
    contentFolder,
    directory,
    assets: loadAssets(join(built, 'assets')),
    version: '0.0.0-test',
    host: 'help.example.org',
    origin: 'https://help.example.org',
    copies: [],
    copy: null,
    exitAddress,
    clock: () => aWeekday,
    health: async () =>
      database === undefined
        ? { ok: false, kind: 'none', migration: null }
        : { kind: database.kind, ...(await database.health()) },
    setUpLinks: database === undefined ? noLinks : setUpLinks(database),
    secure: false,
    findSignedIn: () => Promise.resolve(undefined),
    staff: null,
  }
}

/** An application whose log lines are collected, so that a test can look for what must not be there. */
export async function testApp(database?: Database, exitAddress?: string, changes: Partial<Services> = {}) {
  const lines: string[] = []
  const services = { ...(await testServices(database, exitAddress)), ...changes }
  const app = buildApp({ services, log: (line) => lines.push(line) })
  return { app, lines }
}

/** Posts a form as a browser does from our own page. */
export const posted = (
  fields: Readonly<Record<string, string | readonly string[]>>,
  headers: Record<string, string> = {},
): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', ...headers },
  body: new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString(),
})
