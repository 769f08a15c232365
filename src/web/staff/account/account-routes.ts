// The routes of the area `account`: who may use them, and what is written down. They stand in the table of routes.ts. Before
// sign-in they are public: their own session, invitation or proof decides, and their own counters limit them.

import type { AuditEvent } from '../../../access/index.ts'
import type { Handler, Route, StaffHandler } from '../../route-table.ts'
import { demoEntered, demoPage } from '../demo.tsx'
import { enrolAppPage, enrolAppPosted } from './enrol-app.tsx'
import { enrolPasswordPage, enrolPasswordPosted } from './enrol-password.tsx'
import { enrolPage, enrolPasskeyOptions, enrolPasskeyPosted } from './enrol.tsx'
import { homePage } from './home.tsx'
import { codePage, codePosted } from './sign-in-code.tsx'
import { passkeyOptions, passkeyPosted } from './sign-in-passkey.ts'
import { signInPage, signInPosted } from './sign-in.tsx'
import { signOutPage, signOutPosted } from './sign-out.tsx'
import { welcomePage, welcomePosted } from './welcome.tsx'

type Method = Route['method']

const before = (method: Method, path: string, handler: Handler, audit: AuditEvent | 'none' = 'none'): Route => ({
  method,
  path,
  permission: 'public',
  audit,
  languages: 'each',
  cost: 'none',
  handler,
})

const own = (method: Method, path: string, handler: StaffHandler, audit: AuditEvent = 'account-seen'): Route => ({
  method,
  path,
  permission: 'account:own',
  audit,
  languages: 'each',
  handler,
})

export const accountRoutes: readonly Route[] = [
  before('get', '/staff/sign-in', signInPage),
  before('post', '/staff/sign-in', signInPosted, 'sign-in-refused'),
  before('get', '/staff/sign-in/code', codePage),
  before('post', '/staff/sign-in/code', codePosted, 'signed-in'),
  before('get', '/staff/sign-in/passkey', signInPage),
  before('post', '/staff/sign-in/passkey', passkeyPosted, 'signed-in'),
  { ...before('post', '/staff/sign-in/passkey.json', passkeyOptions), languages: 'none', cost: 'form' },

  before('get', '/staff/welcome/:token', welcomePage),
  before('post', '/staff/welcome/:token', welcomePosted, 'invitation-used'),
  before('get', '/staff/enrol', enrolPage),
  before('get', '/staff/enrol/passkey', enrolPage),
  before('post', '/staff/enrol/passkey', enrolPasskeyPosted, 'invitation-used'),
  { ...before('post', '/staff/enrol/passkey.json', enrolPasskeyOptions), languages: 'none' },
  before('get', '/staff/enrol/password', enrolPasswordPage),
  before('post', '/staff/enrol/password', enrolPasswordPosted, 'sign-in-method-changed'),
  before('get', '/staff/enrol/app', enrolAppPage),
  before('post', '/staff/enrol/app', enrolAppPosted, 'invitation-used'),

  before('get', '/staff/demo', demoPage),
  before('post', '/staff/demo', demoEntered, 'signed-in'),

  own('get', '/staff/home', homePage),
  own('get', '/staff/sign-out', signOutPage),
  own('post', '/staff/sign-out', signOutPosted, 'signed-out'),
]
