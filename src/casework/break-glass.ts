// Opens a case in an emergency by its exact number, for a time, with a reason. A wrong number and a forbidden one are answered
// alike. The privacy officer finds the alert on her home page in the same moment (design section 7, 8).

import { actorOf, insertAuditEntry } from '../access/index.ts'
import { failed, ok, Problem, type CaseId, type Result } from '../shared/index.ts'
import { openBreakGlass } from './case-queries.ts'
import type { Casework, Who } from './casework.ts'
import { logOnCase } from './in-case.ts'

export const glassReasons = [
  'child-in-danger',
  'child-missing',
  'on-call-cover',
  'court-order',
  'medical-need',
] as const

export type GlassReason = (typeof glassReasons)[number]

export const isGlassReason = (text: string): text is GlassReason => (glassReasons as readonly string[]).includes(text)

export const glassMinutes = { least: 1, usual: 60, most: 240 } as const

export type GlassForm = { readonly number: string; readonly reason: string; readonly minutes?: number }

/** Undefined: there is no such case for this person. */
export async function breakGlass(
  { database }: Casework,
  who: Who,
  { number, reason, minutes = glassMinutes.usual }: GlassForm,
): Promise<Result<CaseId | undefined, 'reason-needed' | 'minutes-wrong'>> {
  if (!who.permissions.has('case:break-glass')) throw new Problem('not-permitted')
  if (!isGlassReason(reason)) return failed('reason-needed')
  if (!Number.isInteger(minutes) || minutes < glassMinutes.least || minutes > glassMinutes.most)
    return failed('minutes-wrong')
  return database.transactAs(actorOf(who), async (trx) => {
    const opened = await openBreakGlass(trx, number.trim(), minutes)
    if (opened === undefined) {
      await insertAuditEntry(trx, actorOf(who), { event: 'glass-refused', reason })
      return ok(undefined)
    }
    await logOnCase(trx, who, opened, { event: 'glass-broken', reason })
    await logOnCase(trx, who, opened, { event: 'alert-raised', reason: 'glass-broken' })
    return ok(opened)
  })
}
