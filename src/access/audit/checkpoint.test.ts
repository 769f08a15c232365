// Checkpoints: what is signed comes back, everything else is refused with its reason.

import { describe, expect, it } from 'vitest'

import { sampleKey, sampleOrigin } from '../../../tests/audit/sample-log.ts'
import { readCheckpoint, signCheckpoint } from './checkpoint.ts'
import { emptyRoot, leafHashOfAscii } from './merkle.ts'
import { makeSigningKey, verifyingKeyOf } from './note-key.ts'
import { signNote } from './signed-note.ts'

const key = sampleKey()
const trust = { origin: sampleOrigin, keys: [verifyingKeyOf(key)] }
const head = { size: 60, root: leafHashOfAscii('a root'), time: '2026-11-24T10:15:30Z' }
const base64 = Buffer.from(head.root, 'hex').toString('base64')
const note = signCheckpoint(head, key)

describe('a checkpoint', () => {
  it('is four lines and a signature', () => {
    expect(note.split('\n').slice(0, 5)).toEqual([sampleOrigin, '60', base64, 'time 2026-11-24T10:15:30Z', ''])
    expect(note.split('\n')).toHaveLength(7)
  })

  it('reads back as it was signed', () => {
    expect(readCheckpoint(note, trust)).toEqual({ ok: true, value: { origin: sampleOrigin, ...head } })
  })

  it('exists for the empty log', () => {
    const empty = { ...head, size: 0, root: emptyRoot }
    expect(readCheckpoint(signCheckpoint(empty, key), trust)).toEqual({
      ok: true,
      value: { origin: sampleOrigin, ...empty },
    })
  })

  it('of a key that nobody trusts is refused', () => {
    expect(readCheckpoint(signCheckpoint(head, sampleKey('a stranger')), trust)).toEqual({
      ok: false,
      reason: 'unknown-key',
    })
  })

  it('with another size under its signature is refused', () => {
    expect(readCheckpoint(note.replace('\n60\n', '\n61\n'), trust)).toEqual({ ok: false, reason: 'bad-signature' })
  })

  it('of another log is refused, though its key is trusted', () => {
    const pine = makeSigningKey('footbridge.example.org/audit/pine', new Uint8Array(32))
    const both = { ...trust, keys: [...trust.keys, verifyingKeyOf(pine)] }
    expect(readCheckpoint(signCheckpoint(head, pine), both)).toEqual({ ok: false, reason: 'other-origin' })
  })

  it('with junk behind it is refused', () => {
    expect(readCheckpoint(`${note}junk`, trust)).toEqual({ ok: false, reason: 'not-a-note' })
  })

  it.each([
    ['a leading zero', `${sampleOrigin}\n060\n${base64}\ntime ${head.time}\n`],
    ['a size below zero', `${sampleOrigin}\n-1\n${base64}\ntime ${head.time}\n`],
    ['a size that is no number', `${sampleOrigin}\nsixty\n${base64}\ntime ${head.time}\n`],
    ['a size above what is exact', `${sampleOrigin}\n9007199254740993\n${base64}\ntime ${head.time}\n`],
    ['a short root', `${sampleOrigin}\n60\n${base64.slice(4)}\ntime ${head.time}\n`],
    ['no time', `${sampleOrigin}\n60\n${base64}\n`],
    ['a time that never was', `${sampleOrigin}\n60\n${base64}\ntime 2026-13-24T10:15:30Z\n`],
    ['one line more', `${sampleOrigin}\n60\n${base64}\ntime ${head.time}\nmore\n`],
    ['an empty line more', `${sampleOrigin}\n60\n${base64}\ntime ${head.time}\n\n`],
    ['no origin', `\n60\n${base64}\ntime ${head.time}\n`],
    ['a root of the empty log that is not its root', `${sampleOrigin}\n0\n${base64}\ntime ${head.time}\n`],
  ])('with %s is none, even when it is signed', (_, text) => {
    expect(readCheckpoint(signNote(text, key), trust)).toEqual({ ok: false, reason: 'not-a-checkpoint' })
  })

  it('that could not be read back is not signed', () => {
    for (const wrong of [{ size: 0.5 }, { size: -1 }, { root: 'aa' }, { time: 'today' }, { size: 0 }])
      expect(() => signCheckpoint({ ...head, ...wrong }, key)).toThrow(RangeError)
  })
})
