// Requests per second of public pages against a bare Hono route that returns the same bytes, both over loopback, in turns.
// Hold: ratio >= 0.7 (design, section 6).

import { serve } from '@hono/node-server'
import autocannon from 'autocannon'
import { Hono } from 'hono'

import { freePort } from './free-port.ts'

export type PageRatio = { readonly path: string; readonly ours: number; readonly bare: number; readonly ratio: number }

/** `origin` is a running service. Returns the medians of `rounds` paired runs of `seconds` each. */
export async function measurePages(
  origin: string,
  paths: readonly string[],
  rounds: number,
  seconds: number,
): Promise<readonly PageRatio[]> {
  const results: PageRatio[] = []
  for (const path of paths) results.push(await measurePage(origin, path, rounds, seconds))
  return results
}

async function measurePage(origin: string, path: string, rounds: number, seconds: number): Promise<PageRatio> {
  const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })
  const bare = await serveBytes(await answer.text(), Object.fromEntries(answer.headers))
  const pairs: { ours: number; bare: number }[] = []
  for (let round = 0; round < rounds; round++) {
    pairs.push({ ours: await rate(origin + path, seconds), bare: await rate(bare.address, seconds) })
  }
  bare.close()
  const middle = pairs.toSorted((one, other) => one.ours / one.bare - other.ours / other.bare)[Math.floor(rounds / 2)]
  if (middle === undefined) throw new Error('no round was run')
  return { path, ...middle, ratio: middle.ours / middle.bare }
}

async function serveBytes(body: string, headers: Record<string, string>): Promise<{ address: string; close(): void }> {
  const app = new Hono()
  const kept = Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !/^(content-length|transfer-encoding|connection|date|keep-alive)$/.test(name),
    ),
  )
  app.get('/', (request) => request.body(body, 200, kept))
  const port = await freePort()
  const server = serve({ fetch: app.fetch, port })
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

async function rate(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, duration, connections: 8 })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were not 2xx`)
  return result.requests.average
}
