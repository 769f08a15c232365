// The text of the key file: every slip in it is found, and told without a character of a key.

import { describe, expect, it } from 'vitest'

import { knownDek } from '../../../tests/sample-keys.ts'
import { keyFingerprint, readKeyLines, ringOf, writeKeyLines, type KeyLine } from './key-lines.ts'

const keys: readonly KeyLine[] = [
  { number: 1, made: '2026-11-24', key: knownDek },
  { number: 2, made: '2027-02-01', key: Buffer.alloc(32, 7) },
]
const text = writeKeyLines(keys)

describe('the lines of the key file', () => {
  it('come back as they were written', () => {
    expect(readKeyLines(text)).toEqual({ ok: true, value: keys })
  })

  it('open with the number that is highest', () => {
    expect(ringOf(keys).current).toBe(2)
    expect(ringOf(keys).keys.get(1)).toEqual(knownDek)
  })

  it('keep to their text: one written by an earlier Footbridge is still read', () => {
    const earlier = '1 2026-11-24 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8 f55be765\nend 1\n'
    expect(readKeyLines(earlier)).toEqual({ ok: true, value: keys.slice(0, 1) })
  })

  it('refuses every change of a single character of its keys', () => {
    const start = text.indexOf('\n1 2026') + 1
    for (let at = start; at < text.length - 1; at++) {
      const changed = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1)
      expect(readKeyLines(changed).ok, `character ${at - start}`).toBe(false)
    }
  })

  it('refuses every way of cutting it off, and says which line is wrong', () => {
    for (let length = 0; length < text.trimEnd().length; length++)
      expect(readKeyLines(text.slice(0, length)).ok).toBe(false)
    expect(readKeyLines(`${text.trimEnd()}x`)).toEqual({ ok: false, reason: 'a line is missing' })
    expect(readKeyLines(text.replace('2026-11-24', '2026-11-25'))).toEqual({
      ok: false,
      reason: 'line 10 is not a whole key',
    })
  })

  it('refuses a line that is gone, doubled or out of order', () => {
    const lines = text.split('\n')
    const [one, two] = [lines.find((line) => line.startsWith('1 ')), lines.find((line) => line.startsWith('2 '))]
    for (const wrong of [
      `${one}\nend 2`,
      `${two}\nend 2`,
      `${one}\n${one}\nend 2`,
      `${two}\n${one}\nend 2`,
      'end 0',
      '',
    ]) {
      expect(readKeyLines(wrong).ok, wrong).toBe(false)
    }
    expect(readKeyLines(`${one}\n${two}\nend 2`).ok).toBe(true)
  })
})

describe('the fingerprint of a key', () => {
  it('is the one written down', () => {
    expect(keyFingerprint(knownDek)).toBe('d7d1f1f4')
  })

  it('differs by key', () => {
    expect(keyFingerprint(Buffer.alloc(32, 7))).not.toBe(keyFingerprint(knownDek))
  })
})
