// Learn: every page of content/pages that names a section, listed by section. A center's own pages appear among them without
// a line of code. Some pages explain, below the text, the indicators that belong to them.

import { languages, pageSections, type Content, type Page, type PageSection } from '../../knowledge/index.ts'
import { Problem } from '../../shared/index.ts'
import { addressIn } from '../parts/address.ts'
import { page, Prose } from '../parts/layout.tsx'
import { Numbers } from '../parts/numbers.tsx'
import { ProvenanceNote } from '../parts/provenance.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { explains, Signs } from './learn-signs.tsx'

/** Without these the site has holes; pages beyond them come and go with content/ and the center's folder. */
const needed = [
  ...Object.keys(explains),
  'what-you-can-do',
  'tonight',
  'for-you',
  'agency-duties',
  'leaving-safely',
  'about',
]

/** What is made from more than a page of text, listed beside the pages of a section. */
const alsoListed: Partial<Record<PageSection, readonly { path: string; name: 'practice' | 'handouts' }[]>> = {
  talk: [{ path: '/learn/practice', name: 'practice' }],
  young: [{ path: '/learn/practice', name: 'practice' }],
  work: [{ path: '/learn/handouts', name: 'handouts' }],
}

/** Sections in the order of their urgency; pages of the site itself are in the footer. */
const listed = pageSections.filter((section) => section !== 'site')

export const learnIndex: Handler = (visit) => {
  const { say } = visit
  return page({
    visit,
    title: say('learn.title'),
    summary: say('learn.lead'),
    children: (
      <>
        <h1>{say('learn.heading')}</h1>
        <p class="fb-lead">{say('learn.lead')}</p>
        {listed.map((section) => (
          <>
            <h2 id={section}>{say(`section.${section}`)}</h2>
            <Cards visit={visit} section={section} />
          </>
        ))}
      </>
    ),
  })
}

const Cards = ({ visit, section }: { visit: Visit; section: PageSection }) => (
  <ul class="fb-cards">
    {pagesOf(visit, section).map(([name, { title, summary }]) => (
      <Card address={addressIn(visit.language, `/learn/${name}`)} title={title} summary={summary} />
    ))}
    {(alsoListed[section] ?? []).map(({ path, name }) => (
      <Card
        address={addressIn(visit.language, path)}
        title={visit.say(`learn.${name}`)}
        summary={visit.say(`learn.${name}.what`)}
      />
    ))}
  </ul>
)

const Card = ({ address, title, summary }: { address: string; title: string; summary: string }) => (
  <li>
    <a href={address}>
      <strong>{title}</strong>
      <span>{summary}</span>
    </a>
  </li>
)

/** The pages of a section in their order; a center's page with a number of ours stands after ours. */
const pagesOf = ({ services, language }: Visit, section: PageSection): readonly (readonly [string, Page])[] =>
  [...services.content.pages[language]]
    .filter(([, one]) => one.section === section)
    .sort(([, one], [, other]) => one.order - other.order)

/** One page of Learn, by its file's name. */
export const learnPage: Handler = (visit) => {
  const name = visit.request.req.param('page') ?? ''
  const found = pageOf(visit, name)
  if (found.section === 'site') throw new Problem('not-found')
  return contentPage(
    visit,
    found,
    <>
      <Signs visit={visit} roles={explains[name] ?? []} />
      {found.section === 'tonight' ? <Numbers visit={visit} /> : null}
      <Onward visit={visit} name={name} section={found.section} />
    </>,
  )
}

/** A page of content/pages that stands alone, such as the one on leaving safely. */
export const singlePage =
  (name: string): Handler =>
  (visit) =>
    contentPage(visit, pageOf(visit, name), null)

export function pageOf({ services, language }: Pick<Visit, 'services' | 'language'>, name: string): Page {
  const found = services.content.pages[language].get(name)
  if (found === undefined) throw new Problem('not-found')
  return found
}

/** The service does not start without every page the site needs, in every language. Throws an Error naming the first one. */
export function requirePages(content: Content): void {
  const missing = languages.flatMap((language) =>
    needed.filter((name) => !content.pages[language].has(name)).map((name) => `${language}/${name}.md`),
  )
  if (missing[0] !== undefined) throw new Error(`content: the page ${missing[0]} is missing`)
}

/** The next page of the section; after the last one of the chapters, to what the reader noticed. */
const Onward = ({ visit, name, section }: { visit: Visit; name: string; section: PageSection }) => {
  const pages = pagesOf(visit, section)
  const next = pages[pages.findIndex(([one]) => one === name) + 1]
  if (next !== undefined) {
    return (
      <p>
        <a href={addressIn(visit.language, `/learn/${next[0]}`)}>{visit.say('learn.next', { title: next[1].title })}</a>
      </p>
    )
  }
  return (
    <p>
      <a href={addressIn(visit.language, section === 'understand' ? '/check' : '/learn')}>
        {visit.say(section === 'understand' ? 'learn.to-check' : 'learn.to-all')}
      </a>
    </p>
  )
}

function contentPage(visit: Visit, content: Page, after: unknown): Response | Promise<Response> {
  return page({
    visit,
    title: content.tab ?? content.title,
    summary: content.summary,
    children: (
      <>
        <h1>{content.title}</h1>
        {content.content_note === null ? null : <p class="fb-note">{content.content_note}</p>}
        <Prose html={content.html} />
        {after}
        <ProvenanceNote say={visit.say} of={content} />
      </>
    ),
  })
}
