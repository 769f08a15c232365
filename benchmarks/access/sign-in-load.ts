// `npm run bench:sign-in`: whether guessing passwords starves everybody else. The real service, one enrolled administrator, and for
// twenty seconds 20 sign-ins a second, one in four of them right, each from another network, while a public page and the page
// of sign-in are asked 20 times a second each. Times count from the moment a request was due. `--quick`: five seconds.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { startService } from '../../tests/service/service.ts'
import { administrator, enrolAdministrator, formOf, type Ask } from './first-administrator.ts'

const seconds = process.argv.includes('--quick') ? 5 : 20
const rate = 20
const holdMs = 300

type Answer = { readonly status: number | 'failed'; readonly to: string; readonly ms: number }

const folder = mkdtempSync(join(tmpdir(), 'footbridge-bench-sign-in-'))
// With an address of its own the service believes what a proxy says of networks; the port is that of the proxy.
const service = await startService({
  FOOTBRIDGE_DATA: join(folder, 'data'),
  FOOTBRIDGE_URL: 'http://localhost',
  FOOTBRIDGE_LISTEN: '127.0.0.1',
})
try {
  const ask: Ask = (path, init) =>
    fetch(`http://127.0.0.1:${String(service.port)}${path}`, { ...init, redirect: 'manual' })
  await enrolAdministrator(ask, await linkIn(service.output))
  const idle = await atRate((number) => ask(pageOf(number)), 40, Math.min(5, seconds))
  const [signIns, pages] = await Promise.all([
    atRate((number) => signIn(ask, number), rate, seconds),
    atRate((number) => ask(pageOf(number)), 2 * rate, seconds),
  ])
  process.exitCode = report({ idle, signIns, pages }) ? 0 : 1
} finally {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** The service prints its link after it is ready. */
async function linkIn(output: () => string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const [, link] = /(\/set-up\/\S+)\s/.exec(output()) ?? []
    if (link !== undefined) return link
    await wait(25)
  }
  throw new Error('the service printed no link')
}

function pageOf(number: number): string {
  return number % 2 === 0 ? '/learn/signs' : '/staff/sign-in'
}

/** One in four is right. A wrong one names somebody else each time, as a name that is guessed at has to wait after five tries. */
function signIn(ask: Ask, number: number): Promise<Response> {
  const right = number % 4 === 0
  const network = `198.18.${String(number >> 8)}.${String(number & 255)}`
  const fields = right
    ? administrator
    : { email: `guess${String(number)}@center.example`, password: `no word of hers ${String(number)}` }
  return ask('/staff/sign-in', formOf(fields, { 'X-Forwarded-For': network }))
}

/** Sends on time, whether or not the earlier ones were answered, and waits for all. */
async function atRate(
  send: (number: number) => Promise<Response>,
  perSecond: number,
  long: number,
): Promise<readonly Answer[]> {
  const start = performance.now()
  const answers: Promise<Answer>[] = []
  for (let number = 0; number < perSecond * long; number++) {
    const due = start + (number * 1000) / perSecond
    await wait(Math.max(0, due - performance.now()))
    answers.push(timed(send(number), due))
  }
  return Promise.all(answers)
}

async function timed(asked: Promise<Response>, due: number): Promise<Answer> {
  try {
    const answer = await asked
    await answer.arrayBuffer()
    return { status: answer.status, to: answer.headers.get('location') ?? '', ms: performance.now() - due }
  } catch {
    return { status: 'failed', to: '', ms: performance.now() - due }
  }
}

type Measured = Readonly<Record<'idle' | 'signIns' | 'pages', readonly Answer[]>>

/** Whether everything held: pages in time, and each sign-in looked at. */
function report({ idle, signIns, pages }: Measured): boolean {
  const count = (of: readonly Answer[], status: Answer['status']): number =>
    of.filter((one) => one.status === status).length
  const right = signIns.filter(({ to }) => to.startsWith('/staff/sign-in/code')).length
  const wrong = count(signIns, 422)
  const [busy, told, broken] = [count(signIns, 503), count(signIns, 429), count(signIns, 'failed')]
  const other = signIns.length - right - wrong - busy - told - broken
  say('pages, nobody signing in', timesOf(idle))
  say('pages meanwhile', `${timesOf(pages)}  hold: p99 <= ${String(holdMs)} ms`)
  say('pages answered', `${String(count(pages, 200))} of ${String(pages.length)}`)
  say(`sign-ins, ${String(rate)} a second`, timesOf(signIns))
  say('  right, wrong', `${String(right)}, ${String(wrong)} of ${String(signIns.length)}`)
  say('  busy, told to wait, failed, other', `${[busy, told, broken, other].join(', ')}  hold: 0`)
  const looked = right === Math.ceil(signIns.length / 4) && right + wrong === signIns.length
  return looked && count(pages, 200) === pages.length && quantile(pages, 0.99) <= holdMs
}

function say(what: string, found: string): void {
  process.stdout.write(`${what.padEnd(36)} ${found}\n`)
}

function timesOf(answers: readonly Answer[]): string {
  const [middle, most, last] = [0.5, 0.99, 1].map((part) => quantile(answers, part).toFixed(1))
  return `p50 ${middle ?? ''} ms, p99 ${most ?? ''} ms, longest ${last ?? ''} ms`
}

function quantile(answers: readonly Answer[], part: number): number {
  const sorted = answers.map(({ ms }) => ms).sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
}
