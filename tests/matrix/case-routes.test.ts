// The pages of cases against what may not be told: every route of the area, by GET and by POST, as each person of the cast, for
// every kind of case that this person may not see. Each whole answer is byte for byte that of a case that never existed, and
// comes in like time.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { breakGlass } from '../../src/casework/index.ts'
import type { Route } from '../../src/web/route-table.ts'
import { casesRoutes } from '../../src/web/staff/cases/cases-routes.ts'
import { aCase, setStage, valueOf, type Stage } from '../casework/stage.ts'
import { cast, castNames, personOf, signedInAs, type CastName } from '../cast.ts'
import { aWeekday } from '../home.ts'
import { noAccounts } from '../people/cast.ts'
import { posted, testApp } from '../services.ts'
import { centerOf, kindsOf, never, type Kind, type Known } from './case-kinds.ts'

let stage: Stage
let app: Awaited<ReturnType<typeof testApp>>['app']
let kinds: readonly Kind[]
let now: CastName = 'carmen'
/** When the person last proved who she is: just now. */
const steppedUpAt = new Date(aWeekday.epochMilliseconds)
let combinations = 0

beforeAll(async () => {
  stage = await setStage()
  const { database } = stage.fresh
  const staff = { database, vault: stage.casework.vault, accounts: noAccounts(database), demo: false }
  app = (
    await testApp(database, undefined, {
      findSignedIn: () => Promise.resolve({ ...signedInAs(now), steppedUpAt }),
      staff,
    })
  ).app
  kinds = [...(await kindsOf(stage, 'riverbend', 'cole')), ...(await kindsOf(stage, 'highdesert', 'hana'))]
}, 120_000)
afterAll(async () => {
  await stage.close()
  process.stdout.write(`case routes: ${String(combinations)} combinations of route, form, person and case tried\n`)
})

type Asked = { readonly path: string; readonly init: RequestInit }

const about = ({ path }: Route, of: Known): string =>
  path.replace(':id', path.startsWith('/staff/individuals') ? of.child : of.id).replace(':note', never.id)

/** Every form of the area in one, as each of its steps; and one that says nothing. */
function forms(name: CastName, of: Known): readonly Record<string, string>[] {
  const token = { 'form-token': 'form-token' }
  const whole = {
    ...{ ...token, version: '1', text: 'She asked for water.', shared: 'yes', words: 'water', task: never.id },
    ...{ member: personOf(name), assignee: personOf(name), kind: 'court', due: '2026-12-01', sure: 'yes' },
    ...{ of: of.child, column: 'surname', given: 'Rosa', surname: 'Rivera', relationship: 'mother', safety: 'safe' },
    ...{ gone: of.id, known: of.id },
  }
  const steps = [
    { to: 'close' },
    { to: 'reopen' },
    { to: 'seal' },
    { to: 'hold' },
    { step: 'remove' },
    { step: 'merge' },
  ]
  return [token, { ...token, again: 'yes' }, ...steps.map((step) => ({ ...whole, ...step }))]
}

const asked = (route: Route, name: CastName, of: Known): readonly Asked[] =>
  route.method === 'get'
    ? [{ path: about(route, of), init: {} }]
    : forms(name, of).map((fields) => ({ path: about(route, of), init: posted(fields) }))

async function whole({ path, init }: Asked): Promise<string> {
  const answer = await app.request(path, init)
  return JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()])
}

const withId = casesRoutes.filter(({ path }) => path.includes(':id'))
const byPath = withId.map((route) => [`${route.method} ${route.path}`, route] as const)

/** An individual's erasure is the privacy officer's in all of her center's cases, also those that she cannot see. */
const isOpenTo = (route: Route, name: CastName, kind: Kind): boolean =>
  route.permission === 'person:erase'
    ? cast[name].role === 'privacy-officer' && kind.name.startsWith(centerOf(name))
    : kind.seenBy(name)

describe('a case that may not be seen answers as one that never existed', () => {
  it.each(byPath)('%s', { timeout: 240_000 }, async (_, route) => {
    const different: string[] = []
    for (const name of castNames) {
      now = name
      const references = await Promise.all(asked(route, name, never).map(whole))
      expect(references.every((one) => one.startsWith('[404,'))).toBe(true)
      for (const kind of kinds.filter((one) => !isOpenTo(route, name, one))) {
        const answers = await Promise.all(asked(route, name, kind.of).map(whole))
        combinations += answers.length
        for (const [at, answer] of answers.entries())
          if (answer !== references[at]) different.push(`${name}, ${kind.name}, form ${String(at)}`)
      }
    }
    expect(different).toEqual([])
  })

  it('does not answer so to who sees it: the comparison can fail', async () => {
    now = 'cole'
    for (const route of withId.filter(({ method, permission }) => method === 'get' && permission !== 'person:erase')) {
      const kind = kinds.find(({ name }) => name === 'riverbend sealed')
      const of = kind?.of ?? never
      expect([route.path, (await app.request(about(route, of))).status]).toEqual([route.path, 200])
    }
    now = 'priya'
    expect((await app.request(`/staff/individuals/${kinds[0]?.of.child ?? ''}/erase`)).status).toBe(200)
  })

  it('answers an address that names no case like one that never existed', async () => {
    now = 'carmen'
    const reference = await whole({ path: `/staff/cases/${never.id}`, init: {} })
    for (const id of ['1', 'new1', never.id.toUpperCase(), `${never.id}0`, '%00', 'null'])
      expect(await whole({ path: `/staff/cases/${id}`, init: {} })).toBe(reference)
  })
})

describe('lists, searches and forms that take another case', () => {
  const search = (given: string) => posted({ 'form-token': 'form-token', given, surname: '', birthYear: '' })

  it('hold nothing of a case that may not be seen, for anybody', async () => {
    for (const name of castNames.filter((one) => signedInAs(one).scope !== 'none')) {
      now = name
      const pages = [await whole({ path: '/staff/cases', init: {} })]
      pages.push(await whole({ path: '/staff/cases', init: search('Maya') }))
      for (const { of, seenBy, name: kind } of kinds) {
        combinations += pages.length
        for (const page of pages) expect([name, kind, page.includes(of.id)]).toEqual([name, kind, seenBy(name)])
      }
    }
  })

  it('merges with no case, and opens for the child of no case, that may not be seen', async () => {
    now = 'carmen'
    const own = await aCase(stage)
    const hidden = kinds.filter(({ seenBy }) => !seenBy('carmen'))
    const token = { 'form-token': 'form-token' }
    for (const step of ['compare', 'merge']) {
      const ask = (gone: string) => whole({ path: `/staff/cases/${own}/merge`, init: posted({ ...token, step, gone }) })
      const reference = await ask(never.id)
      for (const { of } of hidden) expect(await ask(of.id)).toBe(reference)
      combinations += hidden.length
    }
    const open = (id: string) =>
      whole({ path: '/staff/cases/new', init: posted({ ...token, step: 'known', known: id }) })
    const reference = await open(never.id)
    for (const { of } of hidden) expect(await open(of.id)).toBe(reference)
    combinations += hidden.length
  })

  it('opens nothing in an emergency by a wrong number or a forbidden one, and the page is the same but for the number', async () => {
    const body = (number: string) =>
      posted({ 'form-token': 'form-token', number, reason: 'child-missing', minutes: '5' })
    const forbidden = kinds.filter(({ name }) => name === 'riverbend conflict' || name.startsWith('highdesert'))
    const names = castNames.filter(
      (one) => centerOf(one) === 'riverbend' && signedInAs(one).permissions.has('case:break-glass'),
    )
    for (const name of names) {
      now = name
      const ask = async (number: string): Promise<string> =>
        (await whole({ path: '/staff/cases/emergency', init: body(number) })).replaceAll(number, 'NUMBER')
      const reference = await ask(never.number)
      expect(reference).toContain('NUMBER')
      for (const { of } of forbidden) {
        combinations++
        expect(await ask(of.number)).toBe(reference)
      }
    }
    expect(names.length).toBeGreaterThan(4)
  })
})

describe('in like time', () => {
  const middle = (times: readonly number[]): number =>
    [...times].sort((one, other) => one - other)[times.length >> 1] ?? 0

  async function took(asking: Asked): Promise<number> {
    const start = performance.now()
    await whole(asking)
    return performance.now() - start
  }

  /** A forbidden and a missing case in turns, the order changing, so that neither gains from what runs beside. */
  async function ratioOf(forbidden: Asked, missing: Asked): Promise<number> {
    const times = { forbidden: [] as number[], missing: [] as number[] }
    for (let round = 0; round < 160; round++)
      for (const which of round % 2 === 0 ? (['forbidden', 'missing'] as const) : (['missing', 'forbidden'] as const)) {
        const time = await took(which === 'forbidden' ? forbidden : missing)
        if (round >= 10) times[which].push(time)
      }
    return middle(times.forbidden) / middle(times.missing)
  }

  // The design asks for 0.8-1.25 (section 7, 8); other tests run beside this one on two cores, hence the wider bounds.
  const both = ['get /staff/cases/:id', 'post /staff/cases/:id/notes']
  const shut = ['riverbend sealed', 'riverbend conflict', 'highdesert open']
  const pairs = both.flatMap((path) => shut.map((kind) => [path, kind] as const))
  it.each(pairs)('%s, %s', { timeout: 120_000 }, async (path, kindName) => {
    now = 'ada'
    const route = withId.find((one) => `${one.method} ${one.path}` === path)
    const kind = kinds.find(({ name }) => name === kindName)
    if (route === undefined || kind === undefined) throw new Error('the table has changed')
    const of = (one: Known): Asked => asked(route, 'ada', one).at(-1) ?? { path: '', init: {} }
    const ratio = await ratioOf(of(kind.of), of(never))
    process.stdout.write(`case routes: ${path}, ${kindName}: ${ratio.toFixed(2)} of the time of missing\n`)
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.6)
  })
})

it('a case that was opened in an emergency is shown, with the banner', async () => {
  now = 'imani'
  const sealed = kinds.find(({ name }) => name === 'riverbend sealed')?.of ?? never
  valueOf(await breakGlass(stage.casework, signedInAs('imani'), { number: sealed.number, reason: 'child-missing' }))
  const answer = await app.request(`/staff/cases/${sealed.id}`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('You are reading this case in an emergency')
  const shut = await app.request(`/staff/cases/${sealed.id}/tasks`)
  expect(shut.status).toBe(404)
})
