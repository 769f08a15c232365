// Opaque tokens of 256 bits, for sessions, links and known devices. The token is in the person's hand only; what is stored is
// its digest, which needs no salt and no slow hash because nobody can guess 256 bits (ASVS 5.0 v5.0.0-7.2.3, checked 2026-11-24).

import { createHash } from 'node:crypto'

/** So many unforeseeable bytes; `randomBytes` of node:crypto in the service. */
export type Random = (bytes: number) => Uint8Array

/** 43 characters, base64url. */
export const newToken = (random: Random): string => Buffer.from(random(32)).toString('base64url')

/** SHA-256, 32 bytes: the form in which a token is stored and found again. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest()
