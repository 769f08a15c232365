// A body that never ends, breaks off or is too large becomes a Problem that answers.

import { describe, expect, it } from 'vitest'

import { readBytes } from './body-reader.ts'

const bodyOf = (body: ReadableStream<Uint8Array<ArrayBuffer>> | null, headers: Record<string, string> = {}) => ({
  body,
  headers: new Headers(headers),
})
const piece = (size: number) => new Uint8Array(size)

describe('reading a body', () => {
  it('gives its bytes, and none where there is none', async () => {
    const body = new ReadableStream({
      start(stream) {
        for (const size of [3, 4]) stream.enqueue(piece(size))
        stream.close()
      },
    })
    expect(await readBytes(bodyOf(body))).toHaveLength(7)
    expect(await readBytes(bodyOf(null))).toHaveLength(0)
  })

  it('stops at 128 KiB, whatever length was announced', async () => {
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(piece(10_000)) })
    await expect(readBytes(bodyOf(endless, { 'content-length': '5' }))).rejects.toMatchObject({ code: 'too-large' })
    await expect(readBytes(bodyOf(null, { 'content-length': '131073' }))).rejects.toMatchObject({ code: 'too-large' })
  })

  it('waits only so long', async () => {
    await expect(readBytes(bodyOf(new ReadableStream()), 20)).rejects.toMatchObject({ code: 'too-slow' })
  })

  it('takes a sender who goes away for a form that cannot be read', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error('aborted')) })
    await expect(readBytes(bodyOf(broken))).rejects.toMatchObject({ code: 'unreadable-form' })
  })
})
