// Shows one case, masked: initials and age of the child, and which fields a click could reveal. Each look is written down.

import { actorOf } from '../access/index.ts'
import type { Trx } from '../database/index.ts'
import { Problem, type CaseId } from '../shared/index.ts'
import type { CaregiverView, CaseView, MaskedIndividual, Relationship, Safety } from './case.ts'
import type { FoundCase } from './case-queries.ts'
import { caseActions, mayOnCase } from './case-relation.ts'
import { today, type Casework, type Who } from './casework.ts'
import { getCaseFor, logOnCase } from './in-case.ts'
import { caregiversOf, findIndividualOfCase, type FoundCaregiver } from './individual-queries.ts'
import { ageInYears } from './mask.ts'
import { maskIndividual, openField, type VaultUse } from './sealed-individual.ts'
import { openTasksOf } from './task-queries.ts'
import { taskView } from './task-view.ts'
import { teamOf } from './team-queries.ts'

/** Throws Problem('not-permitted') for a case that is not there or that this person may not see. */
export function getCase(casework: Casework, who: Who, id: CaseId): Promise<CaseView> {
  return casework.database.transactAs(actorOf(who), async (trx) => {
    const found = await getCaseFor(trx, who, id, 'see')
    const view = await viewOf(casework, trx, who, found)
    const caregivers = view.caregivers.length > 0 ? ['caregiver-initials'] : []
    await logOnCase(trx, who, id, { event: 'case-seen', fields: ['initials', 'age', ...caregivers] })
    return view
  })
}

async function viewOf(casework: Casework, trx: Trx, who: Who, found: FoundCase): Promise<CaseView> {
  const use = { vault: casework.vault, trx, center: who.center }
  const { id, number, openedOn, closedOn, legalHold, version, relation, glassUntil, state } = found
  const day = today(casework)
  const caregivers: CaregiverView[] = []
  for (const one of await caregiversOf(trx, who.center, id)) caregivers.push(await caregiverView(use, one))
  return {
    ...{
      id,
      number,
      openedOn,
      closedOn,
      sealed: state.sealed,
      legalHold,
      version,
      onTeam: relation.onTeam,
      glassUntil,
    },
    child: await childView(use, found, day),
    caregivers,
    team: await teamOf(trx, who.center, id),
    tasks: (await openTasksOf(trx, who.center, id)).map((task) => taskView(task, day)),
    may: caseActions.filter((action) => mayOnCase(who, relation, state, action)),
  }
}

async function childView(
  use: VaultUse,
  found: FoundCase,
  day: string,
): Promise<MaskedIndividual & { readonly age: number | undefined }> {
  const child = await findIndividualOfCase(use.trx, use.center, found.id, found.child)
  if (child === undefined) throw new Problem('not-permitted')
  const birthDate = await openField(use, child, 'birth_date')
  return {
    ...(await maskIndividual(use, child)),
    age: birthDate === undefined ? undefined : ageInYears(birthDate, day),
  }
}

/** The database holds both words to their lists. */
async function caregiverView(use: VaultUse, caregiver: FoundCaregiver): Promise<CaregiverView> {
  const { relationship, safety } = caregiver
  return {
    ...(await maskIndividual(use, caregiver)),
    relationship: relationship as Relationship,
    safety: safety as Safety,
  }
}
