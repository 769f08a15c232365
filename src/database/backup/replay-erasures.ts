// Erases again whoever the ledger names: a restored backup holds them as they were. The same as the function
// erase_individual, for many people at once and without asking who may: it was decided when they were erased.

import type { Client } from 'pg'

import type { Erasure } from './ledger.ts'

/** What is sealed for a child or caregiver, and how the replay takes it away. A test finds a sealed column that is not here. */
export const erasedColumns: readonly string[] = [
  'individuals.given_name',
  'individuals.surname',
  'individuals.birth_date',
  'individuals.phone',
  'notes.body',
  'name_indexes.value',
  'drafts.sealed',
  'person_keys.wrapped',
]

const steps = [
  // A draft may be about anybody. One that is older than the erasure is given up, as its note would have been.
  `delete from public.drafts d using public.erasures e, public.individuals i
    where i.center_id = e.center_id and i.individual_id = e.individual_id and i.erased_at is null
      and d.center_id = e.center_id and d.saved_at <= e.erased_at`,
  `update public.notes n set body = null from public.cases c, public.erasures e
    where c.center_id = n.center_id and c.case_id = n.case_id and n.body is not null
      and e.center_id = c.center_id and e.individual_id = c.child_id`,
  `delete from public.name_indexes x using public.erasures e
    where e.center_id = x.center_id and e.individual_id = x.individual_id`,
  `delete from footbridge_keys.person_keys k using public.erasures e
    where e.center_id = k.center_id and e.individual_id = k.owner_id`,
]

/**
 * Adds the erasures to the table and carries out all that are in it, in the transaction of the restore and as an owner who sees
 * every row. Returns how many people are erased now, after and before alike. Does nothing in a database older than keys.
 */
export async function replayErasures(owner: Client, ledger: readonly Erasure[]): Promise<number> {
  const { rows } = await owner.query("select to_regclass('footbridge_keys.person_keys') as keys")
  if ((rows as readonly { keys: string | null }[])[0]?.keys === null) return 0
  await owner.query(
    `insert into public.erasures (center_id, individual_id, erased_at, erased_by)
     select r.center, r.individual, r."erasedAt", r."erasedBy"
     from jsonb_to_recordset($1::jsonb) as r (center uuid, individual uuid, "erasedAt" timestamptz, "erasedBy" uuid)
     where exists (select 1 from public.centers c where c.center_id = r.center)
     on conflict do nothing`,
    [JSON.stringify(ledger)],
  )
  for (const step of steps) await owner.query(step)
  const emptied = await owner.query(
    `update public.individuals i set given_name = null, surname = null, birth_date = null, phone = null, erased_at = e.erased_at
     from public.erasures e where e.center_id = i.center_id and e.individual_id = i.individual_id and i.erased_at is null`,
  )
  return emptied.rowCount ?? 0
}
