// Notes and tasks of a case. What is invalid and what is done; who is refused is tried in doors.test.ts.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  finishTask,
  getCase,
  listCases,
  longestNote,
  myTasks,
  readNotes,
  removeFromTeam,
  searchNotes,
  setTask,
  shareNote,
  writeNote,
} from '../../src/casework/index.ts'
import { noteId, taskId, type CaseId } from '../../src/shared/index.ts'
import { actAs, personOf, signedInAs, type CastName } from '../cast.ts'
import { aCase, expectShut, isDry, loggedBy, nobody, setStage, valueOf, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const team = ['ada', 'clara', 'paula', 'ines'] as const
const refused = (reason: string) => ({ ok: false, reason })
const write = async (name: CastName, id: CaseId, text: string, shared: boolean) =>
  valueOf(await writeNote(stage.casework, signedInAs(name), { id, text, shared }))
const read = async (name: CastName, id: CaseId) =>
  (await readNotes(stage.casework, signedInAs(name), id)).notes.map(({ text }) => text)

describe('a note', () => {
  it('is refused when it is empty or too long', async () => {
    const id = await aCase(stage, { team })
    const note = (text: string) => writeNote(stage.casework, signedInAs('ada'), { id, text, shared: true })
    expect(await note(' \n')).toEqual(refused('empty'))
    expect(await note('x'.repeat(longestNote + 1))).toEqual(refused('too-long'))
  })

  it('of one discipline is read by that discipline alone, until it is shared', async () => {
    const id = await aCase(stage, { team })
    const note = await write('clara', id, 'She sleeps better.', false)
    expect(await read('clara', id)).toEqual(['She sleeps better.'])
    for (const name of ['carmen', 'ada', 'paula', 'ines'] as const) expect(await read(name, id)).toEqual([])
    await expectShut(shareNote(stage.casework, signedInAs('ada'), { id, note }))
    await expectShut(shareNote(stage.casework, signedInAs('ada'), { id, note: noteId(nobody) }))
    const entries = await loggedBy(stage, 'clara', () => shareNote(stage.casework, signedInAs('clara'), { id, note }))
    expect(entries).toMatchObject([{ event: 'note-shared', subject_id: note, case_id: id, fields: ['shared'] }])
    expect(await shareNote(stage.casework, signedInAs('clara'), { id, note })).toEqual(refused('already-shared'))
    for (const name of ['carmen', 'ada', 'paula'] as const) expect(await read(name, id)).toEqual(['She sleeps better.'])
  })

  it('is not shared through another case', async () => {
    const [id, other] = [await aCase(stage, { team }), await aCase(stage, { team })]
    const note = await write('clara', id, 'Mine.', false)
    await expectShut(shareNote(stage.casework, signedInAs('clara'), { id: other, note }))
  })

  it('is sealed in the table, and each one read is an entry with its id', async () => {
    const id = await aCase(stage, { team })
    const notes = [await write('ada', id, 'Visit on Monday.', true), await write('ada', id, 'Bus pass given.', false)]
    const rows = await stage.fresh.database.transactAs(actAs('ada'), (trx) =>
      trx.selectFrom('notes').selectAll().where('case_id', '=', id).execute(),
    )
    expect(rows.map(({ body }) => body?.toString('latin1')).join()).not.toMatch(/Visit|Bus/)
    const entries = await loggedBy(stage, 'ada', () => readNotes(stage.casework, signedInAs('ada'), id))
    expect(entries.map(({ event }) => event)).toEqual(['note-seen', 'note-seen'])
    expect(entries.map(({ subject_id }) => subject_id).sort()).toEqual([...notes].sort())
    expect(entries.every(isDry)).toBe(true)
  })

  it('is found by words inside its own case, without accents, among what one may read', async () => {
    const id = await aCase(stage, { team })
    await write('ada', id, 'José drove her to school.', true)
    await write('clara', id, 'Jose was named in session.', false)
    const find = async (name: CastName, words: string) =>
      valueOf(await searchNotes(stage.casework, signedInAs(name), { id, words })).map(({ text }) => text)
    expect(await find('ada', 'SCHOOL jose')).toEqual(['José drove her to school.'])
    expect(await find('ada', 'session')).toEqual([])
    expect(await find('clara', 'josé')).toHaveLength(2)
    expect(await searchNotes(stage.casework, signedInAs('ada'), { id, words: ' ' })).toEqual(refused('words-needed'))
    const entries = await loggedBy(stage, 'ada', () => find('ada', 'school'))
    expect(entries.map(({ event }) => event).sort()).toEqual(['case-searched', 'note-seen'])
  })

  it('comes in pages that hold each once', async () => {
    const id = await aCase(stage, { team })
    for (let number = 0; number < 23; number++) await write('ada', id, `Note ${number}`, true)
    const first = await readNotes(stage.casework, signedInAs('carmen'), id)
    const second = await readNotes(stage.casework, signedInAs('carmen'), id, first.next)
    expect([first.notes.length, second.notes.length, second.next]).toEqual([20, 3, undefined])
    expect(new Set([...first.notes, ...second.notes].map(({ text }) => text)).size).toBe(23)
  })
})

describe('a task', () => {
  const ada = signedInAs('ada')
  const task = { kind: 'interview', assignee: personOf('clara'), dueOn: '2026-11-27' }

  it('needs a kind of the list, a day, and somebody of the team', async () => {
    const id = await aCase(stage, { team })
    const set = (more: object) => setTask(stage.casework, ada, { id, ...task, ...more })
    expect(await set({ kind: 'Call Maya' })).toEqual(refused('kind-needed'))
    expect(await set({ dueOn: '2026-11-31' })).toEqual(refused('not-a-date'))
    expect(await set({ assignee: personOf('imani') })).toEqual(refused('not-on-team'))
    expect(await set({ assignee: personOf('bruno') })).toEqual(refused('not-on-team'))
  })

  it('stands with its assignee, on the case and in the list until it is done, once', async () => {
    const id = await aCase(stage, { team })
    const { number } = await getCase(stage.casework, ada, id)
    const entries = await loggedBy(stage, 'ada', () => setTask(stage.casework, ada, { id, ...task }))
    expect(entries).toMatchObject([{ event: 'task-set', case_id: id, reason: 'interview' }])
    const own = (await myTasks(stage.casework, signedInAs('clara'))).filter((one) => one.case === id)
    expect(own).toMatchObject([{ number, kind: 'interview', dueOn: '2026-11-27', state: 'soon' }])
    const listed = (await listCases(stage.casework, ada)).cases.find((one) => one.id === id)
    expect(listed?.nextTask).toEqual({ kind: 'interview', dueOn: '2026-11-27', state: 'soon' })
    const done = taskId(own[0]?.id ?? nobody)
    const finished = await loggedBy(stage, 'clara', () =>
      finishTask(stage.casework, signedInAs('clara'), { id, task: done }),
    )
    expect(finished).toMatchObject([{ event: 'task-done', subject_id: done, case_id: id }])
    expect(await finishTask(stage.casework, ada, { id, task: done })).toEqual(refused('already-done'))
    expect((await getCase(stage.casework, ada, id)).tasks).toEqual([])
  })

  it('is gone from the list of who left the case, and shut through another case', async () => {
    const [id, other] = [await aCase(stage, { team }), await aCase(stage, { team })]
    const set = valueOf(await setTask(stage.casework, ada, { id, ...task }))
    await expectShut(finishTask(stage.casework, ada, { id: other, task: set }))
    valueOf(await removeFromTeam(stage.casework, signedInAs('carmen'), { id, member: personOf('clara') }))
    expect((await myTasks(stage.casework, signedInAs('clara'))).map((one) => one.case)).not.toContain(id)
    await expectShut(myTasks(stage.casework, signedInAs('amos')))
  })
})
