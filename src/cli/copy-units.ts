// Node's own way of copying a text's UTF-16 code units, seven times as fast as a loop. The byte order is that of every machine that
// Node is built for but s390x.

import type { CopyUnits } from '../screening/index.ts'

export const copyUnitsInNode: CopyUnits = (text, units) => {
  Buffer.from(units.buffer).write(text, 'utf16le')
}
