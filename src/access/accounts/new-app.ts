// A new authenticator app. Its secret is made from the session, the person and what it takes the place of, under a key of the
// center: the same page shows the same secret again, and nothing is stored, so that the app before stays good, until the first
// code of the new one was typed.

import { createHmac } from 'node:crypto'

import type { Trx } from '../../database/index.ts'
import { acceptTotp, newRecoveryCodes, newTotpSecret, recoveryCodeDigest, totpUri } from '../sign-in/index.ts'
import type { AccountParts } from './account-parts.ts'
import { findTotp, putTotp } from './factor-queries.ts'
import { putRecoveryCodes } from './recovery-queries.ts'
import { totpPlace, type Holder } from './second-factor.ts'
import type { Named } from './set-password.ts'

/** `uri`: what the QR code says; `secret`: the same to type. */
export type AppShown = { readonly secret: string; readonly uri: string }

export type AppOwner = Named & { readonly session: string }

export async function showNewApp(trx: Trx, parts: AccountParts, owner: AppOwner): Promise<AppShown> {
  const { secret } = await nextSecret(trx, parts, owner)
  return { secret, uri: totpUri(secret, { issuer: parts.party.name, account: owner.email }) }
}

export type AppProven = {
  readonly secret: string
  readonly step: number
  /** When the app was made whose place it takes. */
  readonly before: Date | undefined
}

/** The first code of the app. Undefined: it is wrong. Changes nothing. */
export async function proveNewApp(
  trx: Trx,
  parts: AccountParts,
  owner: AppOwner,
  code: string,
): Promise<AppProven | undefined> {
  const { secret, before } = await nextSecret(trx, parts, owner)
  const accepted = acceptTotp({ secret, code, now: parts.now(), lastStep: null })
  return accepted && { secret, step: accepted.step, before }
}

/** Returns ten codes to print, shown once; undefined: another form was faster. */
export async function storeNewApp(
  trx: Trx,
  parts: AccountParts,
  holder: Holder,
  { secret, step, before }: AppProven,
): Promise<readonly string[] | undefined> {
  const { center, person } = holder
  const { sealed } = await parts.vault.seal(trx, center, totpPlace(holder), secret)
  const put = await putTotp(trx, { center, person, secret: sealed, step, before, now: parts.now() })
  return put ? renewRecoveryCodes(trx, parts, holder) : undefined
}

/** Ten new ones; those before are over. */
export async function renewRecoveryCodes(
  trx: Trx,
  parts: AccountParts,
  { center, person }: Holder,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes(parts.random)
  const key = await parts.vault.centerSecret(trx, center, 'recovery-codes')
  const digests = codes.map((code) => recoveryCodeDigest(key, code))
  await putRecoveryCodes(trx, center, person, digests)
  return codes
}

type Next = { readonly secret: string; readonly before: Date | undefined }

async function nextSecret(trx: Trx, parts: AccountParts, { center, person, session }: AppOwner): Promise<Next> {
  const before = (await findTotp(trx, center, person))?.createdAt
  const key = await parts.vault.centerSecret(trx, center, 'new-app')
  const made = createHmac('sha256', key)
    .update(`${person} ${session} ${before?.getTime() ?? 'first'}`)
    .digest()
  return { secret: newTotpSecret((bytes) => made.subarray(0, bytes)), before }
}
