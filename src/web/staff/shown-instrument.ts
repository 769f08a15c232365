// A center's wording is under its licence, and these pages are open to anyone until accounts exist. So where others come by
// the network (FOOTBRIDGE_URL is set), the wording stays in its file and our concepts are shown in its place.

import type { InstrumentId, LoadedInstrument } from '../../knowledge/index.ts'
import type { Visit } from '../route-table.ts'

export type ShownInstrument = LoadedInstrument & {
  /** The center has brought wording, but this page may not show it. */
  readonly keptBack: boolean
}

export function shownInstrument({ services }: Visit, id: InstrumentId): ShownInstrument {
  const loaded = services.content.instruments[id]
  const keptBack = loaded.wording !== null && services.host !== undefined
  return { ...loaded, wording: keptBack ? null : loaded.wording, keptBack }
}
