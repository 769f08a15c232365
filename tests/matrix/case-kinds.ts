// The kinds of case that the routes are tried with: open, closed, sealed, with glass that is over, with a conflict of interest, in
// each of two centers; and one that never existed.

import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import { aCase, type Stage } from '../casework/stage.ts'
import { actAs, cast, castNames, personOf, signedInAs, type CastName } from '../cast.ts'

/** A case as the matrix knows it: its id, its child's, its number. */
export type Known = { readonly id: string; readonly child: string; readonly number: string }
export type Kind = { readonly name: string; readonly of: Known; readonly seenBy: (name: CastName) => boolean }

export const never: Known = { id: randomUUID(), child: randomUUID(), number: '2026-9999' }

export const centerOf = (name: CastName): string => cast[name].at
const isWide = (name: CastName): boolean => signedInAs(name).scope === 'wide'

const asOwnerOf = <Row>(stage: Stage, name: CastName, statement: string) =>
  stage.fresh.database.asOwner(async (trx) => {
    await sql.raw(`set local footbridge.center_id = '${actAs(name).center}'`).execute(trx)
    return sql.raw<Row>(statement).execute(trx)
  })

async function known(stage: Stage, by: CastName, id: string): Promise<Known> {
  const question = `select child_id, number from cases where case_id = '${id}'`
  const [row] = (await asOwnerOf<{ child_id: string; number: string }>(stage, by, question)).rows
  if (row === undefined) throw new Error('the scene was not made')
  return { id, child: row.child_id, number: row.number }
}

/** By the owner of the database, so that nothing of it depends on the code that is tried. */
async function change(stage: Stage, name: CastName, statement: string): Promise<void> {
  const { numAffectedRows } = await asOwnerOf(stage, name, statement)
  if (numAffectedRows === 0n) throw new Error('the scene was not made')
}

const everybody = `'{${castNames.map(personOf).join(',')}}'`

/** One center's cases: made by one coordinator, so that everybody else stands outside of the sealed ones. */
export async function kindsOf(stage: Stage, where: 'riverbend' | 'highdesert', by: CastName): Promise<readonly Kind[]> {
  const here = (name: CastName): boolean => centerOf(name) === where
  const make = async (options: Parameters<typeof aCase>[1] = {}): Promise<Known> =>
    known(stage, by, await aCase(stage, { by, ...options }))
  const open = await make()
  // The other center's numbers are not this one's, so that a number of theirs is a forbidden one here.
  const apart =
    where === 'highdesert'
      ? `update cases set number = replace(number, '-0', '-8') where center_id = '${actAs(by).center}'`
      : ''
  const closed = await make()
  const sealed = await make({ sealed: true })
  const over = await make({ sealed: true })
  const conflict = await make()
  if (apart !== '') await change(stage, by, apart)
  await change(stage, by, `update cases set closed_on = '2026-11-24' where case_id = '${closed.id}'`)
  await change(stage, by, `update cases set conflicted = ${everybody} where case_id = '${conflict.id}'`)
  for (const name of castNames.filter((one) => here(one) && one !== by))
    await change(
      stage,
      by,
      `insert into case_access values ('${actAs(name).center}', '${personOf(name)}', '${over.id}', 'break-glass',
      now() - interval '1 second')`,
    )
  return [
    { name: `${where} open`, of: await known(stage, by, open.id), seenBy: (name) => here(name) && isWide(name) },
    { name: `${where} closed`, of: await known(stage, by, closed.id), seenBy: (name) => here(name) && isWide(name) },
    { name: `${where} sealed`, of: await known(stage, by, sealed.id), seenBy: (name) => name === by },
    { name: `${where} glass that is over`, of: await known(stage, by, over.id), seenBy: (name) => name === by },
    { name: `${where} conflict`, of: await known(stage, by, conflict.id), seenBy: () => false },
  ]
}
