// The promise of the log, tried 20,000 times: every tampering with what a checkpoint covers is found, and no log that
// nobody touched is suspected.

import { describe, expect, it } from 'vitest'

import { sampleKey, sampleOrigin, streamed } from '../../../tests/audit/sample-log.ts'
import { preparedLog } from '../../../tests/audit/signed-log.ts'
import { type Handed, type Random, randomFrom, type Signed, tamperings } from '../../../tests/audit/tampering.ts'
import { verifyingKeyOf } from './note-key.ts'
import { type Verdict, verifyLog } from './verify-log.ts'

const longest = 66
const prepared = preparedLog(longest)
const trust = { origin: sampleOrigin, keys: [verifyingKeyOf(sampleKey())] }
const verify = ({ log, checkpoints }: Handed): Promise<Verdict> => verifyLog(streamed(log), checkpoints, trust)

/** The first `size` entries, with a checkpoint over the first `covered`, and at times an older one beside it. */
function signedLog(size: number, covered: number, random: Random): Signed {
  const sizes = random(3) === 0 ? [covered, random(covered + 1)] : [covered]
  return {
    log: prepared.log.slice(0, size),
    checkpoints: sizes.map((one) => prepared.checkpoints[one] ?? ''),
    covered,
  }
}

describe('a log that a checkpoint covers', () => {
  it('shows each of 10,000 random tamperings', async () => {
    const random = randomFrom(20261124)
    const ways = Object.entries(tamperings)
    const unseen: string[] = []
    for (let round = 0; round < 10_000; round += 1) {
      const [way, tamper] = ways[round % ways.length] ?? ['none', undefined]
      const size = 2 + random(longest - 2)
      const signed = signedLog(size, 1 + random(size), random)
      const handed = tamper?.(signed, random) ?? signed
      if ((await verify(handed)).clean)
        unseen.push(`round ${round}: ${way}, ${size} entries, ${signed.covered} covered`)
    }
    expect(unseen).toEqual([])
    expect(ways.length).toBeGreaterThanOrEqual(9)
  }, 60_000)

  it('raises no false alarm in 10,000 clean logs of all sizes', async () => {
    const random = randomFrom(20261125)
    const alarms: string[] = []
    const sizes = new Set<number>()
    for (let round = 0; round < 10_000; round += 1) {
      const size = round % (longest + 1)
      const { log, checkpoints, covered } = signedLog(size, random(size + 1), random)
      const verdict = await verify({ log, checkpoints })
      sizes.add(verdict.entries)
      if (!verdict.clean || verdict.covered !== covered) alarms.push(`${size}: ${JSON.stringify(verdict)}`)
    }
    expect(alarms).toEqual([])
    // 0, 1, every power of two to 64, and their neighbors.
    expect(sizes.size).toBe(longest + 1)
  }, 60_000)
})

describe('a verifier', () => {
  it('would be fooled without checkpoints: the tamperings are real', async () => {
    const random = randomFrom(7)
    const signed = signedLog(40, 40, random)
    const quiet = tamperings['changes one value']?.(signed, random) ?? signed
    const verdict = await verify({ ...quiet, checkpoints: prepared.checkpoints.slice(0, 1) })
    expect(verdict).toMatchObject({ clean: true, covered: 0, entries: 40 })
  })
})
