// The first wall, by the table itself: every route of staff, by each of its addresses, against nobody and against every role
// without its permission, with ids of the own center, of another and of nobody. And that the same eyes see planted holes: a
// route that was made public, one that asks for a weaker permission, one that refuses but tells that it is there. Sign-in,
// enrolment and SSO are public by the table, which tests/web/route-table.test.ts lists in full.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { permissions, roles, type Permission, type SignedIn } from '../../src/access/index.ts'
import type { Route } from '../../src/web/route-table.ts'
import { aCase, childOf, setStage, type Stage } from '../casework/stage.ts'
import { personOf, signedInAs } from '../cast.ts'
import { aWeekday } from '../home.ts'
import { noAccounts } from '../people/cast.ts'
import { testApp } from '../services.ts'
import { tryDoors, type Door, type Ids, type Stand } from './staff-admission.ts'

/** The table that the next application is built from; a test plants a hole in a copy. */
const tables = vi.hoisted(() => ({ planted: undefined as readonly Route[] | undefined }))
vi.mock(import('../../src/web/routes.ts'), async (original) => {
  const real = await original()
  return {
    get routes() {
      return tables.planted ?? real.routes
    },
  }
})
const { routes } = await import('../../src/web/routes.ts')

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const isPermission = (text: string): text is Permission => text in permissions
const doors: readonly Door[] = routes.flatMap(({ method, path, languages, permission }) =>
  path.startsWith('/staff/') && isPermission(permission) ? [{ method, path, languages, permission }] : [],
)

let stage: Stage
let ids: readonly Ids[]
beforeAll(async () => {
  stage = await setStage()
  const [own, others] = [await aCase(stage), await aCase(stage, { by: 'hana' })]
  const never = '99999999-9999-4999-8999-999999999999'
  ids = [
    idsOf('the own center', own, await childOf(stage, own), personOf('ada')),
    idsOf('another center', others, await childOf(stage, others, 'hana'), personOf('bruno')),
    idsOf('nobody', never, never, never),
  ]
})
afterAll(() => stage.close())

const idsOf = (whose: string, id: string, child: string, person: string): Ids => ({
  whose,
  fill: (path) =>
    path
      .replace(':id', path.startsWith('/staff/individuals') ? child : id)
      .replace(':person', person)
      .replace(/:\w+/g, '99999999-9999-4999-8999-999999999999'),
})

const steppedUpAt = new Date(aWeekday.epochMilliseconds)

async function standWith(planted?: readonly Route[]): Promise<Stand> {
  let now: SignedIn | undefined
  const { database } = stage.fresh
  const staff = { database, vault: stage.casework.vault, accounts: noAccounts(database), demo: false }
  tables.planted = planted
  const { app } = await testApp(database, undefined, { findSignedIn: () => Promise.resolve(now), staff })
  tables.planted = undefined
  const people = new Map(roles.map((role) => [role, { ...signedInAs('ada', { roles: [role] }), steppedUpAt }] as const))
  return { app, become: (who) => (now = who), people, ids }
}

describe('every route of staff', () => {
  it('is nothing to nobody, and to whoever lacks its permission byte for byte an address that does not exist', async () => {
    const areas = new Set(doors.map(({ path }) => path.split('/')[2]))
    expect([...areas].sort()).toEqual([
      'account',
      'audit',
      'cases',
      'home',
      'individuals',
      'people',
      'settings',
      'sign-out',
    ])
    const { found, combinations } = await tryDoors(await standWith(), doors)
    process.stdout.write(`staff routes: ${String(combinations)} combinations of ${String(doors.length)} routes tried\n`)
    expect(found).toEqual([])
    expect(combinations).toBeGreaterThan(doors.length * 12)
  })

  it('is open to who has the permission: the comparison can fail', async () => {
    const stand = await standWith()
    for (const [path, role] of [
      ['/staff/people', 'administrator'],
      ['/staff/settings', 'administrator'],
      ['/staff/cases', 'coordinator'],
      ['/staff/audit', 'privacy-officer'],
    ] as const) {
      stand.become(stand.people.get(role))
      expect([path, (await stand.app.request(path, {})).status]).toEqual([path, 200])
    }
  })
})

describe('a planted hole is seen', () => {
  const settings = doors.filter(({ path }) => path === '/staff/settings')
  const plant = (change: (route: Route) => Route): readonly Route[] =>
    routes.map((route) => (route.path === '/staff/settings' ? change(route) : route))
  const answers = (): Response => new Response('The settings')

  it.each<readonly [string, (route: Route) => Route, RegExp]>([
    ['a route made public', (route) => ({ ...route, permission: 'public', handler: answers }), /^nobody: /],
    [
      'a route that everybody may use',
      (route) => ({ ...route, permission: 'account:own', handler: answers }),
      /^mentor: /,
    ],
    [
      'an address that tells it is there',
      (route) => ({ ...route, permission: 'public', handler: () => new Response(null, { status: 403 }) }),
      /^nobody: /,
    ],
  ])('%s', async (_, change, line) => {
    const { found } = await tryDoors(await standWith(plant(change)), settings)
    expect(found.some((one) => line.test(one))).toBe(true)
    expect((await tryDoors(await standWith(), settings)).found).toEqual([])
  })
})
