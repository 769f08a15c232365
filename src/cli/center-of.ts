// The center that this service answers for by its own address (docs/decisions, center and host).

import type { Database } from '../database/index.ts'
import { Problem, type CenterId } from '../shared/index.ts'
import type { Settings } from './settings.ts'

/** Throws Problem('database-not-set-up') where nothing was migrated, and ('center-missing') when no center has this host name. */
export async function centerOf(database: Database, { address }: Pick<Settings, 'address'>): Promise<CenterId> {
  if ((await database.health()).migration === null) throw new Problem('database-not-set-up')
  const host = address?.hostname ?? 'localhost'
  const center = await database.beforeSignIn.centerForHost(host)
  if (center === undefined) throw new Problem('center-missing', { host })
  return center
}
