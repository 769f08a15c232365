// A number one can touch to call. The digits stay as printed by the source; the address holds digits only.

import type { Say } from '../../knowledge/index.ts'

export const PhoneLink = ({ number, large = false }: { number: string; large?: boolean }) => (
  <a class={large ? 'fb-phone' : undefined} href={`tel:${dialled(number)}`}>
    {number}
  </a>
)

/** A code or number that takes text messages, to touch and write. */
export const TextLink = ({ number, say }: { number: string; say: Say }) => (
  <a href={`sms:${dialled(number)}`}>{say('step.text', { number })}</a>
)

/**
 * '1-800-252-5400' becomes +18002525400, '202-671-7233' becomes +12026717233; short codes stay as they are, and so does
 * the plus before the code of another country.
 */
export function dialled(number: string): string {
  const digits = number.replaceAll(/[^\d#*]/g, '')
  if (number.trim().startsWith('+')) return `+${digits}`
  if (/^\d{10}$/.test(digits)) return `+1${digits}`
  return /^1\d{10}$/.test(digits) ? `+${digits}` : digits
}
