// Opening, seeing, listing and searching cases against the real database.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { roles, caseScopeOf } from '../../src/access/index.ts'
import { getCase, listCases, openCase, recordConflict, searchCases } from '../../src/casework/index.ts'
import { individualId } from '../../src/shared/index.ts'
import { actAs, cast, castNames, personOf, signedInAs } from '../cast.ts'
import {
  aCase,
  childOf,
  expectShut,
  isDry,
  loggedBy,
  maya,
  narrow,
  nobody,
  outsiders,
  setStage,
  valueOf,
  type Stage,
} from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

describe('case_scope() of the database', () => {
  it.each(castNames)('is that of the code for %s', async (name) => {
    const { rows } = await stage.fresh.database.transactAs(actAs(name), (trx) =>
      sql<{ scope: string }>`select case_scope() as scope`.execute(trx),
    )
    expect(rows[0]?.scope).toBe(caseScopeOf([cast[name].role]))
  })

  it('has a person of the cast for every role', () => {
    expect(new Set(castNames.map((name) => cast[name].role))).toEqual(new Set(roles))
  })
})

describe('opening a case', () => {
  it('answers for a child who is not there as for one of another center', async () => {
    const theirs = await aCase(stage, { by: 'hana' })
    const child = await childOf(stage, theirs, 'hana')
    await expectShut(openCase(stage.casework, signedInAs('carmen'), { child: individualId(nobody) }))
    await expectShut(openCase(stage.casework, signedInAs('carmen'), { child }))
  })

  it.each(castNames.filter((name) => caseScopeOf([cast[name].role]) !== 'wide'))('is refused to %s', async (name) => {
    await expectShut(openCase(stage.casework, signedInAs(name), { child: maya }))
  })

  it('is refused by the database too where the code would let it through', async () => {
    const forged = signedInAs('ada', { roles: ['coordinator'] })
    await expect(openCase(stage.casework, forged, { child: maya })).rejects.toThrow(/row-level security|nothing at/)
  })

  it('says what is wrong with each field', async () => {
    const child = { given: ' ', surname: '', birthDate: '2031-02-30', phone: 'x' }
    expect(await openCase(stage.casework, signedInAs('ines'), { child })).toEqual({
      ok: false,
      reason: [
        { field: 'given', code: 'needed' },
        { field: 'birthDate', code: 'not-a-date' },
        { field: 'phone', code: 'not-a-phone' },
      ],
    })
  })

  it('numbers the cases of a year, puts the opener on the team, and writes it down', async () => {
    const entries = await loggedBy(stage, 'ines', async () => {
      const { id, number } = valueOf(await openCase(stage.casework, signedInAs('ines'), { child: maya }))
      expect(number).toMatch(/^2026-\d{4}$/)
      const view = await getCase(stage.casework, signedInAs('ines'), id)
      expect(view.team).toEqual([{ person: personOf('ines'), name: 'Ines Park', discipline: 'intake' }])
      expect(view).toMatchObject({ number, openedOn: '2026-11-24', closedOn: null, sealed: false, version: 1 })
    })
    expect(entries.map(({ event }) => event)).toEqual(['case-opened', 'case-seen'])
    expect(entries[0]?.fields).toEqual(['given_name', 'surname', 'birth_date', 'phone'])
    expect(entries.every(isDry)).toBe(true)
  })

  it('gives different numbers to cases opened at the same time', async () => {
    const opened = await Promise.all(
      Array.from({ length: 8 }, () => openCase(stage.casework, signedInAs('carmen'), { child: maya })),
    )
    expect(new Set(opened.map((one) => valueOf(one).number)).size).toBe(8)
  })

  it('numbers on past a sealed case that the opener does not see', async () => {
    const hidden = await aCase(stage, { by: 'cole', sealed: true })
    const { number } = await getCase(stage.casework, signedInAs('cole'), hidden)
    const next = valueOf(await openCase(stage.casework, signedInAs('ines'), { child: maya })).number
    expect(next > number).toBe(true)
  })

  it('opens a second case for a child who is known, and keeps away whoever must not see the first', async () => {
    const first = await aCase(stage)
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), { id: first, member: personOf('ines') }))
    const child = await childOf(stage, first)
    const { id } = valueOf(await openCase(stage.casework, signedInAs('cole'), { child }))
    expect((await getCase(stage.casework, signedInAs('cole'), id)).child.id).toBe(child)
    await expectShut(getCase(stage.casework, signedInAs('ines'), id))
  })
})

describe('seeing a case', () => {
  it('is refused for a case that is not there', async () => {
    await expectShut(getCase(stage.casework, signedInAs('carmen'), nobody))
  })

  it.each([...outsiders, ...narrow])('is refused to %s, and nothing is written down', async (name) => {
    const id = await aCase(stage)
    expect(await loggedBy(stage, name, () => getCase(stage.casework, signedInAs(name), id))).toEqual([])
    await expectShut(getCase(stage.casework, signedInAs(name), id))
  })

  it('is refused where it is sealed, and with a conflict of interest', async () => {
    const sealed = await aCase(stage, { sealed: true })
    await expectShut(getCase(stage.casework, signedInAs('cole'), sealed))
    const id = await aCase(stage, { team: ['ada'] })
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), { id, member: personOf('ada') }))
    await expectShut(getCase(stage.casework, signedInAs('ada'), id))
  })

  it.each(narrow)('shows the masked case to %s on its team, and writes it down', async (name) => {
    const id = await aCase(stage, { team: [name] })
    const entries = await loggedBy(stage, name, async () => {
      const { child } = await getCase(stage.casework, signedInAs(name), id)
      expect(child).toMatchObject({ initials: 'M. R.', age: 14 })
      expect(child.known).toEqual(['given_name', 'surname', 'birth_date', 'phone'])
      expect(JSON.stringify(child)).not.toMatch(/Maya|Rivera|2012|0142/)
    })
    expect(entries).toEqual([
      {
        ...{ event: 'case-seen', subject_kind: 'case', subject_id: id, case_id: id },
        ...{ fields: ['initials', 'age'], reason: null },
      },
    ])
  })
})

describe('the list of cases', () => {
  it.each(['amos', 'priya', 'mona', 'stan', 'marta'] as const)('is refused to %s', async (name) => {
    await expectShut(listCases(stage.casework, signedInAs(name)))
  })

  it('shows a narrow person her own cases only, and writes one entry', async () => {
    const id = await aCase(stage, { team: ['paula'] })
    const mine = new Set<string>([id])
    const entries = await loggedBy(stage, 'paula', async () => {
      const { cases } = await listCases(stage.casework, signedInAs('paula'))
      for (const one of cases) mine.delete(one.id)
      expect(cases.every(({ initials }) => initials === 'M. R.')).toBe(true)
      expect(cases.length).toBeLessThan(5)
    })
    expect(mine.size).toBe(0)
    expect(entries.map(({ event }) => event)).toEqual(['cases-listed'])
  })

  it('comes in pages of twenty that hold every case once, and no sealed one of others', async () => {
    const hidden = await aCase(stage, { by: 'cole', sealed: true })
    for (let more = 0; more < 6; more++) await aCase(stage)
    const seen: string[] = []
    let page = await listCases(stage.casework, signedInAs('ines'))
    expect(page.cases).toHaveLength(20)
    for (;;) {
      seen.push(...page.cases.map(({ id }) => id))
      if (page.next === undefined) break
      page = await listCases(stage.casework, signedInAs('ines'), page.next)
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(20)
    expect(seen).not.toContain(hidden)
  })
})

describe('searching cases', () => {
  const search = { given: '', surname: 'Quillfeather', birthYear: '' }

  it('answers alike for a name that nobody has and one that is not visible', async () => {
    const child = { ...maya, surname: 'Thistlewood' }
    await aCase(stage, { child, by: 'cole', sealed: true })
    const none = await searchCases(stage.casework, signedInAs('ines'), search)
    const hidden = await searchCases(stage.casework, signedInAs('ines'), { ...search, surname: 'Thistlewood' })
    expect(hidden).toEqual(none)
    expect(none).toEqual({ ok: true, value: { cases: [], more: false } })
    expect(await searchCases(stage.casework, signedInAs('hana'), { ...search, surname: 'Thistlewood' })).toEqual(none)
  })

  it('is refused to who sees no case', async () => {
    await expectShut(searchCases(stage.casework, signedInAs('amos'), search))
  })

  it('asks for a name and a year of four digits', async () => {
    const empty = { given: ' ', surname: '', birthYear: '2012' }
    expect(await searchCases(stage.casework, signedInAs('ines'), empty)).toEqual({ ok: false, reason: 'name-needed' })
    const odd = { ...search, birthYear: '12' }
    expect(await searchCases(stage.casework, signedInAs('ines'), odd)).toEqual({ ok: false, reason: 'not-a-year' })
  })

  it('finds a name by its sound, narrowed by the other name and the year, and writes it down', async () => {
    const id = await aCase(stage, { child: { ...maya, given: 'Lena', surname: 'Castellanos' }, team: ['ada'] })
    const found = async (given: string, surname: string, birthYear = '') =>
      valueOf(await searchCases(stage.casework, signedInAs('ada'), { given, surname, birthYear })).cases.map(
        (one) => one.id,
      )
    expect(await found('', 'Costain')).toEqual([])
    expect(await found('', 'Castellanus')).toEqual([id])
    expect(await found('Lina', 'Castellanos', '2012')).toEqual([id])
    expect(await found('Lena', '')).toEqual([id])
    expect(await found('Lena', 'Castellanos', '2011')).toEqual([])
    expect(await found('Boris', 'Castellanos')).toEqual([])
    const entries = await loggedBy(stage, 'ada', () => found('Lena', 'Castellanos'))
    expect(entries.map(({ event, fields }) => [event, fields])).toEqual([['case-searched', ['given', 'surname']]])
  })
})
