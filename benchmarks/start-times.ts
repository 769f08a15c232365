// How long the service takes to be ready: the first start after install (build and database made) and a warm start.
// Hold: warm <= 3 s, first <= 15 s (design, section 6).

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort } from './free-port.ts'

export type StartTimes = { readonly firstMs: number; readonly warmMs: readonly number[] }

/** Starts the service in `home` once on a new data folder without a build, then `warm` times more. */
export async function measureStarts(home: string, warm: number): Promise<StartTimes> {
  const data = mkdtempSync(join(tmpdir(), 'footbridge-bench-'))
  try {
    rmSync(join(home, 'dist'), { recursive: true, force: true })
    const firstMs = await startOnce(home, data)
    const warmMs: number[] = []
    for (let round = 0; round < warm; round++) warmMs.push(await startOnce(home, data))
    return { firstMs, warmMs }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** Milliseconds from the command to the first 200 of /healthz; then stops the service cleanly. */
async function startOnce(home: string, data: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const service = spawn(join(home, 'bin/footbridge'), ['serve'], {
    env: { ...process.env, PORT: String(port), FOOTBRIDGE_DATA: data },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => service.once('exit', resolve))
  await untilHealthy(port, () => service.exitCode === null)
  const took = performance.now() - began
  service.kill('SIGTERM')
  await ended
  return took
}

/** Resolves at the first 200 of /healthz; throws when the process ends or a minute passes. */
export async function untilHealthy(port: number, alive: () => boolean): Promise<void> {
  const limit = Date.now() + 60_000
  while (Date.now() < limit && alive()) {
    const ok = await fetch(`http://127.0.0.1:${port}/healthz`)
      .then((answer) => answer.ok)
      .catch(() => false)
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The service did not become healthy')
}
