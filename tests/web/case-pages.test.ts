// The pages of cases without script: what a person types comes back, one field is shown at a time, only what the rules allow has
// a way to it, and what somebody else changed meanwhile is not written over.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { closeCase, getCase, openCase, setTask, writeNote } from '../../src/casework/index.ts'
import { languages } from '../../src/knowledge/index.ts'
import type { CaseId } from '../../src/shared/index.ts'
import { personOf, signedInAs, type CastName } from '../cast.ts'
import { aCase, childOf, loggedBy, maya, setStage, valueOf, type Stage } from '../casework/stage.ts'
import { aWeekday } from '../home.ts'
import { noAccounts } from '../people/cast.ts'
import { posted, testApp } from '../services.ts'

let stage: Stage
let app: Awaited<ReturnType<typeof testApp>>['app']
let now: CastName = 'carmen'
/** When the person last proved who she is: just now. */
let steppedUpAt: Date | null = new Date(aWeekday.epochMilliseconds)

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
})
afterAll(() => stage.close())

const plain = (html: string): string => html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

async function ask(name: CastName, path: string, fields?: Record<string, string>) {
  now = name
  const init = fields === undefined ? {} : posted({ 'form-token': 'form-token', ...fields })
  const answer = await app.request(path, init)
  return {
    status: answer.status,
    to: answer.headers.get('location'),
    text: plain(await answer.text()),
    headers: answer.headers,
  }
}

const at = (id: CaseId, rest = ''): string => `/staff/cases/${id}${rest}`
const fieldsIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, n = '', v = '']) => [n, v]),
  )

describe('every page of a case', () => {
  const pages = ['', '/find', '/tasks', '/caregiver', '/state', '/seal', '/team', '/conflict', '/leave', '/merge']

  it.each(languages)('has one heading, whole sentences and no cache, in %s', async (language) => {
    const id = await aCase(stage, { team: ['ada'] })
    const prefix = language === 'en' ? '' : '/es'
    for (const path of [
      '/staff/cases',
      '/staff/cases/new',
      '/staff/cases/emergency',
      ...pages.map((rest) => at(id, rest)),
    ]) {
      const { status, text, headers } = await ask('carmen', `${prefix}${path}`)
      expect([path, status]).toEqual([path, 200])
      expect(text).toContain(`<html lang="${language}">`)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(text.match(/<h1/g)).toHaveLength(1)
      expect(text).not.toMatch(/undefined|\[object|\{[a-z]+\}|\bNaN\b|>cases\.[a-z]/)
      expect(text).not.toContain('Rivera')
      expect(/<title>([^<]*)/.exec(text)?.[1]).not.toMatch(/\d|M\. R\./)
    }
  })
})

describe('opening a case', () => {
  it('comes back with errors and everything typed, and then opens', async () => {
    const typed = { given: 'Lena', surname: '"O\'Hara" & co', birthDate: '2030-01-01', phone: '12' }
    const back = await ask('ines', '/staff/cases/new', typed)
    expect(back.status).toBe(400)
    expect(fieldsIn(back.text)).toMatchObject({ given: 'Lena', birthDate: '2030-01-01', phone: '12' })
    expect(back.text).toContain(`value="${typed.surname}"`)
    expect(back.text).toContain('href="#birthDate"')
    expect(back.text).toContain('href="#phone"')
    const opened = await ask('ines', '/staff/cases/new', { ...typed, birthDate: '2012-01-01', phone: '512-555-0100' })
    expect(opened.status).toBe(303)
    expect((await ask('ines', opened.to ?? '')).text).toContain('You are the first on its team')
  })

  it('first looks for the child, and opens a second case for one that is known', async () => {
    const id = await aCase(stage, { child: { ...maya, given: 'Zora', surname: 'Quill' } })
    const found = await ask('ines', '/staff/cases/new', {
      step: 'look',
      given: '',
      surname: 'Quill',
      birthYear: '2012',
    })
    expect(found.text).toContain(`value="${id}"`)
    const none = await ask('ines', '/staff/cases/new', { step: 'known', known: '', given: '', surname: 'Quill' })
    expect(none.status).toBe(400)
    const opened = await ask('ines', '/staff/cases/new', { step: 'known', known: id })
    const second = /cases\/([0-9a-f-]{36})/.exec(opened.to ?? '')?.[1] as CaseId
    expect(await childOf(stage, second)).toBe(await childOf(stage, id))
  })

  it('is typed in one language and read on in the other', async () => {
    const again = await ask('ines', '/es/staff/cases/new', { given: 'Lena', surname: 'Bly', again: 'yes' })
    expect(again.status).toBe(200)
    expect(fieldsIn(again.text)).toMatchObject({ given: 'Lena', surname: 'Bly' })
  })
})

describe('a masked field', () => {
  it('is shown by a click, alone, on a page that is not kept, and the click is written down', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    const of = await childOf(stage, id)
    let text = ''
    const logged = await loggedBy(stage, 'ada', async () => {
      const shown = await ask('ada', at(id, '/reveal'), { of, column: 'surname' })
      expect(shown.headers.get('cache-control')).toBe('no-store')
      text = shown.text
    })
    expect(text).toContain('<strong>Rivera</strong>')
    for (const other of ['Maya', '555-0142', 'Mar 9']) expect(text).not.toContain(other)
    expect(logged.filter(({ event }) => event === 'field-revealed')).toMatchObject([
      { fields: ['surname'], subject_id: of },
    ])
    expect((await ask('ada', at(id, '/reveal'))).text).not.toContain('Rivera')
    expect((await ask('ada', at(id, '/reveal'), { of, column: 'surname', again: 'yes' })).text).not.toContain('Rivera')
  })

  it('has no button for a column that no case has', async () => {
    const id = await aCase(stage)
    const of = await childOf(stage, id)
    expect((await ask('carmen', at(id, '/reveal'), { of, column: 'key_version' })).status).toBe(404)
  })
})

describe('a proof that is older than five minutes', () => {
  it('is asked for again before a field is shown or a person erased, and only where there is such a case', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    const of = await childOf(stage, id)
    const erase = `/staff/individuals/${of}/erase`
    steppedUpAt = null
    const shown = await loggedBy(stage, 'ada', async () => {
      const { status, to, text } = await ask('ada', at(id, '/reveal'), { of, column: 'surname' })
      expect([status, to?.startsWith('/staff/account/step-up'), text.includes('Rivera')]).toEqual([303, true, false])
    })
    expect(shown.map(({ event }) => event)).not.toContain('field-revealed')
    expect((await ask('imani', at(id, '/reveal'), { of, column: 'surname' })).status).toBe(404)
    expect((await ask('priya', erase)).to).toMatch(/^\/staff\/account\/step-up/)
    expect((await ask('priya', erase, { sure: 'yes' })).to).toMatch(/^\/staff\/account\/step-up/)
    expect((await ask('helen', erase, { sure: 'yes' })).status).toBe(404)
    steppedUpAt = new Date(aWeekday.epochMilliseconds)
    expect((await getCase(stage.casework, signedInAs('carmen'), id)).child.known).toHaveLength(4)
  })
})

describe('a note', () => {
  it('comes back with everything typed, is saved, found by its words and shared', async () => {
    const id = await aCase(stage, { team: ['ada', 'imani'] })
    const long = 'x'.repeat(20_001)
    const back = await ask('ada', at(id, '/notes'), { text: long, shared: 'yes' })
    expect(back.status).toBe(400)
    expect(back.text).toContain(long)
    expect(back.text).toMatch(/value="yes"[^>]*checked|checked[^>]*value="yes"/)
    const saved = await ask('ada', at(id, '/notes'), { text: 'José waits\nby the <door>', shared: 'no' })
    expect(saved.to).toBe(at(id, '?did=noted'))
    expect((await ask('imani', at(id))).text).not.toContain('José')
    const found = await ask('ada', at(id, '/find'), { words: 'jose door' })
    expect(found.text).toContain('José waits\nby the &lt;door&gt;')
    const share = /href="([^"]+\/share)"/.exec(found.text)?.[1] ?? ''
    expect((await ask('imani', share)).text).not.toContain('José')
    expect((await ask('ada', share, {})).status).toBe(303)
    expect((await ask('imani', at(id))).text).toContain('José')
    expect((await ask('ada', at(id, '/find'), { words: ' ' })).status).toBe(400)
  })

  it('stands with others newest first, twenty on a page, and none is left out or shown twice', async () => {
    const id = await aCase(stage)
    for (let number = 100; number < 143; number++)
      valueOf(
        await writeNote(stage.casework, signedInAs('carmen'), { id, text: `note ${String(number)}.`, shared: true }),
      )
    const seen: string[] = []
    let path: string | undefined = at(id)
    let pages = 0
    while (path !== undefined) {
      const { text } = await ask('carmen', path)
      seen.push(...[...text.matchAll(/note (\d+)\./g)].map(([, number = '']) => number))
      path = /href="([^"]+\/notes\?after=[^"]+)"/.exec(text)?.[1]
      pages++
    }
    expect(pages).toBe(3)
    expect([...seen].sort()).toEqual(Array.from({ length: 43 }, (_, index) => String(100 + index)))
  })
})

describe('a task', () => {
  it('is set with everything typed coming back, and done', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    const wrong = await ask('ada', at(id, '/tasks'), { kind: 'court', assignee: personOf('ada'), due: '2026-02-30' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('value="2026-02-30"')
    expect(wrong.text).toMatch(/<option value="court" selected/)
    await ask('ada', at(id, '/tasks'), { kind: 'court', assignee: personOf('ada'), due: '2026-11-20' })
    const list = await ask('ada', '/staff/cases')
    expect(list.text).toMatch(/Late<\/strong>[\s\S]*Court date, Nov 20, 2026/)
    const page = await ask('ada', at(id))
    const task = fieldsIn(page.text)['task'] ?? ''
    expect((await ask('ada', at(id, '/done'), { task })).to).toBe(at(id, '?did=done'))
    const twice = await ask('ada', at(id, '/done'), { task })
    expect(twice.status).toBe(400)
    expect(twice.text).toContain('This task is done already.')
  })
})

describe('what one may do', () => {
  const ways = (text: string): readonly string[] =>
    [...text.matchAll(/<li><a href="\/staff\/cases\/[0-9a-f-]+\/(\w+)"/g)].map(([, way = '']) => way)

  it('has a way to it, and nothing else has', async () => {
    const id = await aCase(stage, { team: ['ada', 'paula'] })
    expect(ways((await ask('carmen', at(id))).text)).toEqual([
      'caregiver',
      'team',
      'state',
      'seal',
      'merge',
      'conflict',
      'leave',
    ])
    expect(ways((await ask('ada', at(id))).text)).toEqual(['caregiver', 'state', 'conflict', 'leave'])
    expect(ways((await ask('paula', at(id))).text)).toEqual(['conflict', 'leave'])
    expect(ways((await ask('cole', at(id))).text)).toEqual(['caregiver', 'team', 'state', 'merge', 'conflict'])
  })

  it('leads nowhere by its address either', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    for (const way of ['team', 'seal', 'merge']) expect((await ask('ada', at(id, `/${way}`))).status).toBe(404)
    expect((await ask('cole', at(id, '/seal'))).status).toBe(404)
    expect((await ask('cole', at(id, '/leave'))).status).toBe(404)
  })
})

describe('a change of the case', () => {
  it('is refused where somebody else changed it meanwhile, and goes through once it was looked at again', async () => {
    const id = await aCase(stage)
    const read = fieldsIn((await ask('carmen', at(id, '/seal'))).text)
    valueOf(await closeCase(stage.casework, signedInAs('carmen'), { id, version: 1 }))
    const refused = await ask('carmen', at(id, '/seal'), { to: 'seal', version: read['version'] ?? '' })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('Somebody else changed this meanwhile: look again.')
    expect(refused.text).toContain('Closed</strong>')
    const again = { to: 'seal', version: fieldsIn(refused.text)['version'] ?? '' }
    expect((await ask('carmen', at(id, '/seal'), again)).to).toBe(at(id, '?did=sealed'))
    expect((await ask('carmen', at(id))).text).toContain('Sealed</strong>')
  })

  it('closes and reopens, and says that a closed case takes no note', async () => {
    const id = await aCase(stage)
    const { version } = await getCase(stage.casework, signedInAs('carmen'), id)
    await ask('carmen', at(id, '/state'), { to: 'close', version: String(version) })
    const back = await ask('carmen', at(id, '/notes'), { text: 'late', shared: 'no' })
    expect(back.status).toBe(400)
    expect(back.text).toContain('The case is closed. Reopen it first.')
    const late = await ask('carmen', at(id, '/tasks'), {
      kind: 'court',
      assignee: personOf('carmen'),
      due: '2026-12-01',
    })
    expect(late.text).toContain('value="2026-12-01"')
    expect((await ask('carmen', at(id, '/state'), { to: 'reopen', version: String(version + 1) })).status).toBe(303)
  })

  it('puts on the team, takes off, and a conflict of interest shuts the case', async () => {
    const id = await aCase(stage)
    await ask('carmen', at(id, '/team'), { member: personOf('ada') })
    expect((await ask('ada', at(id))).status).toBe(200)
    expect((await ask('carmen', at(id, '/team'), { member: personOf('ada') })).status).toBe(400)
    expect((await ask('carmen', at(id, '/team'), { member: 'nobody' })).status).toBe(400)
    await ask('carmen', at(id, '/team'), { step: 'remove', member: personOf('ada') })
    expect((await ask('ada', at(id))).status).toBe(404)
    expect((await ask('carmen', at(id, '/conflict'), { member: personOf('carmen') })).to).toBe(
      '/staff/cases?did=conflict',
    )
    expect((await ask('carmen', at(id))).status).toBe(404)
  })

  it('adds a caregiver, with everything typed coming back until it is right', async () => {
    const id = await aCase(stage)
    const typed = { given: 'Rosa', surname: 'Rivera', birthDate: '', phone: '', relationship: 'mother' }
    const back = await ask('carmen', at(id, '/caregiver'), typed)
    expect(back.status).toBe(400)
    expect(back.text).toContain('href="#safety"')
    expect(fieldsIn(back.text)).toMatchObject({ given: 'Rosa', surname: 'Rivera' })
    expect((await ask('carmen', at(id, '/caregiver'), { ...typed, safety: 'safe' })).status).toBe(303)
    expect((await ask('carmen', at(id))).text).toMatch(/Mother \(R\. R\.\)[\s\S]*Safe for the child/)
  })

  it('merges two records after both were shown', async () => {
    const id = await aCase(stage, { child: { ...maya, surname: 'Wynn' } })
    const { id: other } = valueOf(
      await openCase(stage.casework, signedInAs('carmen'), { child: { given: 'Maja', surname: 'Wynn' } }),
    )
    const found = await ask('carmen', at(id, '/merge'), { given: '', surname: 'Wynn' })
    expect(found.text).toContain(`value="${other}"`)
    expect(found.text).not.toContain(`value="${id}"`)
    const compared = await ask('carmen', at(id, '/merge'), { step: 'compare', gone: other })
    expect(compared.text).toContain('Are they the same child?')
    expect(await childOf(stage, other)).not.toBe(await childOf(stage, id))
    expect((await ask('carmen', at(id, '/merge'), { step: 'merge', gone: other })).status).toBe(303)
    expect(await childOf(stage, other)).toBe(await childOf(stage, id))
  })
})

describe('erasing a person', () => {
  it('waits for the box, and then leaves nothing to show', async () => {
    const id = await aCase(stage)
    const child = await childOf(stage, id)
    const path = `/staff/individuals/${child}/erase`
    expect((await ask('priya', path, {})).status).toBe(400)
    expect((await getCase(stage.casework, signedInAs('carmen'), id)).child.known).toHaveLength(4)
    expect((await ask('priya', path, { sure: 'yes' })).text).toContain('What was known of this person is erased.')
    expect((await ask('priya', path)).status).toBe(404)
    expect((await ask('carmen', at(id))).text).not.toContain('M. R.')
  })
})

describe('the list', () => {
  it('shows twenty cases a page, each once, and tasks that are late', async () => {
    for (let number = 0; number < 22; number++) await aCase(stage, { by: 'hana' })
    const first = await ask('hana', '/staff/cases')
    const numbers = (text: string): readonly string[] =>
      [...text.matchAll(/>(\d{4}-\d{4})<\/a>/g)].map(([, one = '']) => one)
    const next = /href="(\/staff\/cases\?after=[^"]+)"/.exec(first.text)?.[1] ?? ''
    const second = await ask('hana', next)
    expect(numbers(first.text)).toHaveLength(20)
    expect(numbers(second.text)).toHaveLength(2)
    expect(new Set([...numbers(first.text), ...numbers(second.text)]).size).toBe(22)
    const id = /after=[^_]+_([^&]+)/.exec(next)?.[1] ?? ''
    for (const after of ['x', `2026-99-99_${id}`, `2026-02-30_${id}`, `2026-01-01_${id}x`, `0000-00-00_${id}`])
      expect((await ask('hana', `/staff/cases?after=${after}`)).text).toBe(first.text)
  })

  it('searches by post, with nothing in the address, and keeps what was typed', async () => {
    const id = await aCase(stage, { child: { ...maya, surname: 'Tamsin' } })
    valueOf(
      await setTask(stage.casework, signedInAs('carmen'), {
        id,
        kind: 'interview',
        assignee: personOf('carmen'),
        dueOn: '2026-11-20',
      }),
    )
    const found = await ask('carmen', '/staff/cases', { given: '', surname: 'Tamsin', birthYear: '2012' })
    expect(found.text).toContain(at(id))
    expect(found.text).toContain('value="Tamsin"')
    const wrong = await ask('carmen', '/staff/cases', { given: 'Maya', surname: '', birthYear: '12' })
    expect(wrong.status).toBe(400)
    expect(fieldsIn(wrong.text)).toMatchObject({ given: 'Maya', birthYear: '12' })
  })
})
