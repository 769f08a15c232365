// One encoding of what a key or a cipher text is bound to. Each part is preceded by its length, so that ('ab', 'c') and
// ('a', 'bc') never give the same bytes; the label keeps one use apart from every other.

/**
 * Label and parts as UTF-8, each after its length in bytes (4 bytes, most significant first). Throws a RangeError on half a
 * surrogate pair: UTF-8 would write a replacement sign, and two different parts would look alike.
 */
export function boundTo(label: string, parts: readonly (string | number)[]): Buffer {
  return Buffer.concat([label, ...parts].map(String).flatMap(withLength))
}

function withLength(part: string): Buffer[] {
  if (!part.isWellFormed()) throw new RangeError('What a key is bound to must be well-formed text')
  const bytes = Buffer.from(part, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return [length, bytes]
}

/** The version of a key as 4 bytes. Throws a RangeError on anything but a whole number from 1 to 4,294,967,295. */
export function versionBytes(version: number): Buffer {
  if (!Number.isInteger(version) || version < 1 || version > 0xffff_ffff) {
    throw new RangeError('The version of a key is a whole number from 1')
  }
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(version)
  return bytes
}
