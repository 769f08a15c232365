// Learn: every page of content/pages that names a section, listed by section. A center's own pages appear among them without
// a line of code. Some pages explain, below the text, the indicators that belong to them.

import {
  languages,
  pageSections,
  type Content,
  type Indicator,
  type IndicatorRole,
  type Page,
  type PageSection,
} from '../../knowledge/index.ts'
import { Problem } from '../../shared/index.ts'
import { addressIn } from '../parts/address.ts'
import { evidenceSentence } from '../parts/evidence.ts'
import { page, Prose } from '../parts/layout.tsx'
import { Provenance } from '../parts/provenance.tsx'
import type { Handler, Visit } from '../route-table.ts'

/** The roles of the indicators that a page explains. */
const explains: Readonly<Record<string, readonly IndicatorRole[]>> = {
  'what-it-is': ['definition'],
  'who-is-at-risk': ['vulnerability', 'risk'],
  where: ['place'],
  'promises-and-threats': ['lure', 'control'],
  signs: ['sign'],
}

/** Without these the site has holes; pages beyond them come and go with content/ and the center's folder. */
const needed = [...Object.keys(explains), 'what-you-can-do', 'tonight', 'for-you', 'leaving-safely', 'about']

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
      <li>
        <a href={addressIn(visit.language, `/learn/${name}`)}>
          <strong>{title}</strong>
          <span>{summary}</span>
        </a>
      </li>
    ))}
  </ul>
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
    title: content.title,
    summary: content.summary,
    children: (
      <>
        <h1>{content.title}</h1>
        {content.content_note === null ? null : <p class="fb-note">{content.content_note}</p>}
        <Prose html={content.html} />
        {after}
        <Provenance say={visit.say} page={content} />
      </>
    ),
  })
}

const Signs = ({ visit, roles }: { visit: Visit; roles: readonly IndicatorRole[] }) => {
  const { indicators, explanations, evidence } = visit.services.content
  const has = (role: IndicatorRole) => (indicator: Indicator) => indicator.roles.includes(role)
  return (
    <>
      {roles.map((role) => (
        <>
          <h2>{visit.say(`role.${role}`)}</h2>
          <div class="fb-signs">
            {indicators.filter(has(role)).map(({ code }) => (
              <details>
                <summary>{explanations[visit.language][code].name}</summary>
                <p>
                  {explanations[visit.language][code].what} {evidenceSentence(visit.say, evidence[code].class)}
                </p>
                <dl>
                  <dt>{visit.say('sign.looks-like')}</dt>
                  <dd>{explanations[visit.language][code].looks_like}</dd>
                  <dt>{visit.say('sign.may-also-mean')}</dt>
                  <dd>{explanations[visit.language][code].may_also_mean}</dd>
                  <dt>{visit.say('sign.do')}</dt>
                  <dd>{explanations[visit.language][code].do}</dd>
                </dl>
              </details>
            ))}
          </div>
        </>
      ))}
    </>
  )
}
