// What the page says before anything is erased: whether a legal hold would stop it.

import { actorOf } from '../access/index.ts'
import { Problem, type IndividualId } from '../shared/index.ts'
import type { Casework, Who } from './casework.ts'
import { erasureState } from './erasure-queries.ts'

/** Throws Problem('not-permitted') for an id that is not there, was erased, or is not this person's to erase. */
export function getErasure({ database }: Casework, who: Who, id: IndividualId): Promise<'held' | 'free'> {
  return database.transactAs(actorOf(who), async (trx) => {
    const state = await erasureState(trx, id)
    if (!who.permissions.has('person:erase') || state === undefined) throw new Problem('not-permitted')
    return state
  })
}
