// The gate keeps its number, its order and its length, and an error lets the next one in.

import { describe, expect, it } from 'vitest'

import { fewAtOnce } from './few-at-once.ts'

function pieces(gate: ReturnType<typeof fewAtOnce>) {
  const begun: number[] = []
  const finish: (() => void)[] = []
  const add = (number: number) =>
    gate.run(() => {
      begun.push(number)
      return new Promise<number>((resolve) => finish.push(() => resolve(number)))
    })
  return { begun, add, finish: () => finish.shift()?.() }
}

describe('work that is done a few at once', () => {
  it('runs two, lets a third wait for its turn, and refuses what is more than may wait', async () => {
    const { begun, add, finish } = pieces(fewAtOnce({ atOnce: 2, waiting: 1 }))
    const [one, , three, four] = [add(1), add(2), add(3), add(4)]
    expect(begun).toEqual([1, 2])
    expect(four).toBeUndefined()
    finish()
    expect(await one).toBe(1)
    expect(begun).toEqual([1, 2, 3])
    finish()
    finish()
    expect(await three).toBe(3)
  })

  it('takes more when it is empty again', async () => {
    const { add, finish } = pieces(fewAtOnce({ atOnce: 1, waiting: 0 }))
    const first = add(1)
    expect(add(2)).toBeUndefined()
    finish()
    await first
    const later = add(3)
    finish()
    expect(await later).toBe(3)
  })

  it('gives an error to who asked, and lets the next one in', async () => {
    const gate = fewAtOnce({ atOnce: 1, waiting: 1 })
    const broken = gate.run(() => Promise.reject(new Error('stop')))
    const next = gate.run(() => Promise.resolve('on'))
    await expect(broken).rejects.toThrow('stop')
    expect(await next).toBe('on')
  })
})
