// The routes of the area `account`: who may use them, and what is written down. They stand in the table of routes.ts. Before
// sign-in they are public: their own session, invitation or proof decides, and their own counters limit them.

import type { AuditEvent } from '../../../access/index.ts'
import type { Handler, Route, StaffHandler } from '../../route-table.ts'
import { demoEntered, demoPage } from '../demo.tsx'
import { accountPage } from './account.tsx'
import { detailsPage, detailsPosted } from './details.tsx'
import { draftDropped, draftPage, draftSaved } from './draft-pages.ts'
import { enrolAppPage, enrolAppPosted } from './enrol-app.tsx'
import { enrolPasswordPage, enrolPasswordPosted } from './enrol-password.tsx'
import { enrolPage, enrolPasskeyOptions, enrolPasskeyPosted } from './enrol.tsx'
import { homePage } from './home.tsx'
import { appPage, appPosted, codesPage, codesPosted } from './own-app.tsx'
import { ownPasskeyOptions, passkeyRemoved, passkeysPage, passkeysPosted } from './own-passkeys.tsx'
import { passwordPage, passwordPosted, removePasswordPage, removePasswordPosted } from './own-password.tsx'
import { sessionsPage, sessionsPosted } from './sessions.tsx'
import { codePage, codePosted } from './sign-in-code.tsx'
import { passkeyOptions, passkeyPosted } from './sign-in-passkey.ts'
import { signInPage, signInPosted } from './sign-in.tsx'
import { signOutPage, signOutPosted } from './sign-out.tsx'
import { stepUpPage, stepUpPasskeyOptions, stepUpPasskeyPosted, stepUpPosted } from './step-up.tsx'
import { keepPosted, reviewPosted, stillHerePage, stillHerePosted } from './still-here.tsx'
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

/** One address for both languages: nothing of it is read by a person. */
const forScript = (path: string, handler: StaffHandler): Route => ({ ...own('post', path, handler), languages: 'none' })

export const accountRoutes: readonly Route[] = [
  before('get', '/staff/sign-in', signInPage),
  before('post', '/staff/sign-in', signInPosted, 'sign-in-refused'),
  before('get', '/staff/sign-in/code', codePage),
  before('post', '/staff/sign-in/code', codePosted, 'signed-in'),
  before('get', '/staff/sign-in/passkey', signInPage),
  // No counter of sign-in holds it, and each refusal is an entry of the log, which is kept for ever.
  { ...before('post', '/staff/sign-in/passkey', passkeyPosted, 'signed-in'), cost: 'form' },
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
  { ...before('post', '/staff/demo', demoEntered, 'signed-in'), cost: 'form' },

  own('get', '/staff/home', homePage),
  own('get', '/staff/account', accountPage),
  own('get', '/staff/account/details', detailsPage),
  own('post', '/staff/account/details', detailsPosted),
  own('get', '/staff/account/password', passwordPage),
  own('post', '/staff/account/password', passwordPosted, 'sign-in-method-changed'),
  own('get', '/staff/account/password/remove', removePasswordPage),
  own('post', '/staff/account/password/remove', removePasswordPosted, 'sign-in-method-changed'),
  own('get', '/staff/account/app', appPage),
  own('post', '/staff/account/app', appPosted, 'sign-in-method-changed'),
  own('get', '/staff/account/codes', codesPage),
  own('post', '/staff/account/codes', codesPosted, 'sign-in-method-changed'),
  own('get', '/staff/account/passkeys', passkeysPage),
  own('post', '/staff/account/passkeys', passkeysPosted, 'sign-in-method-changed'),
  forScript('/staff/account/passkeys.json', ownPasskeyOptions),
  own('get', '/staff/account/passkeys/remove', passkeysPage),
  own('post', '/staff/account/passkeys/remove', passkeyRemoved, 'sign-in-method-changed'),
  own('get', '/staff/account/sessions', sessionsPage),
  own('post', '/staff/account/sessions', sessionsPosted, 'session-ended'),
  own('get', '/staff/account/step-up', stepUpPage),
  own('post', '/staff/account/step-up', stepUpPosted, 'stepped-up'),
  own('get', '/staff/account/step-up/passkey', stepUpPage),
  own('post', '/staff/account/step-up/passkey', stepUpPasskeyPosted, 'stepped-up'),
  forScript('/staff/account/step-up/passkey.json', stepUpPasskeyOptions),
  own('get', '/staff/account/review', sessionsPage),
  own('post', '/staff/account/review', reviewPosted),
  own('get', '/staff/account/still-here', stillHerePage),
  own('post', '/staff/account/still-here', stillHerePosted),
  forScript('/staff/account/keep.json', keepPosted),
  own('get', '/staff/account/draft', draftPage),
  own('post', '/staff/account/draft', draftDropped),
  { ...forScript('/staff/account/draft.json', draftSaved), audit: 'draft-saved' },

  own('get', '/staff/sign-out', signOutPage),
  own('post', '/staff/sign-out', signOutPosted, 'signed-out'),
]
