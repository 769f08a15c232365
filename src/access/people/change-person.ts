// Changes what is known of a person: her name, her discipline, her agency. Nobody moves herself to another discipline or
// agency, as both decide what she may read.

import type { Database } from '../../database/index.ts'
import { failed, ok, Problem, type PersonId, type Result } from '../../shared/index.ts'
import { insertAuditEntry } from '../audit-queries.ts'
import { selectAgencies } from './agency-queries.ts'
import { refuseFormer } from './administrators.ts'
import { lockPeople, updatePerson, type PersonChange } from './change-queries.ts'
import {
  actingWith,
  cleanName,
  placeFaults,
  type Acting,
  type Agency,
  type PeopleFaults,
  type Person,
} from './person.ts'
import { findPerson } from './person-queries.ts'

/** As it was typed. `agency`: an id, or empty. */
export type DetailsForm = { readonly name: string; readonly discipline: string; readonly agency: string }

/** Throws Problem('not-found'). */
export function changePerson(
  database: Database,
  acting: Acting,
  id: PersonId,
  form: DetailsForm,
): Promise<Result<null, PeopleFaults>> {
  const actor = actingWith(acting, 'people:manage')
  return database.transactAs(actor, async (trx) => {
    refuseFormer(await lockPeople(trx, actor.center, id), actor)
    const person = await findPerson(trx, actor.center, id)
    if (person === undefined) throw new Problem('not-found')
    const agencies = await selectAgencies(trx, actor.center)
    const checked = checkDetails(person, form, { agencies, own: id === actor.person })
    if (!checked.ok) return checked
    const fields = Object.keys(checked.value)
    if (fields.length === 0) return ok(null)
    await updatePerson(trx, actor.center, id, checked.value)
    await insertAuditEntry(trx, actor, { event: 'person-changed', subject: { kind: 'person', id }, fields })
    return ok(null)
  })
}

type Known = { readonly agencies: readonly Agency[]; readonly own: boolean }

/** Only what differs. */
function checkDetails(person: Person, form: DetailsForm, { agencies, own }: Known): Result<PersonChange, PeopleFaults> {
  if (person.endedAt !== null) return failed({ name: 'already-ended' })
  const name = cleanName(form.name)
  const { discipline, agency } = form
  const found = agencies.find(({ id }) => id === agency)
  const moved = { discipline: discipline !== person.discipline, agency: agency !== (person.agency?.id ?? '') }
  const faults: PeopleFaults = {
    ...(name === undefined ? { name: 'name-wrong' } : {}),
    ...placeFaults({ discipline, agency, found, roles: person.roles }),
    ...(own && (moved.discipline || moved.agency) ? { discipline: 'own-place' } : {}),
  }
  if (name === undefined || Object.keys(faults).length > 0) return failed(faults)
  return ok({
    ...(name === person.name ? {} : { name }),
    ...(moved.discipline ? { discipline } : {}),
    ...(moved.agency ? { agency_id: agency === '' ? null : agency } : {}),
  })
}
