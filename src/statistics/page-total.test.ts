// Totals of pages: a day, a language and a name, and a number that is hidden while it is small.

import { describe, expect, it } from 'vitest'

import { dayOf, pageTotals, shownTotal } from './page-total.ts'

const noon = (day: number) => new Date(2026, 10, day, 12)

describe('the totals of pages', () => {
  it('collect until they are taken, and begin again', () => {
    const totals = pageTotals(() => noon(24))
    for (const language of ['es', 'en', 'es']) totals.add(language, 'get /learn/signs')
    expect(totals.take()).toEqual([
      { day: '2026-11-24', language: 'en', page: 'get /learn/signs', total: 1 },
      { day: '2026-11-24', language: 'es', page: 'get /learn/signs', total: 2 },
    ])
    expect(totals.take()).toEqual([])
  })

  it('keep each day apart, also when a day could not be written down', () => {
    let now = noon(24)
    const totals = pageTotals(() => now)
    totals.add('en', 'get /')
    now = noon(25)
    const unsaved = totals.take()
    totals.giveBack(unsaved)
    totals.add('en', 'get /')
    expect(totals.take().map(({ day, total }) => [day, total])).toEqual([
      ['2026-11-24', 1],
      ['2026-11-25', 1],
    ])
  })

  it('add what is given back to what came since', () => {
    const totals = pageTotals(() => noon(24))
    totals.add('en', 'get /')
    totals.giveBack([{ day: '2026-11-24', language: 'en', page: 'get /', total: 5 }])
    expect(totals.take()).toMatchObject([{ total: 6 }])
  })
})

describe('a day', () => {
  it('is that of the machine', () => {
    expect(dayOf(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02')
  })
})

describe('a number', () => {
  it.each([
    [0, '0'],
    [1, '<11'],
    [10, '<11'],
    [11, '11'],
    [12_345, '12345'],
  ])('%i is shown as %s', (total, shown) => {
    expect(shownTotal(total)).toBe(shown)
  })
})
