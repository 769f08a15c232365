// Children and caregivers: added, revealed, merged, erased. What is invalid and what is done; who is refused on a case is tried in
// doors.test.ts, who may not erase is tried here.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  addCaregiver,
  eraseIndividual,
  getCase,
  mergeChildren,
  openCase,
  readNotes,
  recordConflict,
  revealField,
  sealCase,
  searchCases,
  setLegalHold,
  writeNote,
  type IndividualColumn,
} from '../../src/casework/index.ts'
import { individualId, type CaseId, type IndividualId } from '../../src/shared/index.ts'
import { castNames, personOf, signedInAs, type CastName } from '../cast.ts'
import {
  aCase,
  childOf,
  expectShut,
  isDry,
  keysFor,
  loggedBy,
  maya,
  nobody,
  setStage,
  valueOf,
  type Stage,
} from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

const carmen = signedInAs('carmen')
const refused = (reason: unknown) => ({ ok: false, reason })
const rosa = { given: 'Rosa', surname: 'Rivera', phone: '512-555-0143', relationship: 'grandparent', safety: 'safe' }
const reveal = (name: CastName, id: CaseId, of: IndividualId, column: IndividualColumn) =>
  revealField(stage.casework, signedInAs(name), { id, of, column })

describe('a caregiver', () => {
  it('needs a relationship and a word about safety of the lists, a name, and an open case', async () => {
    const id = await aCase(stage)
    const add = (more: object) => addCaregiver(stage.casework, carmen, { id, caregiver: { ...rosa, ...more } })
    expect(await add({ relationship: 'pimp' })).toEqual(refused('relationship-needed'))
    expect(await add({ safety: '' })).toEqual(refused('safety-needed'))
    expect(await add({ given: '', surname: '' })).toEqual(refused([{ field: 'given', code: 'needed' }]))
  })

  it('stands masked on the case, and is written down', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    const entries = await loggedBy(stage, 'ada', () =>
      addCaregiver(stage.casework, signedInAs('ada'), { id, caregiver: rosa }),
    )
    const { caregivers } = await getCase(stage.casework, carmen, id)
    expect(caregivers).toMatchObject([{ initials: 'R. R.', relationship: 'grandparent', safety: 'safe' }])
    expect(entries).toMatchObject([{ event: 'case-changed', subject_kind: 'caregiver', case_id: id }])
    expect(entries.every(isDry)).toBe(true)
  })
})

describe('revealing a field', () => {
  it('is shut for somebody of another case, or nobody', async () => {
    const [id, other] = [await aCase(stage), await aCase(stage)]
    await expectShut(reveal('carmen', id, await childOf(stage, other), 'phone'))
    await expectShut(reveal('carmen', id, individualId(nobody), 'phone'))
  })

  it('says when nothing is known', async () => {
    const id = await aCase(stage, { child: { ...maya, phone: '' } })
    expect(await reveal('carmen', id, await childOf(stage, id), 'phone')).toEqual(refused('unknown'))
  })

  it('shows one field, and writes its column down', async () => {
    const id = await aCase(stage, { team: ['paula'] })
    const child = await childOf(stage, id)
    const entries = await loggedBy(stage, 'paula', async () => {
      expect(valueOf(await reveal('paula', id, child, 'surname'))).toBe('Rivera')
      expect(valueOf(await reveal('paula', id, child, 'birth_date'))).toBe('2012-03-09')
    })
    expect(entries.map(({ event, fields, subject_id }) => [event, ...fields, subject_id])).toEqual([
      ['field-revealed', 'surname', child],
      ['field-revealed', 'birth_date', child],
    ])
  })
})

describe('merging two records of one child', () => {
  it('is refused to itself, and says nothing of a second case that is not seen', async () => {
    const [kept, hidden] = [await aCase(stage), await aCase(stage, { by: 'cole', sealed: true })]
    expect(await mergeChildren(stage.casework, carmen, { kept, gone: kept })).toEqual(refused('same-child'))
    await expectShut(mergeChildren(stage.casework, carmen, { kept, gone: hidden }))
    await expectShut(mergeChildren(stage.casework, carmen, { kept, gone: nobody }))
  })

  it('moves cases, names and notes, also those of other disciplines and sealed ones', async () => {
    const kept = await aCase(stage, { child: { ...maya, surname: 'Pellegrino', phone: '' }, team: ['clara'] })
    const gone = await aCase(stage, { child: { ...maya, given: 'May', surname: 'Brackenbury' }, team: ['clara'] })
    const second = await childOf(stage, gone)
    const hidden = await sealedCaseOf(second)
    await writeNote(stage.casework, signedInAs('clara'), { id: gone, text: 'For therapists.', shared: false })
    await writeNote(stage.casework, signedInAs('cole'), { id: hidden, text: 'Hidden.', shared: true })
    const child = await childOf(stage, kept)
    const entries = await loggedBy(stage, 'carmen', async () => {
      expect(valueOf(await mergeChildren(stage.casework, carmen, { kept, gone }))).toBe(child)
    })
    expect(entries.map(({ event }) => event)).toEqual(Array(4).fill('person-merged'))
    expect(entries.map(({ case_id }) => case_id)).not.toContain(hidden)
    expect(await childOf(stage, gone)).toBe(child)
    expect(await childOf(stage, hidden, 'cole')).toBe(child)
    expect(await keysFor(stage, second)).toBe(0)
    expect(valueOf(await reveal('carmen', gone, child, 'phone'))).toBe(maya.phone)
    expect(valueOf(await reveal('carmen', gone, child, 'surname'))).toBe('Pellegrino')
    const read = async (name: CastName, id: CaseId) =>
      (await readNotes(stage.casework, signedInAs(name), id)).notes.map(({ text }) => text)
    expect(await read('clara', gone)).toEqual(['For therapists.'])
    expect(await read('cole', hidden)).toEqual(['Hidden.'])
    for (const surname of ['Pellegrino', 'Brackenbury']) {
      const found = valueOf(await searchCases(stage.casework, carmen, { given: '', surname, birthYear: '' }))
      expect(found.cases.map(({ id }) => id).sort()).toEqual([kept, gone].sort())
    }
  })

  it('keeps what the second record said where a legal hold is on either', async () => {
    const [kept, gone] = [await aCase(stage), await aCase(stage)]
    const second = await childOf(stage, gone)
    valueOf(await setLegalHold(stage.casework, carmen, { id: gone, version: 1 }))
    valueOf(await mergeChildren(stage.casework, carmen, { kept, gone }))
    expect(await keysFor(stage, second)).toBe(1)
    expect(await childOf(stage, gone)).toBe(await childOf(stage, kept))
  })

  it('keeps whoever must not see one of the cases away from all of them', async () => {
    const [kept, gone] = [await aCase(stage, { team: ['ada'] }), await aCase(stage)]
    valueOf(await recordConflict(stage.casework, carmen, { id: gone, member: personOf('ada') }))
    await getCase(stage.casework, signedInAs('ada'), kept)
    valueOf(await mergeChildren(stage.casework, carmen, { kept, gone }))
    await expectShut(getCase(stage.casework, signedInAs('ada'), kept))
    expect((await getCase(stage.casework, carmen, kept)).team.map(({ name }) => name)).toEqual(['Carmen Ruiz'])
  })

  /** Cole's sealed case of a child whom Carmen knows from another. */
  async function sealedCaseOf(child: IndividualId): Promise<CaseId> {
    const { id } = valueOf(await openCase(stage.casework, signedInAs('cole'), { child }))
    valueOf(await sealCase(stage.casework, signedInAs('cole'), { id, version: 1 }))
    return id
  }
})

describe('erasing', () => {
  it('is shut for an id that is not there, of another center, or erased before', async () => {
    const theirs = await childOf(stage, await aCase(stage, { by: 'hana' }), 'hana')
    await expectShut(eraseIndividual(stage.casework, signedInAs('priya'), individualId(nobody)))
    await expectShut(eraseIndividual(stage.casework, signedInAs('priya'), theirs))
  })

  it.each(castNames.filter((name) => name !== 'priya'))('is shut for %s', async (name) => {
    const child = await childOf(stage, await aCase(stage))
    await expectShut(eraseIndividual(stage.casework, signedInAs(name), child))
    const forged = signedInAs(name, { roles: ['privacy-officer'] })
    await expectShut(eraseIndividual(stage.casework, forged, child))
    expect(await keysFor(stage, child)).toBe(1)
  })

  it('is stopped by a legal hold, said, and written down', async () => {
    const id = await aCase(stage)
    const child = await childOf(stage, id)
    const caregiver = valueOf(await addCaregiver(stage.casework, carmen, { id, caregiver: rosa }))
    valueOf(await setLegalHold(stage.casework, carmen, { id, version: 1 }))
    for (const one of [child, caregiver]) {
      const entries = await loggedBy(stage, 'priya', async () => {
        expect(await eraseIndividual(stage.casework, signedInAs('priya'), one)).toEqual(refused('legal-hold'))
      })
      expect(entries).toMatchObject([{ event: 'erasure-refused', subject_id: one, reason: 'legal-hold' }])
    }
    expect(valueOf(await reveal('carmen', id, child, 'given_name'))).toBe('Maya')
  })

  it('leaves a case without a name, and notes without words, and nothing to find or to write again', async () => {
    const id = await aCase(stage, { child: { ...maya, surname: 'Ashgrove' } })
    const child = await childOf(stage, id)
    valueOf(await writeNote(stage.casework, carmen, { id, text: 'A note.', shared: true }))
    const entries = await loggedBy(stage, 'priya', async () => {
      valueOf(await eraseIndividual(stage.casework, signedInAs('priya'), child))
    })
    expect(entries).toMatchObject([{ event: 'person-erased', subject_id: child }])
    expect(await keysFor(stage, child)).toBe(0)
    const view = await getCase(stage.casework, carmen, id)
    expect(view.child).toEqual({ id: child, initials: undefined, known: [], age: undefined })
    expect((await readNotes(stage.casework, carmen, id)).notes.map(({ text }) => text)).toEqual([undefined])
    const found = await searchCases(stage.casework, carmen, { given: '', surname: 'Ashgrove', birthYear: '' })
    expect(valueOf(found).cases).toEqual([])
    expect(await writeNote(stage.casework, carmen, { id, text: 'More.', shared: true })).toEqual(refused('erased'))
    await expectShut(eraseIndividual(stage.casework, signedInAs('priya'), child))
  })
})
