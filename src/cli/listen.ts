// Listens on a port, and turns a taken one into a sentence. Nobody holds a connection by dawdling: head, body and answer
// have their time, and what is too broken or too slow for the pages gets the last page. Closing waits for answers under
// way, ten seconds at most.

import { createServer, type Server, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

import { Problem } from '../shared/index.ts'
import type { LastPage } from '../web/index.ts'
import { answerBroken } from './broken-request.ts'

export type Listening = { readonly port: number; close(): Promise<void> }

/** Milliseconds. Ours are 15 s for the head and 60 s for all of a request, 128 KiB on a slow phone included. */
export type Patience = { readonly head: number; readonly request: number; readonly check: number }

export type ListenParts = {
  readonly port: number
  readonly listenOn: string
  readonly lastPage: LastPage
  readonly patience?: Patience
}

const ours: Patience = { head: 15_000, request: 60_000, check: 5_000 }

export function listen(app: Hono, { port, listenOn, lastPage, patience = ours }: ListenParts): Promise<Listening> {
  const server = limited(createServer(optionsOf(patience), handlerOf(app, lastPage)), patience)
  answerBroken(server, lastPage)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new Problem('port-taken', { port }, error) : error,
      ),
    )
    server.listen(port, listenOn, () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => close(server) }),
    )
  })
}

const optionsOf = ({ head, request, check }: Patience): ServerOptions => ({
  headersTimeout: head,
  requestTimeout: request,
  connectionsCheckingInterval: check,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
})

/** A request whose address or host makes no sense never reaches the pages. */
const handlerOf = (app: Hono, { headers, body }: LastPage) => {
  const handle = getRequestListener(app.fetch, { errorHandler: () => new Response(body, { status: 400, headers }) })
  return (...[incoming, outgoing]: Parameters<typeof handle>) => void handle(incoming, outgoing)
}

function limited(server: Server, { request }: Patience): Server {
  server.maxConnections = 2_000
  server.maxHeadersCount = 100
  // Who does not take the answer loses the connection.
  server.timeout = request
  return server
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
