// The model of who may see what, and the real thing beside it: one center a sequence, seven people to begin with, each of whom acts
// through a session that is looked up anew for every command, as pages do.

import { randomBytes, randomUUID } from 'node:crypto'

import {
  caseScopeOf,
  enterDemo,
  findSignedInWith,
  openVault,
  permissionsOf,
  type AccountParts,
  type Discipline,
  type Role,
  type SignedIn,
} from '../../../src/access/index.ts'
import { mayOnCase, seesCase, type CaseAction, type Casework, type Relation } from '../../../src/casework/index.ts'
import type { Database } from '../../../src/database/index.ts'
import {
  centerId,
  personId,
  type CaseId,
  type CenterId,
  type IndividualId,
  type PersonId,
} from '../../../src/shared/index.ts'

export type ModelPerson = {
  readonly id: PersonId
  readonly discipline: Discipline
  roles: Role[]
  ended: boolean
  token: string | undefined
}

export type ModelCase = {
  readonly id: CaseId
  readonly number: string
  child: IndividualId
  version: number
  readonly team: Set<PersonId>
  readonly glass: Set<PersonId>
  readonly conflicts: Set<PersonId>
  sealed: boolean
  closed: boolean
}

export type Model = { readonly people: ModelPerson[]; readonly cases: ModelCase[]; readonly erased: Set<IndividualId> }

export type Real = {
  readonly casework: Casework
  readonly parts: AccountParts
  readonly center: CenterId
  readonly host: string
}

const first: readonly (readonly [Role, Discipline])[] = [
  ['administrator', 'administration'],
  ['coordinator', 'coordination'],
  ['intake', 'intake'],
  ['advocate', 'advocacy'],
  ['clinician', 'mental-health'],
  ['interviewer', 'interview'],
  ['privacy-officer', 'administration'],
]

const ring = { current: 1, keys: new Map([[1, randomBytes(32)]]) }
const now = (): Date => new Date()

export async function newWorld(database: Database): Promise<{ readonly model: Model; readonly real: Real }> {
  const center = centerId(randomUUID())
  const host = `${center}.example`
  await database.asOwner((trx) =>
    trx.insertInto('centers').values({ center_id: center, name: 'Model', host }).execute(),
  )
  const vault = openVault({ ring: () => ring, now })
  const people = first.map(([role, discipline]) => ({
    id: personId(randomUUID()),
    discipline,
    roles: [role],
    ended: false,
    token: undefined,
  }))
  await database.transactAs({ center, person: null }, async (trx) => {
    for (const { id, discipline, roles } of people) {
      await trx
        .insertInto('people')
        .values({
          center_id: center,
          person_id: id,
          name: 'Somebody Invented',
          email: `${id}@demo.example`,
          discipline,
          created_at: now(),
        })
        .execute()
      await trx
        .insertInto('person_roles')
        .values(roles.map((role) => ({ center_id: center, person_id: id, role, granted_at: now(), granted_by: null })))
        .execute()
    }
  })
  const casework: Casework = {
    database,
    vault,
    now,
    newId: () => randomUUID(),
    random: () => 0.5,
    zone: 'America/Chicago',
  }
  const hashing = { hashPassword: untouched, verifyPassword: untouched }
  const party = { id: host, name: 'Model', origin: `https://${host}` }
  const parts = { database, vault, hashing, now, random: randomBytes, party }
  return { model: { people, cases: [], erased: new Set() }, real: { casework, parts, center, host } }
}

const untouched = (): never => {
  throw new Error('The model signs in without a password')
}

/** By the demo's way in, which is a real session; false for who has no account any more. */
export async function signIn({ parts, host }: Real, person: ModelPerson): Promise<boolean> {
  const origin = { host, network: 'model', device: undefined, browser: 'model' }
  const entered = await enterDemo(parts, origin, person.id)
  if (entered.ok) person.token = entered.value.token
  return entered.ok
}

/** As the next request of this person would find her. */
export const asFound = ({ parts, host }: Real, { token }: ModelPerson): Promise<SignedIn | undefined> =>
  findSignedInWith(parts)(host, token, now())

const holderOf = ({ roles }: ModelPerson) => ({ permissions: permissionsOf(roles), scope: caseScopeOf(roles) })

export const relationOf = ({ id }: ModelPerson, { team, glass, conflicts }: ModelCase): Relation => ({
  onTeam: team.has(id),
  glass: glass.has(id),
  conflict: conflicts.has(id),
})

export const modelSees = (person: ModelPerson, one: ModelCase): boolean =>
  !person.ended && seesCase(holderOf(person), relationOf(person, one), one)

export const modelMay = (person: ModelPerson, one: ModelCase, action: CaseAction): boolean =>
  !person.ended && mayOnCase(holderOf(person), relationOf(person, one), one, action)

/** Also what she could do if the case were reopened: that is said, not hidden. */
export const modelMayIfOpen = (person: ModelPerson, one: ModelCase, action: CaseAction): boolean =>
  modelMay(person, one, action) || modelMay(person, { ...one, closed: false }, action)
