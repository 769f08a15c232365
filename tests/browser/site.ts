// The site under test and the neutral site that its exit leads to, each on a free port of the loopback.

import { testApp } from '../services.ts'
import type { Sites } from './browser.ts'
import { localSites } from './local-sites.ts'

export type OpenSites = Sites & { readonly logged: readonly string[]; close(): void }

export async function openSites(): Promise<OpenSites> {
  const local = localSites()
  const neutral = await local.weather()
  const { app, lines } = await testApp(undefined, neutral)
  const origin = await local.listen((request) => app.fetch(request))
  return { origin, neutral, logged: lines, close: local.close }
}
