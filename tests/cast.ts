// The cast: invented people of two invented centers, one for each role and more. Tests become one of them; nobody here is real.

import {
  caseScopeOf,
  permissionsOf,
  type AgencyKind,
  type Discipline,
  type Role,
  type SignedIn,
} from '../src/access/index.ts'
import type { Actor, Database } from '../src/database/index.ts'
import { centerId, personId, type CenterId, type PersonId } from '../src/shared/index.ts'

export const centers = {
  riverbend: {
    id: centerId('11111111-1111-4111-8111-111111111111'),
    host: 'riverbend.example',
    name: 'Riverbend Center',
  },
  highdesert: {
    id: centerId('22222222-2222-4222-8222-222222222222'),
    host: 'highdesert.example',
    name: 'High Desert Center',
  },
} as const

const at = (center: CenterId, number: number): Actor => ({ center, person: numbered(number) })
const numbered = (number: number): PersonId => personId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)

/** Riverbend's advocate. */
export const asAda = at(centers.riverbend.id, 1)
/** Riverbend's interviewer. */
export const asImani = at(centers.riverbend.id, 2)
/** High Desert's advocate. */
export const asBruno = at(centers.highdesert.id, 3)
/** The service itself, acting for Riverbend. */
export const asService: Actor = { center: centers.riverbend.id, person: null }

type Part = {
  readonly at: keyof typeof centers
  readonly number: number
  readonly name: string
  readonly discipline: Discipline
  readonly role: Role
}

const part = (at: Part['at'], number: number, name: string, role: Role, discipline: Discipline): Part => ({
  ...{ at, number, name, role, discipline },
})

/** Each has one role; a name says which in `role`. */
export const cast = {
  ada: part('riverbend', 1, 'Ada Okafor', 'advocate', 'advocacy'),
  imani: part('riverbend', 2, 'Imani Brooks', 'interviewer', 'interview'),
  carmen: part('riverbend', 11, 'Carmen Ruiz', 'coordinator', 'coordination'),
  ines: part('riverbend', 12, 'Ines Park', 'intake', 'intake'),
  clara: part('riverbend', 13, 'Clara Lind', 'clinician', 'mental-health'),
  milo: part('riverbend', 14, 'Milo Tran', 'medical', 'medical'),
  paula: part('riverbend', 15, 'Paula Stone', 'partner', 'law-enforcement'),
  dev: part('riverbend', 16, 'Dev Nair', 'partner', 'defender'),
  priya: part('riverbend', 17, 'Priya Shah', 'privacy-officer', 'administration'),
  amos: part('riverbend', 18, 'Amos Field', 'administrator', 'administration'),
  mona: part('riverbend', 19, 'Mona Hale', 'mentor', 'mentoring'),
  stan: part('riverbend', 20, 'Stan Wolfe', 'statistics', 'administration'),
  abel: part('riverbend', 21, 'Abel Frost', 'advocate', 'advocacy'),
  cole: part('riverbend', 22, 'Cole Vance', 'coordinator', 'coordination'),
  marta: part('riverbend', 23, 'Marta Quinn', 'mentor-coordinator', 'mentoring'),
  bruno: part('highdesert', 3, 'Bruno Diaz', 'advocate', 'advocacy'),
  hana: part('highdesert', 31, 'Hana Mori', 'coordinator', 'coordination'),
  hugo: part('highdesert', 32, 'Hugo Blum', 'intake', 'intake'),
  hope: part('highdesert', 33, 'Hope Reed', 'administrator', 'administration'),
  helen: part('highdesert', 34, 'Helen Cray', 'privacy-officer', 'administration'),
  ivo: part('highdesert', 35, 'Ivo Lang', 'interviewer', 'interview'),
  carl: part('highdesert', 36, 'Carl Munro', 'clinician', 'mental-health'),
  mia: part('highdesert', 37, 'Mia Sato', 'medical', 'medical'),
  pete: part('highdesert', 38, 'Pete Marsh', 'partner', 'law-enforcement'),
  dora: part('highdesert', 39, 'Dora King', 'partner', 'defender'),
  maud: part('highdesert', 40, 'Maud Berg', 'mentor', 'mentoring'),
  sven: part('highdesert', 41, 'Sven Holt', 'statistics', 'administration'),
} as const satisfies Record<string, Part>

export type CastName = keyof typeof cast

export const castNames = Object.keys(cast) as readonly CastName[]

export const personOf = (name: CastName): PersonId => numbered(cast[name].number)

export const actAs = (name: CastName): Actor => at(centers[cast[name].at].id, cast[name].number)

/** As pages see her after sign-in: her one role, or others. */
export function signedInAs(name: CastName, { roles }: { readonly roles?: readonly Role[] } = {}): SignedIn {
  const { at: where, discipline, role, name: full } = cast[name]
  const held = roles ?? [role]
  return {
    center: centers[where].id,
    person: personOf(name),
    session: `5e551011-0000-4000-8000-${String(cast[name].number).padStart(12, '0')}`,
    name: full,
    email: emailOf(name),
    language: 'en',
    discipline,
    agency: role === 'partner' ? agencyOf(cast[name]) : null,
    roles: held,
    permissions: permissionsOf(held),
    scope: caseScopeOf(held),
    mode: 'usual',
    createdAt: new Date('2026-11-24T17:00:00Z'),
    lastSeenAt: new Date('2026-11-24T18:00:00Z'),
    steppedUpAt: null,
    idleAt: new Date('2026-11-24T18:15:00Z'),
    formToken: 'form-token',
  }
}

const emailOf = (name: CastName): string => `${name}@${centers[cast[name].at].host}`

/** One agency for each partner, with the partner's own number. */
const agencyOf = ({ number }: Part): string => `a6e2c100-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Takes the automatic center's place with the two of the cast. */
export async function castCenters(database: Database): Promise<void> {
  await database.asOwner(async (trx) => {
    await trx.deleteFrom('centers').execute()
    await trx
      .insertInto('centers')
      .values(Object.values(centers).map(({ id, host, name }) => ({ center_id: id, host, name })))
      .execute()
  })
}

/** Everybody of the cast, after `castCenters`: by the service, as after the first sign-in; the agencies by the administrator. */
export async function castPeople(database: Pick<Database, 'transactAs'>): Promise<void> {
  const names = [...castNames].sort((one, other) => Number(isPartner(one)) - Number(isPartner(other)))
  for (const name of names) {
    const { center } = actAs(name)
    if (isPartner(name)) await addAgency(database, name)
    await database.transactAs({ center, person: null }, async (trx) => {
      await trx.insertInto('people').values(aPerson(name)).execute()
      const { role } = cast[name]
      const row = { center_id: center, person_id: personOf(name), role, granted_at: beginning, granted_by: null }
      await trx.insertInto('person_roles').values(row).execute()
    })
  }
}

const beginning = new Date('2026-11-02T09:00:00Z')
const isPartner = (name: CastName): boolean => cast[name].role === 'partner'

const aPerson = (name: CastName) => ({
  center_id: actAs(name).center,
  person_id: personOf(name),
  agency_id: isPartner(name) ? agencyOf(cast[name]) : null,
  name: cast[name].name,
  email: emailOf(name),
  discipline: cast[name].discipline,
  created_at: beginning,
  ended_at: null,
  reviewed_at: null,
})

async function addAgency(database: Pick<Database, 'transactAs'>, name: CastName): Promise<void> {
  const administrator = cast[name].at === 'riverbend' ? 'amos' : 'hope'
  const kind = cast[name].discipline as AgencyKind
  await database.transactAs(actAs(administrator), (trx) =>
    trx
      .insertInto('agencies')
      .values({ center_id: actAs(name).center, agency_id: agencyOf(cast[name]), kind, name: `${kind} of the county` })
      .execute(),
  )
}
