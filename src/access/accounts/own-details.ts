// What a person may change of herself: her name as colleagues read it, and her language.

import { insertAuditEntry } from '../audit-queries.ts'
import { actorOf, type SignedIn } from '../signed-in.ts'
import type { AccountParts } from './account-parts.ts'
import { updateOwnDetails, type OwnDetails } from './person-queries.ts'

export const changeOwnDetails = (parts: AccountParts, who: SignedIn, details: OwnDetails): Promise<void> =>
  parts.database.transactAs(actorOf(who), async (trx) => {
    await updateOwnDetails(trx, who.center, who.person, details)
    await insertAuditEntry(trx, actorOf(who), { event: 'account-seen', fields: ['name', 'language'] })
  })
