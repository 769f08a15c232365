// Hashes are what they say they are, nobody's account takes as long as somebody's, and the pool is never flooded.

import { hash, hashSync } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'

import { fewAtOnce } from './few-at-once.ts'
import { argon2Cost, hashOfNobody, needsRehash, passwordHashing } from './password-hash.ts'

const password = 'the otter reads at noon'
const { hashPassword, verifyPassword } = passwordHashing()

async function stored(text = password): Promise<string> {
  const made = await hashPassword(text)
  if (!made.ok) throw new Error(made.reason)
  return made.value
}

describe('a stored password', () => {
  it('is argon2id with 19 MiB, two passes and one lane, and a salt of its own', async () => {
    const [one, other] = [await stored(), await stored()]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
  })

  it('is known again, and another is not', async () => {
    const hashed = await stored()
    expect(await verifyPassword(hashed, password)).toEqual({ ok: true, value: true })
    expect(await verifyPassword(hashed, `${password} `)).toEqual({ ok: true, value: false })
    expect(await verifyPassword(hashed, password.toUpperCase())).toEqual({ ok: true, value: false })
  })

  it('is known again however its letters were composed', async () => {
    const hashed = await stored('mi sen\u0303or nutria lee')
    expect(await verifyPassword(hashed, 'mi se\u00f1or nutria lee')).toEqual({ ok: true, value: true })
  })

  it('counts to its last character: nothing is cut off', async () => {
    const long = 'a winter kettle '.repeat(12)
    expect(await verifyPassword(await stored(`${long}1`), `${long}2`)).toEqual({ ok: true, value: false })
  })

  it.each([
    ['more passes', { ...argon2Cost, timeCost: 3 }],
    ['less memory', { ...argon2Cost, memoryCost: 9_728 }],
    ['more lanes', { ...argon2Cost, parallelism: 2 }],
    ['another kind of argon2', { ...argon2Cost, algorithm: 1 }],
  ])('is to be hashed anew when it was made with %s', (_, cost) => {
    expect(needsRehash(hashSync(password, cost))).toBe(true)
  })

  it('is not to be hashed anew at the cost of today, and neither is the one of nobody', async () => {
    expect([needsRehash(await stored()), needsRehash(hashOfNobody)]).toEqual([false, false])
  })
})

describe('an account that does not exist', () => {
  it('has no password', async () => {
    expect(await verifyPassword(undefined, password)).toEqual({ ok: true, value: false })
  })

  it('has none even for who guesses the password of nobody', async () => {
    const guessed = passwordHashing(fewAtOnce({ atOnce: 1, waiting: 0 }), await stored())
    expect(await guessed.verifyPassword(undefined, password)).toEqual({ ok: true, value: false })
  })

  it('takes as long to refuse as one that exists', async () => {
    const hashed = await stored()
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 25; round += 1) {
      known.push(await time(() => verifyPassword(hashed, 'not the password at all')))
      unknown.push(await time(() => verifyPassword(undefined, 'not the password at all')))
    }
    expect(median(unknown) / median(known)).toBeGreaterThan(0.7)
    expect(median(unknown) / median(known)).toBeLessThan(1.4)
  })
})

describe('many at once', () => {
  it('are hashed two at a time, wait in order, and are told "busy" beyond that', async () => {
    const narrow = passwordHashing(fewAtOnce({ atOnce: 2, waiting: 3 }))
    const answers = await Promise.all(Array.from({ length: 8 }, () => narrow.verifyPassword(undefined, password)))
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.reason))).toEqual([
      ...Array.from({ length: 5 }, () => 'done'),
      ...Array.from({ length: 3 }, () => 'busy'),
    ])
    expect(await narrow.hashPassword(password)).toMatchObject({ ok: true })
  })

  it('leave the one thread free meanwhile', async () => {
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 1)
    await Promise.all(Array.from({ length: 6 }, () => hash(password, argon2Cost)))
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(5)
  })
})

async function time(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
