// The site under test and the neutral site that its exit leads to, each on a free port of the loopback.

import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'

import { testApp } from '../services.ts'
import type { Sites } from './browser.ts'

export type OpenSites = Sites & { readonly logged: readonly string[]; close(): void }

type Fetch = (request: Request) => Response | Promise<Response>

export type Listener = { readonly origin: string; close(): void }

/** Listens on a free port of the loopback. */
export async function listen(fetch: Fetch): Promise<Listener> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}

export async function openSites(): Promise<OpenSites> {
  const weather = '<!doctype html><html lang="en"><title>Weather</title><h1>Weather</h1>'
  const neutral = await listen(() => new Response(weather, { headers: { 'Content-Type': 'text/html' } }))
  const { app, lines } = await testApp(undefined, `${neutral.origin}/`)
  const site = await listen((request) => app.fetch(request))
  const close = (): void => {
    for (const one of [neutral, site]) one.close()
  }
  return { origin: site.origin, neutral: neutral.origin, logged: lines, close }
}
