// Finds cases by the sound of a name, and the year of birth where it is known. Nothing found and nothing that this person may
// see are the same empty answer.

import { actorOf, insertAuditEntry } from '../access/index.ts'
import { failed, ok, Problem, type Result } from '../shared/index.ts'
import type { CaseSummary } from './case.ts'
import { today, type Casework, type Who } from './casework.ts'
import { casesWithSounds, listRows } from './list-queries.ts'
import { casesOnAPage, summariesOf } from './list-cases.ts'
import { soundsOf, type VaultUse } from './sealed-individual.ts'
import type { NameIndex } from './individual-queries.ts'

export type CaseSearch = {
  readonly given: string
  readonly surname: string
  /** Four digits, as typed; an empty text where it is not known. */
  readonly birthYear: string
}

/** `more`: the search has to be narrowed. */
export type CaseFinds = { readonly cases: readonly CaseSummary[]; readonly more: boolean }

export async function searchCases(
  casework: Casework,
  who: Who,
  search: CaseSearch,
): Promise<Result<CaseFinds, 'name-needed' | 'not-a-year'>> {
  if (!who.permissions.has('case:see') || who.scope === 'none') throw new Problem('not-permitted')
  const asked = { given: search.given.trim(), surname: search.surname.trim(), birthYear: search.birthYear.trim() }
  if (asked.given === '' && asked.surname === '') return failed('name-needed')
  if (!/^(?:\d{4})?$/.test(asked.birthYear)) return failed('not-a-year')
  const actor = actorOf(who)
  return casework.database.transactAs(actor, async (trx) => {
    const use = { vault: casework.vault, trx, center: who.center }
    const sounds = await soundsToFind(use, asked)
    const limit = casesOnAPage + 1
    const rows =
      sounds.length === 0 ? [] : await listRows(trx, actor, casesWithSounds(actor, sounds), { after: undefined, limit })
    const cases = await summariesOf(use, rows.slice(0, casesOnAPage), today(casework))
    await insertAuditEntry(trx, actor, { event: 'case-searched', fields: Object.keys(asked).filter(filledOf(asked)) })
    return ok({ cases, more: rows.length > casesOnAPage })
  })
}

type Asked = { readonly given: string; readonly surname: string; readonly birthYear: string }

const filledOf =
  (asked: Asked) =>
  (field: string): boolean =>
    asked[field as keyof Asked] !== ''

/** With a surname and a year, the index of both takes the place of the surname's own. A year alone has no index. */
async function soundsToFind(use: VaultUse, { given, surname, birthYear }: Asked): Promise<readonly NameIndex[]> {
  const sounds = await soundsOf(use, { given, surname, birthYear: birthYear === '' ? undefined : Number(birthYear) })
  const both = sounds.some(({ kind }) => kind === 'surname-birth-year')
  return both ? sounds.filter(({ kind }) => kind !== 'surname') : sounds
}
