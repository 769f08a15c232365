// The site under test and the neutral site that its exit leads to, each on a free port of the loopback.

import { serve, type ServerType } from '@hono/node-server'
import type { AddressInfo } from 'node:net'

import { testApp } from '../services.ts'
import type { Sites } from './browser.ts'

export type OpenSites = Sites & { readonly logged: readonly string[]; close(): void }

type Fetch = (request: Request) => Response | Promise<Response>

export async function openSites(): Promise<OpenSites> {
  const servers: ServerType[] = []
  const listen = async (fetch: Fetch): Promise<string> => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
    servers.push(server)
    await new Promise((resolve) => server.once('listening', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const weather = '<!doctype html><html lang="en"><title>Weather</title><h1>Weather</h1>'
  const neutral = await listen(() => new Response(weather, { headers: { 'Content-Type': 'text/html' } }))
  const { app, lines } = await testApp(undefined, `${neutral}/`)
  const origin = await listen((request) => app.fetch(request))
  const close = (): void => {
    for (const server of servers) server.close()
  }
  return { origin, neutral, logged: lines, close }
}
