// A page of content/pages: front matter that says where its facts come from and who has read it, then Markdown.
// Raw HTML in a page is shown as text, so that a center that edits a page cannot break the site.

import * as v from 'valibot'
import { parse } from 'yaml'

import { Problem } from '../shared/index.ts'
import { inWords, readable } from './checked-file.ts'
import type { Language } from './language.ts'
import { htmlOf } from './markdown.ts'
import { provenanceSchema } from './provenance.ts'

export const readingBands = ['adult', 'professional', 'child'] as const
export const pageSections = ['tonight', 'understand', 'talk', 'young', 'work', 'site'] as const

export type PageSection = (typeof pageSections)[number]

const frontMatter = v.strictObject({
  title: v.pipe(v.string(), v.minLength(3), v.maxLength(60)),
  /** What stays in the browser's history, where the title itself would tell too much. */
  tab: v.optional(v.pipe(v.string(), v.minLength(2), v.maxLength(40))),
  summary: v.pipe(v.string(), v.minLength(10), v.maxLength(160)),
  content_note: v.nullable(v.string()),
  /** Whom it is written for, which decides how easy it must be to read (page-check.ts). */
  band: v.picklist(readingBands),
  /** Where the first page of Learn lists it, and its place there; pages of `site` are not listed. */
  section: v.picklist(pageSections),
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  ...provenanceSchema.entries,
})

export type Page = v.InferOutput<typeof frontMatter> & { readonly markdown: string; readonly html: string }

export type Pages = Readonly<Record<Language, ReadonlyMap<string, Page>>>

/** Throws with the file's name when the front matter is missing, cannot be read, is incomplete or has an unknown key. */
export function parsePage(text: string, name: string): Page {
  const [, head, markdown] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(asOurs(text)) ?? []
  if (head === undefined || markdown === undefined)
    throw new Problem('content-wrong', { why: `${name}: the page has no front matter.` })
  const facts = v.safeParse(
    frontMatter,
    readable(name, () => parse(head) as unknown),
  )
  if (!facts.success) throw new Problem('content-wrong', { why: `${name}: ${inWords(facts.issues)}.` })
  return { ...facts.output, markdown, html: htmlOf(markdown) }
}

/** Editors on Windows end a line with two characters and may begin the file with a mark of their own. */
const asOurs = (text: string): string => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
