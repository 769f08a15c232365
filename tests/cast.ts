// The cast: invented people of two invented centers. Tests become one of them; nobody here is real.

import { centerId, personId, type CenterId } from '../src/shared/index.ts'
import type { Actor, Database } from '../src/database/index.ts'

export const centers = {
  riverbend: {
    id: centerId('11111111-1111-4111-8111-111111111111'),
    host: 'riverbend.example',
    name: 'Riverbend Center',
  },
  highdesert: {
    id: centerId('22222222-2222-4222-8222-222222222222'),
    host: 'highdesert.example',
    name: 'High Desert Center',
  },
} as const

const at = (center: CenterId, number: number): Actor => ({
  center,
  person: personId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
})

/** Riverbend's advocate. */
export const asAda = at(centers.riverbend.id, 1)
/** Riverbend's interviewer. */
export const asImani = at(centers.riverbend.id, 2)
/** High Desert's advocate. */
export const asBruno = at(centers.highdesert.id, 3)
/** The service itself, acting for Riverbend. */
export const asService: Actor = { center: centers.riverbend.id, person: null }

/** Takes the automatic center's place with the two of the cast. */
export async function castCenters(database: Database): Promise<void> {
  await database.asOwner(async (trx) => {
    await trx.deleteFrom('centers').execute()
    await trx
      .insertInto('centers')
      .values(Object.values(centers).map(({ id, host, name }) => ({ center_id: id, host, name })))
      .execute()
  })
}
