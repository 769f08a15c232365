// The SQL of erasure, and nothing else. The functions of migration 04 check who asks.

import { sql } from 'kysely'

import type { Trx } from '../database/index.ts'
import type { IndividualId } from '../shared/index.ts'

export type ErasureState = 'held' | 'free' | undefined

export async function erasureState(trx: Trx, id: IndividualId): Promise<ErasureState> {
  const { rows } = await sql<{ state: 'held' | 'free' | null }>`select erasure_state(${id}) as state`.execute(trx)
  return rows[0]?.state ?? undefined
}

export async function eraseRow(trx: Trx, id: IndividualId): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select erase_individual(${id}) as done`.execute(trx)
  return rows[0]?.done === true
}
