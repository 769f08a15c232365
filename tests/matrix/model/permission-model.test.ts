// Sequences of commands against the real database, compared with the permission model after each: invite, sign in, grant, revoke,
// end access, open, team, leave, conflict, seal, break glass, close, note, merge, erase, list. `npm run test:long`: 2,000 sequences.

import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { freshDatabase, type Fresh } from '../../database/databases.ts'
import { commands, opening, tally } from './commands.ts'
import { newWorld, signIn } from './world.ts'

const sequences = process.env['FOOTBRIDGE_LONG'] === undefined ? 200 : 2000
const atOnce = 8
let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

it(`holds in ${String(sequences)} sequences of 50 commands, one center each`, { timeout: 3_600_000 }, async () => {
  let ran = 0
  const run = () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(...commands), { minLength: 50, maxLength: 50 }), async (sequence) => {
        const world = await newWorld(fresh.database)
        for (const person of world.model.people) await signIn(world.real, person)
        await fc.asyncModelRun(() => world, [...opening, ...sequence])
        ran++
      }),
      { numRuns: sequences / atOnce, endOnFailure: true },
    )
  await Promise.all(Array.from({ length: atOnce }, run))
  expect(ran).toBe(sequences)
  process.stdout.write(
    `permission model: ${[...tally].map(([kind, count]) => `${String(count)} ${kind}`).join(', ')}\n`,
  )
  for (const kind of ['done', 'shut', 'said', 'out']) expect(tally.get(kind) ?? 0).toBeGreaterThan(sequences)
})
