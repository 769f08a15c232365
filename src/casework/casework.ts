// What every action of casework works with, handed in so that tests choose the clock, the ids and the keys.

import type { SignedIn, Vault } from '../access/index.ts'
import type { Database } from '../database/index.ts'

export type Casework = {
  readonly database: Pick<Database, 'transactAs'>
  readonly vault: Vault
  readonly now: () => Date
  /** A random UUID. */
  readonly newId: () => string
  /** From 0 to below 1. */
  readonly random: () => number
  /** The center's time zone by its tz name: a day begins there, not in UTC. */
  readonly zone: string
}

/** As much of who is signed in as an action needs. */
export type Who = Pick<SignedIn, 'center' | 'person' | 'discipline' | 'permissions' | 'scope'>

/** One field that a person can put right; the sentence for each code stands in the messages of content. */
export type FieldFault = { readonly field: string; readonly code: FieldFaultCode }

export type FieldFaultCode = 'needed' | 'too-long' | 'not-a-date' | 'in-future' | 'too-long-ago' | 'not-a-phone'

/** Today in the center's zone, 'YYYY-MM-DD'. */
export const today = ({ now, zone }: Pick<Casework, 'now' | 'zone'>): string => dayIn(zone, now())

/** Sweden writes a day as ISO 8601 does. */
export const dayIn = (zone: string, moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(moment)

/** Whether a text is a day that the calendar has, as 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
