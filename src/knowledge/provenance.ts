// Where a text comes from and who has read it: every text of content/ that makes a claim says both.

import * as v from 'valibot'

const source = v.strictObject({
  name: v.pipe(v.string(), v.minLength(3)),
  address: v.nullable(v.pipe(v.string(), v.url())),
  date: v.nullable(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
})

/** Its entries are spread into the schema of a text. */
export const provenanceSchema = v.strictObject({
  sources: v.array(source),
  last_reviewed: v.pipe(v.string(), v.isoDate()),
  /** Who outside the project has read it: survivor, parent, teenager, counsel. Empty: nobody yet. */
  reviewed_by: v.array(v.picklist(['survivor', 'parent', 'teenager', 'counsel'])),
})

export type PageSource = v.InferOutput<typeof source>
export type Provenance = v.InferOutput<typeof provenanceSchema>
