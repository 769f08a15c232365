// Listens on a port, and turns a taken one into a sentence. Closing waits for answers under way, ten seconds at most.

import type { AddressInfo } from 'node:net'

import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'

import { Problem } from '../shared/index.ts'

export type Listening = { readonly port: number; close(): Promise<void> }

export function listen(
  app: Hono,
  { port, listenOn }: { readonly port: number; readonly listenOn: string },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch })
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

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}
