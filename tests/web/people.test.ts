// The staff pages about people, asked as a browser without script asks them, against a real database.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { permissions, roles } from '../../src/access/index.ts'
import { content, wordingIn } from '../home.ts'
import * as cast from '../people/cast.ts'
import { freshDatabase, type Fresh } from '../database/databases.ts'
import { posted, testApp } from '../services.ts'

const { ada, ben, bruno, dan, hospital, olga, police, priya } = cast

let fresh: Fresh
beforeAll(async () => {
  fresh = await freshDatabase()
  await cast.castPeople(fresh.database)
})
afterAll(() => fresh.close())

type Asked = { readonly status: number; readonly text: string; readonly location: string | null }

let asking: cast.CastMember | undefined
let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp(fresh.database, undefined, {
    findSignedIn: () => Promise.resolve(asking === undefined ? undefined : cast.signedInAs(asking)),
    staff: { database: fresh.database, vault: cast.noVault, accounts: cast.noAccounts(fresh.database), demo: false },
  })
})

async function ask(who: cast.CastMember | undefined, path: string, init: RequestInit = {}): Promise<Asked> {
  asking = who
  const answer = await site.app.request(path, init)
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
}

const get = (who: cast.CastMember | undefined, path: string) => ask(who, path)
const token = cast.signedInAs(olga).formToken
const post = (who: cast.CastMember, path: string, fields: Record<string, string | readonly string[]> = {}) =>
  ask(who, path, posted({ 'form-token': token, ...fields }))

const en = wordingIn('en').say
const of = (person: cast.CastMember, rest = ''): string => `/staff/people/${person.id}${rest}`

const seen = ['/staff/people', '/staff/people/agencies', '/staff/people/permissions', of(ada)]
const managed = ['/staff/people/invite', '/staff/people/review', '/staff/settings'].concat(
  ['/details', '/roles', '/link', '/cancel-link', '/end'].map((rest) => of(ada, rest)),
)
const inBoth = [...seen, ...managed].flatMap((path) => [path, `/es${path}`])

describe('every page about people', () => {
  it.each(inBoth)('%s answers an administrator in its own language, without inline code', async (path) => {
    const { status, text } = await get(olga, path)
    expect(status).toBe(200)
    expect(text).toContain(`<html lang="${path.startsWith('/es/') ? 'es' : 'en'}">`)
    expect(text).not.toMatch(/undefined|\[object|\{[a-z]+\}|\bNaN\b|people\.[a-z]+\./)
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+="/)
    expect(text.match(/<h1>/g)).toHaveLength(1)
  })

  it.each(inBoth)('%s puts no name and no e-mail into an address or a title', async (path) => {
    const { text } = await get(olga, path)
    const addresses = [...text.matchAll(/(?:href|action)="(?!mailto:)([^"]*)"/g)]
      .map(([, address]) => address)
      .join(' ')
    const title = /<title>([^<]*)/.exec(text)?.[1] ?? ''
    for (const { name, email } of [ada, ben, dan, olga, priya])
      for (const word of [email, ...name.toLowerCase().split(' ')])
        expect(`${addresses} ${title}`.toLowerCase().split(/[^\w@.]+/)).not.toContain(word)
  })

  it.each(inBoth)('%s sends who is not signed in to the sign-in page', async (path) => {
    const { status, location } = await get(undefined, path)
    expect([status, location?.split('?')[0]]).toEqual([
      303,
      path.startsWith('/es/') ? '/es/staff/sign-in' : '/staff/sign-in',
    ])
  })

  it.each(seen)('%s shows a colleague the list and no way to change it', async (path) => {
    const { status, text } = await get(dan, path)
    expect(status).toBe(200)
    const forms = [...text.matchAll(/<form method="post" action="([^"]*)"/g)].map(([, action]) => action)
    expect(forms).toEqual(['/staff/sign-out'])
    expect(text).not.toMatch(/href="[^"]*\/(invite|review|roles|details|end)"/)
    expect(text).not.toContain(en('people.last-seen'))
  })

  it.each(managed)('%s does not exist for a colleague', async (path) => {
    const { status, text } = await get(dan, path)
    expect(status).toBe(404)
    expect(text).toBe((await get(dan, '/staff/people/nothing-here')).text)
  })

  it('does not exist about nobody, or about a person of another center', async () => {
    const nowhere = await get(olga, '/staff/people/00000000-0000-4000-9000-00000000ffff')
    expect(nowhere.status).toBe(404)
    for (const rest of ['', '/details', '/roles', '/link', '/cancel-link', '/end'])
      expect(await get(olga, of(bruno, rest))).toEqual(nowhere)
  })
})

describe('a form about people', () => {
  const forms = ['/staff/people/invite', '/staff/people/agencies', '/staff/people/review'].concat(
    ['/details', '/roles', '/link', '/cancel-link', '/end'].map((rest) => of(ada, rest)),
  )

  it.each(forms)('%s is refused without the token of the session, and to a colleague', async (path) => {
    const before = (await cast.auditOf(fresh.database)).length
    expect((await post(olga, path, { 'form-token': 'another' })).status).toBe(403)
    expect((await post(dan, path)).status).toBe(404)
    expect((await cast.auditOf(fresh.database)).length).toBe(before)
  })
})

describe('the invitation', () => {
  const typed = {
    name: 'Imani <Brooks>',
    email: 'imani@',
    discipline: 'interview',
    agency: police.id,
    roles: ['mentor'],
  }

  it('comes back with what has to be put right and everything typed', async () => {
    const { status, text } = await post(olga, '/staff/people/invite', { ...typed, language: 'es' })
    expect(status).toBe(400)
    for (const fault of ['email-wrong', 'agency-other-kind'] as const)
      expect(text).toContain(en(`people.fault.${fault}`))
    expect(text).toContain('href="#email"')
    expect(text).toContain('value="Imani &lt;Brooks&gt;"')
    expect(text).toContain('value="imani@"')
    for (const chosen of ['interview', police.id, 'es'])
      expect(text).toMatch(new RegExp(`<option value="${chosen}" selected`))
    expect(text).toMatch(/value="mentor" checked/)
    expect(text).toContain('<title>Please check')
  })

  it('goes into the other language with everything typed, and invites nobody', async () => {
    const before = await get(olga, '/staff/people')
    const { status, text } = await post(olga, '/es/staff/people/invite', { ...typed, again: 'yes' })
    expect(status).toBe(200)
    expect(text).toContain('value="imani@"')
    expect((await get(olga, '/staff/people')).text).toBe(before.text)
  })

  it('shows the link once, in the language of who is invited, and how to pass it on', async () => {
    const { status, text } = await post(olga, '/staff/people/invite', {
      ...{ ...typed, name: 'Imani Brooks', email: 'imani@riverbend.example', agency: '', language: 'es' },
    })
    expect(status).toBe(200)
    const link = /https:\/\/help\.example\.org\/es\/staff\/welcome\/([\w-]{43})/.exec(text)
    expect(link).not.toBeNull()
    for (const words of ['once', 'pass.person', 'pass.nothing'] as const)
      expect(text).toContain(en(`people.shown.${words}`))
    const list = (await get(olga, '/staff/people')).text
    expect(list).toContain('Imani Brooks')
    expect(list).toContain(en('people.state.invited'))
    expect(list).not.toContain(link?.[1])
  })

  it('is refused for an e-mail that is there', async () => {
    const again = { ...typed, email: 'IMANI@riverbend.example', agency: '', language: 'en' }
    const { status, text } = await post(olga, '/staff/people/invite', again)
    expect([status, text.includes(en('people.fault.email-taken'))]).toEqual([400, true])
  })
})

describe('a person’s page', () => {
  it('changes details, or says what is wrong with them', async () => {
    const wrong = await post(olga, of(ada, '/details'), { name: 'Ada L', discipline: 'medical', agency: police.id })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('value="Ada L"')
    const right = { name: 'Ada Lind', discipline: 'medical', agency: hospital.id }
    expect((await post(olga, of(ada, '/details'), right)).location).toBe(of(ada, '?done=changed'))
    const { text } = await get(olga, of(ada, '?done=changed'))
    for (const words of ['Ada Lind', 'River Hospital', en('people.done.changed')]) expect(text).toContain(words)
  })

  it('changes roles, or says why not', async () => {
    const none = await post(olga, of(ada, '/roles'))
    expect([none.status, none.text.includes(en('people.fault.roles-none'))]).toEqual([400, true])
    const own = await post(olga, of(olga, '/roles'), { roles: ['administrator', 'intake'] })
    expect([own.status, own.text.includes(en('people.fault.own-roles'))]).toEqual([400, true])
    const done = await post(olga, `/es${of(ada, '/roles')}`, { roles: ['intake', 'advocate'] })
    expect([done.status, done.location]).toEqual([303, `/es${of(ada, '?done=roles')}`])
  })

  it('makes a link for a lost phone, and cancels it once', async () => {
    const { text } = await post(olga, of(priya, '/link'))
    expect(text).toMatch(/https:\/\/help\.example\.org\/staff\/welcome\/[\w-]{43}/)
    expect((await post(olga, of(priya, '/cancel-link'))).location).toBe(of(priya, '?done=cancelled'))
    const again = await post(olga, of(priya, '/cancel-link'))
    expect([again.status, again.text.includes(en('people.fault.no-link'))]).toEqual([400, true])
  })

  it('ends access, but neither one’s own nor that of the last administrator', async () => {
    const own = await post(olga, of(olga, '/end'))
    expect([own.status, own.text.includes(en('people.fault.own-access'))]).toEqual([400, true])
    expect((await post(olga, of(ben, '/end'))).location).toBe(of(ben, '?done=ended'))
    expect((await get(olga, of(ben))).text).toContain(en('people.state.ended'))
    const last = await post(olga, of(olga, '/end'))
    expect([last.status, last.text.includes(en('people.fault.last-administrator'))]).toEqual([400, true])
  })
})

describe('the access review', () => {
  it('marks who is due, and takes the mark away when the access is still needed', async () => {
    const due = (text: string): number => text.split(en('people.review.due')).length - 1
    const before = due((await get(olga, '/staff/people/review')).text)
    expect(before).toBeGreaterThan(1)
    const done = await post(olga, '/staff/people/review', { person: dan.id })
    expect(done.location).toBe('/staff/people/review?done=confirmed')
    expect(due((await get(olga, '/staff/people/review')).text)).toBe(before - 1)
  })

  it('answers a wrong id as what does not exist, and one’s own with a sentence', async () => {
    expect((await post(olga, '/staff/people/review', { person: 'somebody' })).status).toBe(404)
    const own = await post(olga, '/staff/people/review', { person: olga.id })
    expect([own.status, own.text.includes(en('people.fault.own-review'))]).toEqual([400, true])
  })
})

describe('agencies', () => {
  it('are added, or the form comes back as it was', async () => {
    const wrong = await post(olga, '/staff/people/agencies', { kind: '', name: 'Cedar Creek Tribe' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('value="Cedar Creek Tribe"')
    const right = await post(olga, '/staff/people/agencies', { kind: 'tribe', name: 'Cedar Creek Tribe' })
    expect(right.location).toBe('/staff/people/agencies?done=agency')
    expect((await get(dan, '/staff/people/agencies')).text).toContain('Cedar Creek Tribe')
  })

  it('filter the list', async () => {
    const { text } = await get(dan, `/staff/people?agency=${police.id}`)
    expect(text).toContain(`${dan.name}</a>`)
    expect(text).not.toContain(`${priya.name}</a>`)
  })
})

describe('the explanation of permissions', () => {
  it('says in English what the code says', () => {
    for (const [name, sentence] of Object.entries(permissions))
      expect(content.messages.en[`people.permission.${name}`]).toBe(sentence)
  })

  it('has every permission and every role, in both languages', async () => {
    for (const language of ['en', 'es'] as const) {
      const { text } = await get(dan, `${language === 'es' ? '/es' : ''}/staff/people/permissions`)
      const words = [
        ...Object.keys(permissions).map((name) => `people.permission.${name}`),
        ...roles.flatMap((role) => [`people.role.${role}`, `people.role.${role}.what`]),
      ]
      for (const key of words) expect(text).toContain(content.messages[language][key])
    }
  })
})

describe('the settings', () => {
  it('say what the center is and where its data lies', async () => {
    const { text } = await get(olga, '/staff/settings')
    for (const words of ['Riverbend Center', 'riverbend.example', en('people.settings.database.embedded')])
      expect(text).toContain(words)
  })
})
