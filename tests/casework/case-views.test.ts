// What pages ask of a case besides its own facts: who could join its team, until when glass is open, what would stop an erasure.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  breakGlass,
  getCase,
  getErasure,
  listColleagues,
  recordConflict,
  setLegalHold,
} from '../../src/casework/index.ts'
import { individualId } from '../../src/shared/index.ts'
import { personOf, signedInAs, type CastName } from '../cast.ts'
import { aCase, childOf, expectShut, loggedBy, nobody, setStage, valueOf, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.close())

describe('the colleagues for a team', () => {
  it('are shut for a case that is not there, and to who may not change the team', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    await expectShut(listColleagues(stage.casework, signedInAs('carmen'), nobody))
    await expectShut(listColleagues(stage.casework, signedInAs('ada'), id))
    await expectShut(listColleagues(stage.casework, signedInAs('hana'), id))
  })

  it('are everybody of the center, each as they stand to the case', async () => {
    const id = await aCase(stage, { team: ['ada'] })
    valueOf(await recordConflict(stage.casework, signedInAs('carmen'), { id, member: personOf('milo') }))
    const colleagues = await listColleagues(stage.casework, signedInAs('carmen'), id)
    const of = (name: CastName) => colleagues.find(({ person }) => person === personOf(name))
    expect(of('ada')).toMatchObject({ name: 'Ada Okafor', discipline: 'advocacy', onTeam: true, conflict: false })
    expect(of('milo')).toMatchObject({ onTeam: false, conflict: true, worksOnCases: true })
    expect(of('amos')).toMatchObject({ onTeam: false, conflict: false, worksOnCases: false })
    expect(of('hana')).toBeUndefined()
    expect(colleagues.map(({ name }) => name)).toEqual(colleagues.map(({ name }) => name).sort())
  })
})

describe('broken glass', () => {
  it('says until when it is open, to who broke it alone', async () => {
    const id = await aCase(stage, { sealed: true })
    const { number } = await getCase(stage.casework, signedInAs('carmen'), id)
    const before = Date.now()
    valueOf(await breakGlass(stage.casework, signedInAs('imani'), { number, reason: 'child-missing', minutes: 30 }))
    const { glassUntil } = await getCase(stage.casework, signedInAs('imani'), id)
    const minutes = ((glassUntil?.getTime() ?? 0) - before) / 60_000
    expect(minutes).toBeGreaterThan(29)
    expect(minutes).toBeLessThan(31)
    expect((await getCase(stage.casework, signedInAs('carmen'), id)).glassUntil).toBeUndefined()
  })
})

describe('what would stop an erasure', () => {
  it('is shut for nobody that is known, for another center, and to who may not erase', async () => {
    const child = await childOf(stage, await aCase(stage))
    await expectShut(getErasure(stage.casework, signedInAs('priya'), individualId(nobody)))
    await expectShut(getErasure(stage.casework, signedInAs('helen'), child))
    await expectShut(getErasure(stage.casework, signedInAs('carmen'), child))
  })

  it('is a legal hold, and asking erases nothing and writes nothing', async () => {
    const id = await aCase(stage)
    const child = await childOf(stage, id)
    const ask = () => getErasure(stage.casework, signedInAs('priya'), child)
    expect(await loggedBy(stage, 'priya', ask)).toEqual([])
    expect(await ask()).toBe('free')
    valueOf(await setLegalHold(stage.casework, signedInAs('carmen'), { id, version: 1 }))
    expect(await ask()).toBe('held')
    expect((await getCase(stage.casework, signedInAs('carmen'), id)).child.known).toContain('surname')
  })
})
