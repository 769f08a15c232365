// The one script of staff pages: passkeys, the warning before a session ends, and drafts. Nothing is stored in the browser.

import './keep.ts'
import './passkey.ts'
