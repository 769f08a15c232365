// One-time codes by the clock (TOTP, RFC 6238): 30 seconds, six digits, SHA-1, which is what every authenticator app knows.
// The code of one step before and after counts too, because clocks differ. No code counts twice: who keeps the step of the last
// accepted code is never answered with that step or one before it (RFC 6238 section 5.2; ASVS 5.0 v5.0.0-6.5.1). Checked 2026-11-24.

import { timingSafeEqual } from 'node:crypto'

import { HOTP, Secret, TOTP } from 'otpauth'

import type { Random } from './token.ts'

export const totpPeriodMs = 30_000

/**
 * RFC 4226 section 4, R6 recommends 160 bits. Base32, the form in which a person can type it. The bytes are copied: a Buffer
 * may be part of a longer one.
 */
export const newTotpSecret = (random: Random): string =>
  new Secret({ buffer: Uint8Array.from(random(20)).buffer }).base32

/** What the QR code says. A colon parts issuer and account there, so it may stand in neither. */
export function totpUri(
  secret: string,
  { issuer, account }: { readonly issuer: string; readonly account: string },
): string {
  const plain = (text: string): string => text.replaceAll(':', ' ')
  return new TOTP({ issuer: plain(issuer), label: plain(account), secret: Secret.fromBase32(secret) }).toString()
}

export type TotpAttempt = {
  /** Base32. */
  readonly secret: string
  /** As typed: spaces are ignored. */
  readonly code: string
  readonly now: Date
  /** The step of the last code that was accepted; null before the first. Compare and store it in one statement. */
  readonly lastStep: number | null
}

/** The step to keep, or undefined. A code that by chance stands for several steps uses up the latest of them. */
export function acceptTotp({ secret, code, now, lastStep }: TotpAttempt): { readonly step: number } | undefined {
  const typed = code.replaceAll(/\s/g, '')
  if (!/^[0-9]{6}$/.test(typed)) return undefined
  const current = Math.floor(now.getTime() / totpPeriodMs)
  const matching = [current - 1, current, current + 1].filter((step) => isCodeOf(secret, step, typed))
  const step = matching.at(-1)
  const fresh = matching.every((one) => lastStep === null || one > lastStep)
  return step !== undefined && fresh ? { step } : undefined
}

function isCodeOf(secret: string, step: number, typed: string): boolean {
  const code = HOTP.generate({ secret: Secret.fromBase32(secret), counter: step })
  return timingSafeEqual(Buffer.from(code), Buffer.from(typed))
}
