// The vault on a real database: a text opens in its own place only, and not at all once its owner was erased.

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeKeyFile, readKeyFile } from '../../src/access/keys/index.ts'
import { openVault } from '../../src/access/open-vault.ts'
import type { FieldPlace, Sealed } from '../../src/access/vault.ts'
import { asAda, asBruno, castCenters } from '../cast.ts'
import { freshDatabase, temporaryFolder, type Fresh } from '../database/databases.ts'

let fresh: Fresh
const { folder, remove } = temporaryFolder()
const keyFile = join(folder, 'keys')
const vault = openVault({ ring: () => readKeyFile(keyFile), now: () => new Date() })

beforeAll(async () => {
  makeKeyFile(keyFile, new Date())
  fresh = await freshDatabase()
  await castCenters(fresh.database)
})
afterAll(async () => {
  await fresh.close()
  remove()
})

const aPlace = (owner = randomUUID()): FieldPlace => ({ table: 'individuals', column: 'surname', row: owner, owner })
const seal = (place: FieldPlace, text: string, actor = asAda) =>
  fresh.database.transactAs(actor, (trx) => vault.seal(trx, actor.center, place, text))
const open = (place: FieldPlace, sealed: Sealed, actor = asAda) =>
  fresh.database.transactAs(actor, (trx) => vault.open(trx, actor.center, place, sealed))

describe('the vault', () => {
  it('opens what it sealed, in the same place', async () => {
    const place = aPlace()
    expect(await open(place, await seal(place, 'Ñandú O’Hara'))).toBe('Ñandú O’Hara')
  })

  it('makes one key where two requests seal the first text of a person at once', async () => {
    const place = aPlace()
    const sealed = await Promise.all(
      Array.from({ length: 8 }, (_, at) => seal({ ...place, column: `c${at}` }, `text ${at}`)),
    )
    const texts = await Promise.all(sealed.map((one, at) => open({ ...place, column: `c${at}` }, one)))
    expect(texts).toEqual(Array.from({ length: 8 }, (_, at) => `text ${at}`))
  })

  it.each([
    ['table', { table: 'notes' }],
    ['column', { column: 'given_name' }],
    ['row', { row: randomUUID() }],
    ['owner', { owner: randomUUID() }],
  ])('refuses a text that was moved to another %s', async (_, change) => {
    const place = aPlace()
    const sealed = await seal(place, 'moved')
    await expect(open({ ...place, ...change }, sealed)).rejects.toMatchObject({ code: 'field-damaged' })
  })

  it('refuses a text in another center, whose keys are others', async () => {
    const place = aPlace()
    const sealed = await seal(place, 'here')
    await seal(place, 'there', asBruno)
    await expect(open(place, sealed, asBruno)).rejects.toMatchObject({ code: 'field-damaged' })
  })

  it('refuses another version', async () => {
    const place = aPlace()
    const sealed = await seal(place, 'one')
    await expect(open(place, { ...sealed, version: 2 })).rejects.toMatchObject({ code: 'field-damaged' })
  })

  it('opens nothing of a person whose keys were destroyed', async () => {
    const place = aPlace()
    const sealed = await seal(place, 'gone')
    expect(await fresh.database.transactAs(asAda, (trx) => vault.destroyKeys(trx, asAda.center, place.owner))).toBe(1)
    await expect(open(place, sealed)).rejects.toMatchObject({ code: 'field-damaged' })
  })

  it('gives a name the same sounds each time, and others in another center', async () => {
    const name = { given: 'María', surname: 'Peña', birthYear: 2011 }
    const soundsFor = (actor: typeof asAda) =>
      fresh.database.transactAs(actor, (trx) => vault.nameIndexes(trx, actor.center, name))
    const ours = await soundsFor(asAda)
    expect(ours.length).toBeGreaterThanOrEqual(3)
    expect(await soundsFor(asAda)).toEqual(ours)
    const values = new Set(ours.map(({ value }) => value.toString('hex')))
    expect((await soundsFor(asBruno)).filter(({ value }) => values.has(value.toString('hex')))).toEqual([])
  })
})
