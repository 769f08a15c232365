// The first wall, generated from the table of routes: every staff route as each role that lacks its permission, and without a
// session, with ids of one's own center, of another, and of nobody. Then holes are planted in copies of the table, and found.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { roles, type Role, type SignedIn } from '../../src/access/index.ts'
import { buildApp } from '../../src/web/index.ts'
import type { Route } from '../../src/web/route-table.ts'
import { routes } from '../../src/web/routes.ts'
import { setStage, aCase, type Stage } from '../casework/stage.ts'
import { personOf, signedInAs } from '../cast.ts'
import { noAccounts } from '../people/cast.ts'
import { testServices } from '../services.ts'
import { tryDoors, type Door, type Ids, type Stand } from './staff-admission.ts'

let stage: Stage
let own: string
let other: string
let who: SignedIn | undefined
let combinations = 0

beforeAll(async () => {
  stage = await setStage()
  own = await aCase(stage, { team: ['ada'] })
  other = await aCase(stage, { by: 'hana' })
}, 120_000)
afterAll(async () => {
  await stage.close()
  process.stdout.write(`staff routes: ${String(combinations)} combinations of route, way, role and ids tried\n`)
})

const isForStaff = ({ permission }: Route): boolean => permission !== 'public' && permission !== 'set-up:begin'

const doors = routes.filter(isForStaff).map(({ method, path, languages, permission }) => ({
  ...{ method, path, languages },
  permission,
})) as readonly Door[]

const fillWith =
  (id: string, person: string) =>
  (path: string): string =>
    path.replace(':person', person).replaceAll(/:(id|note|session)\b/g, id)

const nobody = '99999999-9999-4999-8999-999999999999'

async function standOn(table: readonly Route[]): Promise<Stand> {
  const { database } = stage.fresh
  const services = {
    ...(await testServices(database)),
    findSignedIn: () => Promise.resolve(who),
    staff: { database, vault: stage.casework.vault, accounts: noAccounts(database), demo: false },
  }
  const ids: readonly Ids[] = [
    { whose: 'her own center', fill: fillWith(own, personOf('ada')) },
    { whose: 'another center', fill: fillWith(other, personOf('hana')) },
    { whose: 'nobody', fill: fillWith(nobody, nobody) },
  ]
  return {
    app: buildApp({ services, log: () => undefined, table }),
    become: (next) => (who = next),
    people: new Map(roles.map((role): [Role, SignedIn] => [role, signedInAs('carmen', { roles: [role] })])),
    ids,
  }
}

describe('every staff route', () => {
  it('is an address without a page to whoever lacks its permission, and the way to sign-in to nobody', async () => {
    const tried = await tryDoors(await standOn(routes), doors)
    combinations += tried.combinations
    expect(tried.found).toEqual([])
    expect(doors.length).toBeGreaterThan(60)
  }, 180_000)
})

describe('a hole planted in the table', () => {
  it.each([
    ['a route for everybody with an account', '/staff/people/invite', 'account:own'],
    ['a route open to everybody', '/staff/audit', 'public'],
  ])('%s is found', async (_, path, permission) => {
    const table = routes.map((route) => (route.path === path ? ({ ...route, permission } as Route) : route))
    const door = doors.filter((one) => one.path === path)
    expect((await tryDoors(await standOn(table), door)).found.length).toBeGreaterThan(0)
  })

  it('a case opened to whoever sees colleagues still answers like none: the second wall stands behind the first', async () => {
    const path = '/staff/cases/:id'
    const table = routes.map((route) =>
      route.path === path && route.permission === 'case:see' ? { ...route, permission: 'people:see' as const } : route,
    )
    const door = doors.filter((one) => one.path === path)
    expect((await tryDoors(await standOn(table), door)).found).toEqual([])
  })
})
