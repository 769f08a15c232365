// The key of one person (DEK, data-encryption key): it seals that person's fields and nothing else, and erasing the person is
// deleting it. It is kept wrapped, and lives in memory only as long as a request needs it.

import { keyLength } from './aead.ts'
import { exactly, systemRandom, type RandomBytes } from './random.ts'

export const newPersonKey = (random: RandomBytes = systemRandom): Buffer => exactly(keyLength, random)
