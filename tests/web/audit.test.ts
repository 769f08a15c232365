// The staff pages of the audit, asked as a browser without script asks them, against a real database.

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  auditEvents,
  auditKeyOf,
  auditProofIn,
  disciplines,
  insertAuditEntry,
  openAuditSeed,
  openSequencer,
  reportUnusualReading,
  type Sequencer,
} from '../../src/access/index.ts'
import { addCaregiver, breakGlass, getCase, glassReasons, recordConflict, taskKinds } from '../../src/casework/index.ts'
import { languages } from '../../src/knowledge/index.ts'
import type { CaseId } from '../../src/shared/index.ts'
import { eventIn, fieldsIn, knownFields, knownReasons, reasonIn } from '../../src/web/staff/audit/audit-words.ts'
import { plantReads } from '../access/reading-stage.ts'
import { actAs, cast, castNames, centers, personOf, signedInAs, type CastName } from '../cast.ts'
import { aCase, loggedBy, nobody, setStage, valueOf, type Stage } from '../casework/stage.ts'
import { content, wordingIn } from '../home.ts'
import { noAccounts } from '../people/cast.ts'
import { posted, testApp } from '../services.ts'

let stage: Stage
let site: Awaited<ReturnType<typeof testApp>>
let sequencer: Sequencer
let id: CaseId
let number: string
let asking: CastName | undefined
const center = centers.riverbend.id

beforeAll(async () => {
  stage = await setStage()
  const { database, folder } = stage.fresh
  id = await aCase(stage, { team: ['ada', 'paula'] })
  number = (await getCase(stage.casework, signedInAs('ada'), id)).number
  await getCase(stage.casework, signedInAs('paula'), id)
  valueOf(await breakGlass(stage.casework, signedInAs('imani'), { number, reason: 'child-missing' }))
  await database.transactAs(actAs('ines'), async (trx) => {
    for (let times = 0; times < 31; times++)
      await insertAuditEntry(trx, actAs('ines'), { event: 'case-seen', case: randomUUID(), fields: ['initials'] })
  })
  await reportUnusualReading({ database, center, now: () => new Date(Date.now() + 1000) })
  sequencer = openSequencer({
    ...{ database, center, now: () => new Date(), publish: () => Promise.resolve(), log: () => undefined },
    key: auditKeyOf(openAuditSeed(join(folder, 'keys', 'audit.key')), center),
  })
  await sequencer.sign()
  site = await testApp(database, undefined, {
    findSignedIn: () => Promise.resolve(asking === undefined ? undefined : signedInAs(asking)),
    staff: {
      ...{ database, vault: stage.casework.vault, accounts: noAccounts(database), demo: false },
      auditProof: auditProofIn({ environment: {}, dataFolder: folder }),
    },
  })
})
afterAll(async () => {
  await sequencer.stop()
  await stage.close()
})

async function ask(who: CastName | undefined, path: string, init: RequestInit = {}) {
  asking = who
  const answer = await site.app.request(path, init)
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
}

const token = { 'form-token': signedInAs('priya').formToken }
const get = (who: CastName | undefined, path: string) => ask(who, path)
const post = (who: CastName, path: string, fields: Record<string, string> = {}) =>
  ask(who, path, posted({ ...token, ...fields }))

const en = wordingIn('en').say
const casePath = (of: string, rest = ''): string => `/staff/audit/cases/${of}${rest}`
const shown = () => ['/staff/audit', casePath(id), casePath(id, '/plain'), `/staff/audit/people/${personOf('paula')}`]
const made = (): readonly (readonly [string, Record<string, string>, number])[] => [
  ['/staff/audit', { number: '1999-0001' }, 400],
  ['/staff/audit/check', {}, 200],
  [casePath(id, '/plain'), { reader: 'child' }, 200],
]

const wellMade = (text: string, path: string): void => {
  expect(text).toContain(`<html lang="${path.startsWith('/es/') ? 'es' : 'en'}">`)
  expect(text).not.toMatch(/undefined|\[object|\{[a-z]+\}|\bNaN\b|audit\.[a-z]+\./)
  expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+="/)
  expect(text.match(/<h1>/g)).toHaveLength(1)
}

describe('every page of the audit', () => {
  it.each(['', '/es'])('answers the privacy officer in its own language, without inline code (%s)', async (prefix) => {
    for (const path of [...shown(), '/staff/account/activity']) {
      const { status, text } = await get('priya', prefix + path)
      expect([path, status]).toEqual([path, 200])
      wellMade(text, prefix + path)
    }
    for (const [path, fields, expected] of made()) {
      const { status, text } = await post('priya', prefix + path, fields)
      expect([path, status]).toEqual([path, expected])
      wellMade(text, prefix + path)
    }
  })

  it('puts no name and no case number into an address or a title', async () => {
    for (const path of shown()) {
      const { text } = await get('priya', path)
      const addresses = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address).join(' ')
      const said = `${addresses} ${/<title>([^<]*)/.exec(text)?.[1] ?? ''}`.toLowerCase()
      expect(said).not.toContain(number)
      for (const name of castNames)
        for (const word of cast[name].name.toLowerCase().split(' ')) expect(said.split(/[^\w]+/)).not.toContain(word)
    }
  })

  it.each(castNames.filter((name) => cast[name].role !== 'privacy-officer'))('does not exist for %s', async (name) => {
    const missing = await get(name, '/staff/audit/nothing-here')
    expect(missing.status).toBe(404)
    const entries = await loggedBy(stage, name, async () => {
      for (const path of shown()) expect(await get(name, path)).toEqual(missing)
      for (const [path, fields] of made()) expect(await post(name, path, fields)).toEqual(missing)
    })
    expect(entries).toEqual([])
  })

  it('sends who is not signed in to the sign-in page', async () => {
    for (const path of shown())
      expect(await get(undefined, path)).toMatchObject({
        status: 303,
        location: `/staff/sign-in?back=${encodeURIComponent(path)}`,
      })
  })

  it('does not exist about no case, a case of another center, one in conflict, and nobody', async () => {
    const theirs = await aCase(stage, { by: 'hana' })
    const conflicted = await aCase(stage)
    const at = { id: conflicted, member: personOf('priya') }
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), at))
    const missing = await get('priya', casePath(nobody))
    expect(missing.status).toBe(404)
    const entries = await loggedBy(stage, 'priya', async () => {
      for (const of of [theirs, conflicted, 'no-id'])
        for (const rest of ['', '/plain']) expect(await get('priya', casePath(of, rest))).toEqual(missing)
      expect(await post('priya', casePath(conflicted, '/plain'), { reader: 'child' })).toEqual(missing)
      for (const person of [personOf('bruno'), nobody, 'no-id'])
        expect(await get('priya', `/staff/audit/people/${person}`)).toEqual(missing)
    })
    expect(entries).toEqual([])
  })

  it('is exactly one entry of the log, each time', async () => {
    for (const path of [...shown(), '/staff/account/activity'])
      expect([path, (await loggedBy(stage, 'priya', () => get('priya', path))).length]).toEqual([path, 1])
    for (const [path, fields] of made())
      expect([path, (await loggedBy(stage, 'priya', () => post('priya', path, fields))).length]).toEqual([path, 1])
    const found = await loggedBy(stage, 'priya', async () => {
      const { location } = await post('priya', '/staff/audit', { number })
      await get('priya', location ?? '')
    })
    expect(found.map(({ event, subject_id }) => [event, subject_id])).toEqual([['audit-seen', id]])
  })

  it('is refused without the token of the session', async () => {
    for (const [path, fields] of made())
      expect((await ask('priya', path, posted({ ...fields, 'form-token': 'another' }))).status).toBe(403)
  })
})

describe('the first page', () => {
  it('names who read unusually much and who broke glass, with the ways on', async () => {
    const { text } = await get('priya', '/staff/audit')
    expect(text).toContain(en('audit.alert.unusual-reading', { name: 'Ines Park' }))
    expect(text).toContain(en('audit.alert.glass-broken', { name: 'Imani Brooks' }))
    for (const path of [casePath(id), `/staff/audit/people/${personOf('ines')}`]) expect(text).toContain(`"${path}"`)
  })

  it('shows the state of the log before and after a check', async () => {
    const before = (await get('priya', '/staff/audit')).text
    expect(before).toMatch(/over the first \d+ entries/)
    const checked = await post('priya', '/staff/audit/check')
    expect(checked.text).toContain(en('audit.check.log-whole'))
    const after = (await get('priya', '/staff/audit')).text
    expect(after).toContain(`: ${en('audit.outcome.log-whole')}`)
  })

  it('finds a case by its exact number, and answers a wrong one and one in conflict alike', async () => {
    const found = await post('priya', '/staff/audit', { number: ` ${number} ` })
    expect(found).toMatchObject({ status: 303, location: casePath(id) })
    expect((await post('priya', '/es/staff/audit', { number })).location).toBe(`/es${casePath(id)}`)
    const conflicted = await aCase(stage)
    const its = (await getCase(stage.casework, signedInAs('carmen'), conflicted)).number
    const at = { id: conflicted, member: personOf('priya') }
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), at))
    const wrong = await post('priya', '/staff/audit', { number: '1999-0001' })
    expect(wrong.text).toContain(en('audit.search.none'))
    expect(await post('priya', '/staff/audit', { number: its })).toEqual(wrong)
    expect((await post('priya', '/staff/audit')).text).toContain(en('audit.search.empty'))
  })

  it('leads from the address of the check to itself', async () => {
    expect(await get('priya', '/staff/audit/check')).toMatchObject({ status: 303, location: '/staff/audit' })
  })
})

describe('who looked at a case', () => {
  it('says time, name, discipline, agency or center, what and which fields', async () => {
    const { text } = await get('priya', casePath(id))
    expect(text).toMatch(/<time datetime="20[^"]+Z">\w{3} \d+, 20\d\d, \d+:\d\d\s[AP]M<\/time>/)
    expect(text).toContain('Law enforcement · law-enforcement of the county')
    expect(text).toContain(`Team coordination · ${en('audit.of-center')}`)
    expect(text).toContain('initials, age')
    expect(text).toContain('Opened the case in an emergency: a child is missing')
    expect(text).toContain(`"${casePath(id, '/plain')}"`)
    expect(text).not.toMatch(/erase/i)
  })

  it('goes on after fifty, and an address that is no place of the list begins at the newest', async () => {
    const many = await aCase(stage)
    const at = '2026-10-06T15:00:00.123456Z'
    const reads = Array.from({ length: 60 }, () => ({ person: personOf('ada'), case: many, at }))
    await plantReads(stage.fresh, center, reads)
    const first = await get('priya', casePath(many))
    expect(first.text.match(/<time /g)).toHaveLength(50)
    const next = /href="([^"]*\?after=[^"]*)"/.exec(first.text)?.[1] ?? ''
    const second = await get('priya', next)
    expect(second.text.match(/<time /g)).toHaveLength(11)
    expect(second.text).not.toContain('?after=')
    for (const after of ['x', `2026-13-41T99:99:99.000000Z_${nobody}`, `${at}_x`, "' or 1=1"]) {
      const { status, text } = await get('priya', `${casePath(many)}?after=${encodeURIComponent(after)}`)
      expect([status, text.match(/<time /g)?.length]).toEqual([200, 50])
    }
  })
})

describe('the plain page', () => {
  it('says whose page it is, that it is read with an advocate, and somebody of the police; no name, no number', async () => {
    const { text } = await post('priya', casePath(id, '/plain'), { reader: 'child' })
    const page = /<main[^]*<\/main>/.exec(text)?.[0] ?? ''
    for (const words of [
      'audit.plain.page.child',
      'audit.plain.page.child.together',
      'audit.plain.page.child.part',
    ] as const)
      expect(page).toContain(en(words))
    expect(page).toContain(en('audit.somebody.law-enforcement'))
    expect(page).toContain('<td class="govuk-table__cell">once</td>')
    for (const name of castNames) for (const word of cast[name].name.split(' ')) expect(page).not.toContain(word)
    expect(page).not.toContain(number)
  })

  it('is offered for a caregiver only once one is recorded as safe, and refused where that is sent all the same', async () => {
    const path = casePath(await aCase(stage), '/plain')
    expect((await get('priya', path)).text).not.toContain('value="caregiver"')
    const refused = await post('priya', path, { reader: 'caregiver' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain(en('audit.plain.refused'))
    const other = await aCase(stage)
    const caregiver = { given: 'Rosa', surname: 'Rivera', relationship: 'mother', safety: 'safe' }
    valueOf(await addCaregiver(stage.casework, signedInAs('carmen'), { id: other, caregiver }))
    expect((await get('priya', casePath(other, '/plain'))).text).toContain('value="caregiver"')
    const paper = await post('priya', casePath(other, '/plain'), { reader: 'caregiver' })
    expect(paper.text).toContain(en('audit.plain.page.caregiver'))
  })

  it('asks again where nothing was chosen', async () => {
    const { status, text } = await post('priya', casePath(id, '/plain'))
    expect(status).toBe(400)
    expect(text).toContain(en('audit.plain.choose'))
  })
})

describe('what I looked at', () => {
  it('is there for everybody, and shows nothing of anybody else', async () => {
    for (const name of ['paula', 'stan', 'mona', 'amos'] as const) {
      const { status, text } = await get(name, '/staff/account/activity')
      expect(status).toBe(200)
      expect(text).not.toContain('Carmen Ruiz')
    }
    const { text } = await get('paula', '/staff/account/activity')
    expect(text).toContain(en('audit.own.case', { number }))
    expect(text).toContain(en('audit.event.case-seen'))
  })
})

describe('the words of the log', () => {
  it.each(languages)('has a sentence of its own for every event (%s)', (language) => {
    const { say } = wordingIn(language)
    const sentences = auditEvents.map((event) => eventIn(say, event))
    expect(sentences.filter((sentence, at) => sentence === auditEvents[at] || /audit\.|^$/.test(sentence))).toEqual([])
    expect(new Set(sentences).size).toBe(auditEvents.length)
    for (const event of auditEvents) expect(content.messages[language]).toHaveProperty([`audit.event.${event}`])
  })

  it.each(languages)('has words for every profession on the plain page (%s)', (language) => {
    for (const discipline of disciplines)
      expect(content.messages[language]).toHaveProperty([`audit.somebody.${discipline}`])
  })

  it.each(languages)('has words for reasons and fields, those of casework among them (%s)', (language) => {
    const words = wordingIn(language)
    for (const code of [...knownReasons, ...glassReasons, ...taskKinds])
      expect(content.messages[language]).toHaveProperty([`audit.reason.${code}`])
    for (const field of knownFields) expect(content.messages[language]).toHaveProperty([`audit.field.${field}`])
    expect(reasonIn(words.say, 'a-new-code')).toBe('a-new-code')
    expect(fieldsIn(words, ['a_new_field'])).toBe('a_new_field')
  })
})
