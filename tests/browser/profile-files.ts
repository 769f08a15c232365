// Looks through the profile that a browser left on disk: for a text as one byte or two bytes a letter, in the files as they are and in
// what is packed in them (a cache keeps answers as they came, gzip or Brotli).

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, constants, inflateRawSync } from 'node:zlib'

/** Files of the folder that hold the text. */
export function filesWith(text: string, place: string): readonly string[] {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le')]
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(place, name), { throwIfNoEntry: false })?.isFile() === true)
    .filter((name) => layersOf(readFileSync(join(place, name))).some((one) => forms.some((form) => one.includes(form))))
}

const layersOf = (bytes: Buffer): readonly Buffer[] => [bytes, ...gzipIn(bytes), ...brotliIn(bytes)]

/** The head is ten bytes as servers write it (RFC 1952, 2.3). Raw, because Node's gunzip refuses what stands behind the end. */
function gzipIn(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = []
  const head = Buffer.from([0x1f, 0x8b, 0x08, 0x00])
  for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1))
    found.push(...unpacked(() => inflateRawSync(bytes.subarray(at + 10), { finishFlush: constants.Z_SYNC_FLUSH })))
  return found
}

/** Brotli has no mark of its own: it is looked for where an entry of Chromium's simple cache keeps its body, behind the key. */
function brotliIn(bytes: Buffer): readonly Buffer[] {
  const entry = bytes.length > 24 && bytes.readBigUInt64LE(0) === 0xfcfb6d1ba7725c30n
  if (!entry) return []
  const body = bytes.subarray(24 + bytes.readUInt32LE(12))
  // The body ends where its end mark begins.
  const end = body.indexOf(Buffer.from('d8410d97456ffaf4', 'hex'))
  return unpacked(() => brotliDecompressSync(body.subarray(0, end < 0 ? body.length : end)))
}

function unpacked(work: () => Buffer): readonly Buffer[] {
  try {
    return [work()]
  } catch {
    return []
  }
}
