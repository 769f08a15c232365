// What Node itself refuses (a head that is no HTTP, too large or too slow) is answered with the last page, and nothing of
// it is written to the log.

import { STATUS_CODES, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

import type { LastPage } from '../web/index.ts'

const statuses: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 }

export function answerBroken(server: Server, page: LastPage): void {
  const answering = new WeakMap<Duplex, ServerResponse>()
  server.on('request', ({ socket }, answer) => answering.set(socket, answer))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const begun = answering.get(socket)
    const halfSent = begun?.headersSent === true && !begun.writableFinished
    if (!socket.writable || halfSent || error.code === 'ECONNRESET') return void socket.destroy()
    socket.end(asText(statuses[error.code ?? ''] ?? 400, page))
  })
}

function asText(status: number, { headers, body }: LastPage): string {
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n')
}
