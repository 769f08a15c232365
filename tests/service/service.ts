// The service as a person starts it: bin/footbridge as a process, its output collected, its answers asked over HTTP.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { freePort } from '../../benchmarks/free-port.ts'
import { home } from '../home.ts'

export const launcher = join(home, 'bin/footbridge')

export type Running = {
  readonly port: number
  readonly child: ChildProcess
  output(): string
  ask(path: string): Promise<Response>
  /** Sends the signal; resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Resolves when the service has printed that it is ready. */
export async function startService(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Running> {
  const port = await freePort()
  const child = spawn(launcher, ['serve', ...args], {
    env: { ...process.env, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  for (let tries = 0; tries < 1200 && !output.includes('is ready') && child.exitCode === null; tries++) await wait(25)
  if (!output.includes('is ready')) throw new Error(`The service did not start: ${output}`)
  return {
    port,
    child,
    output: () => output,
    ask: (path) => fetch(`http://127.0.0.1:${port}${path}`),
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs a command to its end. */
export function runFootbridge(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(launcher, args, {
    timeout: 60_000,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  return { status, stdout, stderr }
}
