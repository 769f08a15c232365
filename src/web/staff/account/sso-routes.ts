// The routes of sign-in with an agency's own directory. They are public, as all of signing in: the proof of the directory decides.
// Each use costs what a form costs, because it makes this service ask another one.

import type { AuditEvent } from '../../../access/index.ts'
import type { Handler, Route } from '../../route-table.ts'
import { ssoBegun, ssoEnded, ssoRefused } from './sso.tsx'

const before = (path: string, handler: Handler, audit: AuditEvent | 'none' = 'none'): Route => ({
  method: 'get',
  path,
  permission: 'public',
  audit,
  languages: 'each',
  cost: 'form',
  handler,
})

export const ssoRoutes: readonly Route[] = [
  { ...before('/staff/sign-in/sso', ssoRefused), cost: 'none' },
  before('/staff/sign-in/sso/:provider', ssoBegun),
  // The exact address that is registered with the directory.
  { ...before('/staff/sign-in/sso/:provider/callback', ssoEnded, 'signed-in'), languages: 'none' },
]
