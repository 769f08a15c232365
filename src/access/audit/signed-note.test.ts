// Notes and keys. The vector is the example of Go's package golang.org/x/mod/sumdb/note, whose text forms ours are.

import { inspect } from 'node:util'

import { describe, expect, it } from 'vitest'

import { sampleKey, sampleOrigin } from '../../../tests/audit/sample-log.ts'
import {
  makeSigningKey,
  readSigningKey,
  readVerifyingKey,
  signingKeyText,
  verifyingKeyOf,
  verifyingKeyText,
} from './note-key.ts'
import { openNote, signNote } from './signed-note.ts'

const goSecret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const goPublic = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const goText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const goNote = `${goText}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`

const key = sampleKey()
const other = sampleKey('a stranger')
const publicKey = verifyingKeyOf(key)
const note = signNote('one line\n', key)
const [, , line = ''] = note.split('\n')

describe('the vector of Go', () => {
  it('is read, opened and signed byte for byte', () => {
    expect(openNote(goNote, [readVerifyingKey(goPublic)])).toEqual({ ok: true, value: goText })
    expect(signNote(goText, readSigningKey(goSecret))).toBe(goNote)
  })

  it('has our text forms of its keys', () => {
    expect(signingKeyText(readSigningKey(goSecret))).toBe(goSecret)
    expect(verifyingKeyText(readVerifyingKey(goPublic))).toBe(goPublic)
    expect(verifyingKeyText(verifyingKeyOf(readSigningKey(goSecret)))).toBe(goPublic)
  })
})

describe('a key', () => {
  it('reads back from its text and signs the same', () => {
    expect(signNote('x\n', readSigningKey(signingKeyText(key)))).toBe(signNote('x\n', key))
  })

  it('does not show its secret when it is printed', () => {
    const secret = signingKeyText(key).split('+').at(-1) ?? ''
    expect(JSON.stringify(key)).not.toContain(secret)
    expect(inspect(key, { depth: 9, showHidden: true })).not.toContain(secret)
  })

  it.each(['', 'two words', 'a+b', 'line\nbreak', 'bell\u0007'])('cannot have the name %j', (name) => {
    expect(() => makeSigningKey(name, new Uint8Array(32))).toThrow(expect.objectContaining({ code: 'audit-key-wrong' }))
  })

  it('is refused as text when anything in it is another', () => {
    const text = verifyingKeyText(publicKey)
    const others = [
      '',
      text.slice(1),
      text.slice(0, -1),
      `${text}\n`,
      text.replace(`+${key.id}+`, '+00000000+'),
      text.replace('+A', '+B'),
      signingKeyText(key),
    ]
    for (const wrong of others)
      expect(() => readVerifyingKey(wrong)).toThrow(expect.objectContaining({ code: 'audit-key-wrong' }))
    for (const wrong of [text, signingKeyText(key).replace(key.id, '00000000')])
      expect(() => readSigningKey(wrong)).toThrow(expect.objectContaining({ code: 'audit-key-wrong' }))
  })
})

describe('a signed note', () => {
  it('opens for the key that signed it', () => {
    expect(openNote(note, [publicKey])).toEqual({ ok: true, value: 'one line\n' })
  })

  it('may have empty lines in its text', () => {
    expect(openNote(signNote('one\n\n\ntwo\n', key), [publicKey])).toEqual({ ok: true, value: 'one\n\n\ntwo\n' })
  })

  it('is refused when only strangers signed it, even under the same name', () => {
    expect(openNote(signNote('one line\n', other), [publicKey])).toEqual({ ok: false, reason: 'unknown-key' })
    expect(openNote(note, [])).toEqual({ ok: false, reason: 'unknown-key' })
  })

  it('opens when a witness whom nobody knows signed it too', () => {
    const [, , witness = ''] = signNote('one line\n', other).split('\n')
    expect(openNote(`${note}${witness}\n`, [publicKey]).ok).toBe(true)
  })

  it('is refused when a second known key did not sign this text', () => {
    const [, , wrong = ''] = signNote('another line\n', other).split('\n')
    expect(openNote(`${note}${wrong}\n`, [publicKey, verifyingKeyOf(other)])).toEqual({
      ok: false,
      reason: 'bad-signature',
    })
  })

  it('does not open when any byte of it is another', () => {
    for (let at = 0; at < note.length; at += 1) {
      const changed = `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`
      expect([changed, openNote(changed, [publicKey]).ok]).toEqual([changed, false])
    }
  })

  it.each([
    ['nothing', ''],
    ['no signature', 'one line\n\n'],
    ['no text', `\n${line}\n`],
    ['a last line without its end', note.slice(0, -1)],
    ['junk behind it', `${note}junk\n`],
    ['an empty line behind it', `${note}\n`],
    ['a carriage return', note.replace('one line\n', 'one line\r\n')],
    ['a signature that is not base64', `one line\n\n— ${sampleOrigin} ???\n`],
    ['base64 written otherwise', note.replace('=\n', '\n')],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['more signatures than allowed', `one line\n\n${`${line}\n`.repeat(65)}`],
  ])('is no note with %s', (_, text) => {
    expect(openNote(text, [publicKey])).toEqual({ ok: false, reason: 'not-a-note' })
  })

  it.each(['no newline', 'a tab\there\n', 'half a pair \ud800\n', ''])('is not made of %j', (text) => {
    expect(() => signNote(text, key)).toThrow(RangeError)
  })
})
