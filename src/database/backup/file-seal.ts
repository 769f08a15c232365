// The outermost seal of a backup file: after the packed frames, a line with the digest of every byte before it. The frames
// have seals of their own, but a packed file has a few bits that no unpacker reads: with this, any changed bit is seen.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

const sealLength = 1 + 64

const sealOf = (digest: string): Buffer => Buffer.from(`\n${digest}`)

/** Passes the bytes on, and the seal after them. */
export async function* withSeal(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
  yield sealOf(hash.digest('hex'))
}

/** The bytes of a file without its seal. Throws an Error after the last of them when the seal does not fit. */
export async function* withoutSeal(file: string): AsyncGenerator<Buffer> {
  const { length, seal } = await readSeal(file)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { end: length - 1 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    yield chunk
  }
  if (!seal.equals(sealOf(hash.digest('hex')))) throw new Error('its bytes are not those that were written')
}

async function readSeal(file: string): Promise<{ readonly length: number; readonly seal: Buffer }> {
  const handle = await open(file, 'r')
  try {
    const length = (await handle.stat()).size - sealLength
    if (length < 1) throw new Error('it is too short')
    const { buffer } = await handle.read(Buffer.alloc(sealLength), 0, sealLength, length)
    return { length, seal: buffer }
  } finally {
    await handle.close()
  }
}
