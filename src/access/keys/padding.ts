// Text as bytes of a length that tells less. AES-GCM hides what is written but not how long it is: "Ann" and "Maximiliana"
// would differ in the table. After padding, every text of up to 31 bytes looks the same.

import { Problem } from '../../shared/index.ts'

/** Bytes. Most names and telephone numbers fit one block; a note still shows its length to within 32 bytes. */
export const paddingBlock = 32

const end = 0x80

/** UTF-8, one byte 0x80, and zeros up to a multiple of the block (ISO/IEC 7816-4 style). Throws Problem('field-text-broken'). */
export function padText(text: string): Buffer {
  if (!text.isWellFormed()) throw new Problem('field-text-broken')
  const length = Buffer.byteLength(text, 'utf8')
  const padded = Buffer.alloc((Math.floor(length / paddingBlock) + 1) * paddingBlock)
  padded.write(text, 'utf8')
  padded[length] = end
  return padded
}

/** The text again. Throws Problem('field-damaged') where the padding is not of this form. */
export function unpadText(padded: Buffer): string {
  const length = padded.lastIndexOf(end)
  const zeros = padded.subarray(length + 1)
  if (length < 0 || zeros.length >= paddingBlock || zeros.some((byte) => byte !== 0)) throw new Problem('field-damaged')
  return padded.toString('utf8', 0, length)
}
