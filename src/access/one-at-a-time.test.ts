// The queue keeps its order and its length, and a piece that fails does not stop the next.

import { describe, expect, it } from 'vitest'

import { oneAtATime } from './one-at-a-time.ts'

describe('work one at a time', () => {
  it('runs in order, refuses what is too much, and takes more when it is done', async () => {
    const queue = oneAtATime(2)
    const order: number[] = []
    const piece = (number: number) => queue.run(() => Promise.resolve(order.push(number)))
    const [one, two, three] = [piece(1), piece(2), piece(3)]
    expect(three).toBeUndefined()
    await Promise.all([one, two])
    await piece(4)
    expect(order).toEqual([1, 2, 4])
  })

  it('gives an error to who asked, and goes on', async () => {
    const queue = oneAtATime(2)
    const failed = queue.run(() => Promise.reject(new Error('stop')))
    const next = queue.run(() => Promise.resolve('on'))
    await expect(failed).rejects.toThrow('stop')
    expect(await next).toBe('on')
  })
})
