// The limits count networks without knowing them: the clock and the key are the test's.

import { describe, expect, it } from 'vitest'

import { visitLimit, windowMs, type Cost } from './visit-limit.ts'

const start = 1000 * windowMs

function withLimits({ networks = 100 } = {}) {
  let now = start
  let keys = 0
  const limit = visitLimit({
    clock: () => now,
    newKey: () => Buffer.from(`key ${keys++}`),
    most: { form: 3, document: 1 },
    networks,
  })
  return {
    times: (count: number, cost: Cost, address: string | undefined) =>
      Array.from({ length: count }, () => limit.refuse(cost, address)?.seconds),
    flooded: (cost: Cost, address: string) => limit.refuse(cost, address)?.flood,
    pass: (ms: number) => (now += ms),
    keys: () => keys,
  }
}

describe('the limit of visits', () => {
  it('lets a network send up to the limit, then says how many seconds to wait', () => {
    const { times, pass } = withLimits()
    pass(60_500)
    expect(times(4, 'form', '192.0.2.1')).toEqual([undefined, undefined, undefined, 540])
  })

  it('calls it a flood from three times the limit on', () => {
    const { times, flooded } = withLimits()
    times(8, 'form', '192.0.2.1')
    expect([flooded('form', '192.0.2.1'), flooded('form', '192.0.2.1')]).toEqual([false, true])
  })

  it('counts documents apart from forms, and each network apart from others', () => {
    const { times } = withLimits()
    expect(times(2, 'document', '192.0.2.1')).toEqual([undefined, 600])
    expect(times(1, 'form', '192.0.2.1')).toEqual([undefined])
    expect(times(1, 'document', '192.0.2.2')).toEqual([undefined])
  })

  it('starts again with a new key in the next window', () => {
    const { times, pass, keys } = withLimits()
    times(4, 'form', '192.0.2.1')
    const before = keys()
    pass(windowMs)
    expect(times(1, 'form', '192.0.2.1')).toEqual([undefined])
    expect(keys()).toBe(before + 1)
  })

  it('never refuses where no address is known', () => {
    expect(withLimits().times(9, 'document', undefined)).toEqual(Array.from({ length: 9 }))
  })

  it('with its memory full stays open for forms of new networks and closed for their documents', () => {
    const { times } = withLimits({ networks: 2 })
    times(1, 'form', '192.0.2.1')
    times(1, 'form', '192.0.2.2')
    expect(times(9, 'form', '192.0.2.3')).toEqual(Array.from({ length: 9 }))
    expect(times(1, 'document', '192.0.2.3')).toEqual([600])
    expect(times(3, 'form', '192.0.2.1').at(-1)).toBe(600)
  })
})
