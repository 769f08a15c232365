// What a directory must say of a person before she is looked for.

import fc from 'fast-check'
import { expect, it } from 'vitest'

import { checkClaims } from './claims.ts'
import { asProvider } from './provider.ts'

const described = { id: 'police', name: 'Police', issuer: 'https://id.police.example', client_id: 'footbridge' }
const provider = asProvider(
  { ...described, domains: ['police.example'], second_factor: 'provider', acr: ['two'] },
  undefined,
)
const good = { email: 'Ona@Police.Example', email_verified: true, amr: ['pwd', 'otp'] }

it('refuses an e-mail of any other domain, a longer or shorter one included', () => {
  for (const domain of [
    'police.example.org',
    'sub.police.example',
    'olice.example',
    'police.example.',
    'police.examp1e',
  ])
    expect(checkClaims(provider, { ...good, email: `ona@${domain}` })).toEqual({ ok: false, reason: 'sso-domain' })
})

it('refuses two addresses in one, and letters that only look plain in lower case', () => {
  const kelvin = 'mi\u212ae@police.example'
  expect(kelvin.toLowerCase()).toBe('mike@police.example')
  for (const email of [kelvin, 'a@other.example@police.example', 'a b@police.example', '@police.example', '', 7, null])
    expect(checkClaims(provider, { ...good, email })).toEqual({ ok: false, reason: 'sso-email' })
})

it('takes an e-mail for verified only when the directory says exactly so', () => {
  for (const email_verified of ['true', 1, false, null, undefined])
    expect(checkClaims(provider, { ...good, email_verified })).toEqual({ ok: false, reason: 'sso-unverified' })
})

it('refuses a password alone, a text message and a class nobody named, when the directory must bring the second factor', () => {
  for (const amr of [['pwd'], ['pwd', 'sms'], [], 'otp', undefined, [['otp']]])
    expect(checkClaims(provider, { ...good, amr, acr: 'one' })).toEqual({ ok: false, reason: 'sso-factor' })
})

it('takes each known second factor and each class that was named', () => {
  for (const amr of ['mfa', 'otp', 'hwk', 'sc'])
    expect(checkClaims(provider, { ...good, amr: ['pwd', amr] })).toEqual({ ok: true, value: 'ona@police.example' })
  expect(checkClaims(provider, { ...good, amr: ['pwd'], acr: 'two' }).ok).toBe(true)
})

it('asks for no second factor of a directory where our own follows', () => {
  const { email, email_verified } = good
  expect(checkClaims({ ...provider, secondFactor: 'ours' }, { email, email_verified }).ok).toBe(true)
})

it('lets nothing through but a verified address of the domain, whatever a directory says', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string().map((name) => `${name}@police.example`),
  )
  fc.assert(
    fc.property(anything, fc.anything(), (email, email_verified) => {
      const checked = checkClaims(provider, { ...good, email, email_verified })
      if (!checked.ok) return
      expect(email_verified).toBe(true)
      expect(checked.value).toBe(String(email).toLowerCase())
      expect(checked.value).toMatch(/^[!-?A-~]+@police\.example$/)
    }),
  )
})
