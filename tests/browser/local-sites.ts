// Servers of a browser test, each on a free port of the loopback. The neutral site has another host name, as in life: for a
// browser it is another site, not only another origin.

import { serve } from '@hono/node-server'
import type { Server } from 'node:http'

export type LocalSites = {
  /** Listens until `close`; returns the origin. */
  listen(fetch: (request: Request) => Response | Promise<Response>): Promise<string>
  /** A page that says "Weather"; returns its address. */
  weather(): Promise<string>
  close(): void
}

export function localSites(): LocalSites {
  const servers: Server[] = []
  const listen: LocalSites['listen'] = (fetch) =>
    new Promise((resolve) => {
      const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(`http://127.0.0.1:${port}`))
      servers.push(server as Server)
    })
  return {
    listen,
    weather: async () => `${(await listen(() => htmlPage('Weather'))).replace('127.0.0.1', 'localhost')}/`,
    close: () => {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

export const htmlPage = (name: string, inside = '', headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(`<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><h1>${name}</h1>${inside}`, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  })
