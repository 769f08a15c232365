// Every combination that the walls tell apart, as rows: for each person of the cast a case of each relation and state, with a
// child, a caregiver, notes of two disciplines (shared and not), a task and a team. Seeded as the owner of the database, so that
// nothing of it depends on the code that is tried.

import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import type { CaseState, Relation } from '../../src/casework/index.ts'
import type { Database, Trx } from '../../src/database/index.ts'
import { actAs, castNames, personOf, type CastName } from '../cast.ts'

export const relations = {
  none: { onTeam: false, glass: false, conflict: false },
  team: { onTeam: true, glass: false, conflict: false },
  glass: { onTeam: false, glass: true, conflict: false },
  'glass that is over': { onTeam: false, glass: false, conflict: false },
  'conflict on the team': { onTeam: true, glass: false, conflict: true },
  'conflict with glass': { onTeam: false, glass: true, conflict: true },
} as const satisfies Record<string, Relation>

export type RelationName = keyof typeof relations

export const states = {
  open: { sealed: false, closed: false },
  closed: { sealed: false, closed: true },
  sealed: { sealed: true, closed: false },
  'sealed and closed': { sealed: true, closed: true },
} as const satisfies Record<string, CaseState>

export type StateName = keyof typeof states

/** A case made for one person: how she stands to it, and how it stands. */
export type Made = {
  readonly case: string
  readonly child: string
  readonly caregiver: string
  readonly for: CastName
  readonly relation: RelationName
  readonly state: StateName
  readonly number: string
}

export const noteDisciplines = ['advocacy', 'mental-health', 'law-enforcement'] as const

/** Of the cast's own center. */
export async function makeScene(database: Database): Promise<readonly Made[]> {
  const made = castNames.flatMap((name) =>
    (Object.keys(relations) as RelationName[]).flatMap((relation) =>
      (Object.keys(states) as StateName[]).map((state) => ({ name, relation, state })),
    ),
  )
  const rows: Made[] = []
  for (const [at, { name, relation, state }] of made.entries()) {
    const one = { case: randomUUID(), child: randomUUID(), caregiver: randomUUID(), for: name, relation, state }
    rows.push({ ...one, number: `2026-${String(10_000 + at)}` })
  }
  for (const one of rows) await database.asOwner((trx) => seed(trx, one))
  return rows
}

/** The author of notes and tasks, who stands to the case in no way: the center's administrator. */
const authorOf = ({ for: name }: Made): string =>
  personOf(actAs(name).center === actAs('amos').center ? 'amos' : 'hope')

async function seed(trx: Trx, made: Made): Promise<void> {
  const { center } = actAs(made.for)
  await sql.raw(`set local footbridge.center_id = '${center}'`).execute(trx)
  await sql.raw(statements(made, center).join(';')).execute(trx)
}

function statements(made: Made, center: string): readonly string[] {
  const { case: id, child, caregiver, relation, state, number } = made
  const { conflict, onTeam } = relations[relation]
  const { sealed, closed } = states[state]
  const person = personOf(made.for)
  const author = authorOf(made)
  const access = (kind: string, until: string): string =>
    `insert into case_access values ('${center}', '${person}', '${id}', '${kind}', ${until})`
  return [
    ...[child, caregiver].map(
      (individual, at) =>
        `insert into individuals (center_id, individual_id, kind, created_at) values ('${center}', '${individual}', '${at === 0 ? 'child' : 'caregiver'}', now())`,
    ),
    `insert into cases (center_id, case_id, number, child_id, opened_on, closed_on, sealed, conflicted) values
      ('${center}', '${id}', '${number}', '${child}', '2026-01-05', ${closed ? `'2026-02-01'` : 'null'}, ${String(sealed)}, '{${conflict ? person : ''}}')`,
    `insert into case_caregivers values ('${center}', '${id}', '${caregiver}', 'mother', 'safe')`,
    `insert into name_indexes values ('${center}', 'surname', '\\x01', '${child}')`,
    ...noteDisciplines.flatMap((discipline) =>
      [true, false].map(
        (shared) =>
          `insert into notes values ('${center}', '${id}', '${randomUUID()}', '${author}', '${discipline}', ${String(shared)}, '\\x00', 1, now())`,
      ),
    ),
    ...(onTeam
      ? [
          `insert into case_team values ('${center}', '${id}', '${person}', 'x', now(), '${author}')`,
          access('team', 'null'),
        ]
      : []),
    ...(relation === 'glass' || relation === 'conflict with glass'
      ? [access('break-glass', `now() + interval '1 hour'`)]
      : []),
    ...(relation === 'glass that is over' ? [access('break-glass', `now() - interval '1 second'`)] : []),
  ]
}
