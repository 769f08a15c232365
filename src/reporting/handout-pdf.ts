// A poster or hand-out as an accessible PDF of exactly one US letter page: the templates make the type smaller until a
// center with a long name fits too.

import { join } from 'node:path'

import type { ComposedHandout } from './handout.ts'
import { boxed, typeset, withoutControls } from './typst.ts'

/** `folder` holds the templates (content/documents). Only the center's own words may hold a character that is boxed. */
export function handoutPdf(handout: ComposedHandout, folder: string): Uint8Array {
  const { kind, center } = handout
  const printable = center === null ? null : { ...center, name: boxed(withoutControls(center.name)) }
  return typeset(join(folder, `${kind}.typ`), { handout: JSON.stringify({ ...handout, center: printable }) })
}
