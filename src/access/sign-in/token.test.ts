// Tokens carry 256 bits and leave only a digest behind.

import { createHash, randomBytes } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { newToken, tokenDigest } from './token.ts'

describe('a token', () => {
  it('asks for 32 bytes and writes them all as base64url', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => 255 - index)
    const token = newToken((count) => bytes.slice(0, count))
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(new Uint8Array(Buffer.from(token, 'base64url'))).toEqual(bytes)
  })

  it('differs each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newToken(randomBytes))).size).toBe(1_000)
  })

  it('is stored as its SHA-256', () => {
    expect(tokenDigest('abc')).toEqual(createHash('sha256').update('abc').digest())
    expect(tokenDigest('abc').toString('hex')).toMatch(/^ba7816bf8f01cfea/)
  })
})
