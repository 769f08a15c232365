// The ledger of erasures as text: read back as it was, and refused wherever a byte or a line of it is lost.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readLedger, writeLedger, type Erasure } from './ledger.ts'

const now = new Date('2026-11-24T12:00:00Z')
const erasure: fc.Arbitrary<Erasure> = fc.record({
  center: fc.uuid(),
  individual: fc.uuid(),
  erasedAt: fc.date({ min: new Date(0), max: now, noInvalidDate: true }).map((date) => date.toISOString()),
  erasedBy: fc.uuid(),
})
const ledgers = fc.array(erasure, { maxLength: 20 })

describe('the ledger of erasures', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(ledgers, (erasures) => {
        expect(readLedger(writeLedger(erasures, now))).toEqual({ ok: true, value: erasures })
      }),
    )
  })

  it('holds ids and times only', () => {
    const one = { center: id(1), individual: id(2), erasedAt: now.toISOString(), erasedBy: id(3) }
    const line = writeLedger([one], now).split('\n')[1] ?? ''
    expect(JSON.parse(line)).toEqual(one)
    expect(readLedger(writeLedger([{ ...one, name: 'Mira' } as Erasure], now)).ok).toBe(false)
  })

  it('is refused without any one of its lines: nobody comes back through a cut list', () => {
    fc.assert(
      fc.property(ledgers, fc.nat(), (erasures, at) => {
        const lines = writeLedger(erasures, now).split('\n')
        expect(readLedger(lines.toSpliced(at % (lines.length - 1), 1).join('\n')).ok).toBe(false)
      }),
    )
  })

  it('is refused when it was cut anywhere, or any byte was changed', () => {
    fc.assert(
      fc.property(ledgers, fc.nat(), (erasures, at) => {
        const text = writeLedger(erasures, now)
        const place = at % text.length
        expect(readLedger(text.slice(0, place)).ok).toBe(false)
        const other = text[place] === 'x' ? 'y' : 'x'
        expect(readLedger(`${text.slice(0, place)}${other}${text.slice(place + 1)}`).ok).toBe(false)
      }),
    )
  })

  it.each(['', '\n', 'hello', '{}\n{}\n', '[]\n'])('is refused where it is none: %j', (text) => {
    expect(readLedger(text).ok).toBe(false)
  })
})

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
