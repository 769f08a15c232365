// The token of a one-time link for a person: shown once, valid for seven days; only its digest is stored.

import { createHash, randomBytes } from 'node:crypto'

/** Long enough for somebody who works one day a week. */
export const linkDays = 7

/** 43 characters, base64url, 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export const expiryOf = (now: Date): Date => new Date(now.getTime() + linkDays * 24 * 60 * 60 * 1000)
