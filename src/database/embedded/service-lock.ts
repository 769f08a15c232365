// The third lock, inside the database: one service at a time has the say over a data folder, wherever it runs. The other
// two (a socket name, a file lock) are not seen across containers that share the folder and its socket.

import { setTimeout as wait } from 'node:timers/promises'

import { Client, type ClientConfig } from 'pg'

const key = 7_146_311

export type ServiceLock = { release(): Promise<void> }

/** Undefined: another service holds it. Where the server was started again, the lock is taken again. */
export async function takeServiceLock(connection: ClientConfig): Promise<ServiceLock | undefined> {
  let released = false
  let held = await tryLock(connection, onLost)
  if (held === undefined) return undefined
  return {
    async release() {
      released = true
      await held?.end().catch(() => undefined)
    },
  }

  function onLost(): void {
    held = undefined
    void retake()
  }

  async function retake(): Promise<void> {
    while (!released && held === undefined) {
      held = await tryLock(connection, onLost).catch(() => undefined)
      if (held === undefined) await wait(200, undefined, { ref: false })
    }
    if (released) await held?.end().catch(() => undefined)
  }
}

async function tryLock(connection: ClientConfig, onLost: () => void): Promise<Client | undefined> {
  const client = new Client({ ...connection, keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key])
  if (rows[0]?.taken === true) {
    client.once('end', onLost)
    return client
  }
  await client.end()
  return undefined
}
