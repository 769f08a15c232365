import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freshDatabase, type Fresh } from '../../../tests/database/databases.ts'
import * as cast from '../../../tests/people/cast.ts'
import { personId } from '../../shared/index.ts'
import { endAccess, listForReview, listPeople, notePermissionsSeen, seePerson, seeSettings } from './index.ts'

const { ada, ben, bruno, dan, olga, police, priya, signedInAs } = cast

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
  await cast.castPeople(fresh.database)
  await cast.addPasskey(fresh.database, olga)
  await cast.addSession(fresh.database, ada, cast.daysAgo(3))
  await cast.addSession(fresh.database, ada, cast.daysAgo(1))
})
afterAll(() => fresh.close())

const nobody = personId('00000000-0000-4000-9000-00000000ffff')
const asMentor = { ...signedInAs(ada), permissions: new Set(['account:own'] as const) }

describe('a person', () => {
  it('is not found where there is none, and in another center', async () => {
    for (const id of [nobody, bruno.id]) {
      await expect(seePerson(fresh.database, signedInAs(ada), id)).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  it('is not shown without the permission', async () => {
    await expect(seePerson(fresh.database, asMentor, ada.id)).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(listPeople(fresh.database, asMentor, {})).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('is shown to a colleague without what only administrators see, and that is written down', async () => {
    const person = await seePerson(fresh.database, signedInAs(dan), ada.id)
    expect(person).toMatchObject({ name: ada.name, roles: ['advocate'], state: 'no-second-factor', managed: null })
    expect((await cast.auditOf(fresh.database)).at(-1)).toMatchObject({
      event: 'people-seen',
      by: dan.id,
      about: ada.id,
    })
  })

  it('shows an administrator the last visit', async () => {
    const { managed } = await seePerson(fresh.database, signedInAs(olga), ada.id)
    expect(managed).toEqual({ lastSeenAt: cast.daysAgo(1), link: undefined })
  })
})

describe('the list', () => {
  it('has everybody of the center by name, with states, and nobody else', async () => {
    const { people, next } = await listPeople(fresh.database, signedInAs(dan), {})
    expect(people.map(({ name, state }) => [name, state])).toEqual([
      [ada.name, 'no-second-factor'],
      [ben.name, 'no-second-factor'],
      [dan.name, 'no-second-factor'],
      [olga.name, 'active'],
      [priya.name, 'no-second-factor'],
    ])
    expect(next).toBeNull()
  })

  it('is filtered by agency, or to staff of the center itself', async () => {
    const of = async (agency: string) =>
      (await listPeople(fresh.database, signedInAs(ada), { agency })).people.map(({ name }) => name)
    expect(await of(police.id)).toEqual([dan.name])
    expect(await of('own')).toEqual([ada.name, ben.name, olga.name, priya.name])
    expect(await of(nobody)).toEqual([])
  })

  it('goes on where the page before ended: nobody twice, nobody left out, accents in their place, ended last', async () => {
    for (let at = 0; at < 110; at += 1)
      await cast.addMember(fresh.database, cast.somebody(at % 2 ? 'Sam Same' : `Álva ${at}`))
    await endAccess(fresh.database, signedInAs(olga), dan.id, cast.now)
    const first = await listPeople(fresh.database, signedInAs(ada), {})
    const second = await listPeople(fresh.database, signedInAs(ada), { after: first.next ?? nobody })
    const third = await listPeople(fresh.database, signedInAs(ada), { after: second.next ?? nobody })
    const all = [...first.people, ...second.people, ...third.people]
    expect([first, second, third].map(({ people }) => people.length)).toEqual([50, 50, 15])
    expect(third.next).toBeNull()
    expect(new Set(all.map(({ id }) => id)).size).toBe(115)
    expect(all[1]?.name).toMatch(/^Álva/)
    expect(all.at(-1)?.name).toBe(dan.name)
  })
})

describe('the access review', () => {
  it('is for administrators', async () => {
    await expect(listForReview(fresh.database, signedInAs(priya), undefined)).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })

  it('has those first whom nobody confirmed for the longest time, and goes on by page', async () => {
    const first = await listForReview(fresh.database, signedInAs(olga), undefined)
    const second = await listForReview(fresh.database, signedInAs(olga), first.next ?? nobody)
    const third = await listForReview(fresh.database, signedInAs(olga), second.next ?? nobody)
    const all = [...first.people, ...second.people, ...third.people]
    expect(new Set(all.map(({ id }) => id)).size).toBe(114)
    expect(all.at(-1)).toMatchObject({ name: ada.name, lastSeenAt: cast.daysAgo(1) })
    expect(all.map(({ name }) => name)).not.toContain(dan.name)
  })
})

describe('the settings', () => {
  it('are for administrators, and seeing them is written down', async () => {
    expect(() => seeSettings(fresh.database, signedInAs(ada))).toThrow(
      expect.objectContaining({ code: 'not-permitted' }),
    )
    expect(await seeSettings(fresh.database, signedInAs(olga))).toEqual({
      name: 'Riverbend Center',
      host: 'riverbend.example',
    })
    await notePermissionsSeen(fresh.database, signedInAs(dan))
    expect((await cast.auditOf(fresh.database)).slice(-2).map(({ event, reason }) => [event, reason])).toEqual([
      ['settings-seen', null],
      ['people-seen', 'permissions'],
    ])
  })
})
