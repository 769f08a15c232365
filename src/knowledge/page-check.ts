// The rules that every page keeps, ours and a center's: both languages and in step, our words, easy enough for whom it is
// for, no phone number of its own (numbers come from the directory, with source and date).

import { languages, type Language } from './language.ts'
import { isSafeLink } from './markdown.ts'
import type { Page, Pages } from './page.ts'
import { plainText } from './readability.ts'
import { readingFaults, wordFaults } from './text-check.ts'

/** Each fault in a sentence that names the page; empty: the pages may be shown. */
export function findPageFaults(pages: Pages): readonly string[] {
  const names = new Set(languages.flatMap((language) => [...pages[language].keys()]))
  return [...names].sort().flatMap((name) => faultsOf(name, pages))
}

function faultsOf(name: string, pages: Pages): readonly string[] {
  const [en, es] = [pages.en.get(name), pages.es.get(name)]
  if (en === undefined) return [`en/${name}.md is missing: each page exists in both languages`]
  if (es === undefined) return [`es/${name}.md is missing: each page exists in both languages`]
  return [...stepFaults(name, en, es), ...languages.flatMap((language) => textFaults(name, language, pages))]
}

const facts = ({ markdown, sources, last_reviewed, reviewed_by, band, section, order, content_note }: Page) => ({
  headings: markdown.match(/^#+ /gm)?.length ?? 0,
  'list items': markdown.match(/^\s*(?:[-*]|\d+\.) /gm)?.length ?? 0,
  sources: JSON.stringify(sources.map(({ address, date }) => ({ address, date }))),
  'review dates': last_reviewed,
  reviewers: reviewed_by.join(),
  bands: band,
  sections: section,
  'places in the order': order,
  'content notes': content_note !== null,
})

function stepFaults(name: string, en: Page, es: Page): readonly string[] {
  const [english, spanish] = [facts(en), facts(es)]
  return (Object.keys(english) as (keyof typeof english)[])
    .filter((fact) => english[fact] !== spanish[fact])
    .map((fact) => `${name}.md has other ${fact} in English than in Spanish`)
}

function textFaults(name: string, language: Language, pages: Pages): readonly string[] {
  const page = pages[language].get(name)
  if (page === undefined) return []
  const text = [page.title, page.summary, page.content_note ?? '', plainText(page.markdown)].join('\n')
  const links = [...page.markdown.matchAll(/\]\(([^)]*)\)/g)].map(([, link = '']) => link)
  const strayed = links.filter((link) => link.startsWith('/') && link.startsWith('/es/') !== (language === 'es'))
  return [
    ...wordFaults(text, language),
    ...links
      .filter((link) => !isSafeLink(link))
      .map((link) => `links to ${link}: only pages of the site and https are shown`),
    ...(page.markdown.includes('![') ? ['shows a picture: pictures are left out'] : []),
    ...strayed.map((link) => `links to ${link}, a page of the other language`),
    ...(page.sources.length === 0 && page.section !== 'site' ? ['names no source'] : []),
    ...readingFaults(plainText(page.markdown), page.band, language),
  ].map((fault) => `${language}/${name}.md ${fault}`)
}
