// Nobody learns which names have an account: the same words, the same status, the same time. Asked in turns, so that whatever else
// the machine does falls on both alike.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { posted } from '../services.ts'
import { staffSite, type StaffSite } from '../staff.ts'
import { enrolled, type Enrolled } from './enrolled.ts'

const long = process.env['FOOTBRIDGE_LONG'] === '1'
const pairs = long ? 1000 : 60
const [least, most] = long ? [0.9, 1.1] : [0.7, 1.4]

let site: StaffSite
const known: Enrolled[] = []
beforeAll(async () => {
  site = await staffSite()
  for (let person = 0; person < 12; person++) known.push(await enrolled(site))
}, 60_000)
afterAll(() => site.close())

async function ask(email: string): Promise<{ readonly answer: string; readonly took: number }> {
  const form = posted({ email, password: 'not the password of anybody' }, { host: 'riverbend.example' })
  const began = performance.now()
  const answer = await site.app.request('/staff/sign-in', form)
  const html = await answer.text()
  return { took: performance.now() - began, answer: `${answer.status} ${html.replaceAll(email, 'NAME')}` }
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

describe('a name with an account and one without', () => {
  it(`answer alike, in like time (${pairs} of each)`, async () => {
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
    const answers = new Set<string>()
    for (let at = 0; at < pairs; at++) {
      // Past every wait: what is measured is the work, and a wait answers without it.
      site.clock.pass(3600)
      const names = { known: known[at % known.length]?.email ?? '', unknown: `person${at + 500}@riverbend.example` }
      for (const kind of at % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const { answer, took } = await ask(names[kind])
        times[kind].push(took)
        answers.add(answer)
      }
    }
    expect([...answers]).toHaveLength(1)
    const ratio = median(times.known) / median(times.unknown)
    expect(ratio).toBeGreaterThan(least)
    expect(ratio).toBeLessThan(most)
    if (long) process.stdout.write(`known / unknown: ${ratio.toFixed(3)}\n`)
  }, 600_000)
})
