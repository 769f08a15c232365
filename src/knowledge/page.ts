// A page of content/pages: front matter that says where its facts come from and who has read it, then Markdown.
// Raw HTML in a page is shown as text, so that a center that edits a page cannot break the site.

import { Marked } from 'marked'
import * as v from 'valibot'
import { parse } from 'yaml'

import type { Language } from './language.ts'

export const readingBands = ['adult', 'professional', 'child'] as const
export const pageSections = ['tonight', 'understand', 'talk', 'young', 'work', 'site'] as const

export type PageSection = (typeof pageSections)[number]

const source = v.strictObject({
  name: v.pipe(v.string(), v.minLength(3)),
  address: v.nullable(v.pipe(v.string(), v.url())),
  date: v.nullable(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
})

/** Where the facts come from, when we read it last, and who outside the project has read it; hand-outs carry the same. */
export const provenanceFields = {
  sources: v.array(source),
  last_reviewed: v.pipe(v.string(), v.isoDate()),
  /** Survivor, parent, teenager, counsel. Empty: nobody yet. */
  reviewed_by: v.array(v.picklist(['survivor', 'parent', 'teenager', 'counsel'])),
}

const frontMatter = v.strictObject({
  title: v.pipe(v.string(), v.minLength(3), v.maxLength(60)),
  summary: v.pipe(v.string(), v.minLength(10), v.maxLength(160)),
  content_note: v.nullable(v.string()),
  /** Whom it is written for, which decides how easy it must be to read (page-check.ts). */
  band: v.picklist(readingBands),
  /** Where the first page of Learn lists it, and its place there; pages of `site` are not listed. */
  section: v.picklist(pageSections),
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  ...provenanceFields,
})

export type PageSource = v.InferOutput<typeof source>
export type Page = v.InferOutput<typeof frontMatter> & { readonly markdown: string; readonly html: string }

export type Pages = Readonly<Record<Language, ReadonlyMap<string, Page>>>

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const marked = new Marked({ gfm: true, renderer: { html: ({ text }) => escaped(text) } })

/** Throws with the file's name when the front matter is missing, incomplete or has an unknown key. */
export function parsePage(text: string, name: string): Page {
  const [, head, markdown] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (head === undefined || markdown === undefined) throw new Error(`${name}: the page has no front matter`)
  const facts = v.safeParse(frontMatter, parse(head))
  if (!facts.success) throw new Error(`${name}: ${v.summarize(facts.issues)}`)
  return { ...facts.output, markdown, html: marked.parse(markdown, { async: false }) }
}
