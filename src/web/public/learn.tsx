// Learn: six chapters, each from content/pages, with the indicators that belong to it explained below the text.

import {
  languages,
  type Content,
  type Indicator,
  type IndicatorRole,
  type Page,
  type Say,
} from '../../knowledge/index.ts'
import { Problem } from '../../shared/index.ts'
import { addressIn } from '../parts/address.ts'
import { evidenceSentence } from '../parts/evidence.ts'
import { page, Prose } from '../parts/layout.tsx'
import type { Handler, Visit } from '../route-table.ts'

/** The chapters in reading order, each with the roles of the indicators it explains. */
export const chapters = [
  { name: 'what-it-is', roles: ['definition'] },
  { name: 'who-is-at-risk', roles: ['vulnerability', 'risk'] },
  { name: 'where', roles: ['place'] },
  { name: 'promises-and-threats', roles: ['lure', 'control'] },
  { name: 'signs', roles: ['sign'] },
  { name: 'what-you-can-do', roles: [] },
] as const satisfies readonly { readonly name: string; readonly roles: readonly IndicatorRole[] }[]

export const learnIndex: Handler = (visit) => {
  const { say } = visit
  return page({
    visit,
    title: say('learn.title'),
    children: (
      <>
        <h1>{say('learn.heading')}</h1>
        <p class="fb-lead">{say('learn.lead')}</p>
        <ol class="fb-cards">
          {chapters.map(({ name }) => (
            <li>
              <a href={addressIn(visit.language, `/learn/${name}`)}>
                <strong>{pageOf(visit, name).title}</strong>
                <span>{pageOf(visit, name).summary}</span>
              </a>
            </li>
          ))}
        </ol>
      </>
    ),
  })
}

/** The handler of one chapter. */
export const learnChapter =
  (name: (typeof chapters)[number]['name']): Handler =>
  (visit) => {
    const at = chapters.findIndex((chapter) => chapter.name === name)
    return contentPage(
      visit,
      pageOf(visit, name),
      <>
        <Signs visit={visit} roles={chapters[at]?.roles ?? []} />
        <p>
          <a href={addressIn(visit.language, nextAfter(at))}>{nextLabel(visit, at)}</a>
        </p>
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
  const needed = [...chapters.map(({ name }) => name), 'leaving-safely', 'about', 'agency-duties']
  const missing = languages.flatMap((language) =>
    needed.filter((name) => !content.pages[language].has(name)).map((name) => `${language}/${name}.md`),
  )
  if (missing[0] !== undefined) throw new Error(`content: the page ${missing[0]} is missing`)
}

const nextAfter = (at: number): string => {
  const next = chapters[at + 1]
  return next === undefined ? '/check' : `/learn/${next.name}`
}

const nextLabel = (visit: Visit, at: number): string => {
  const next = chapters[at + 1]
  return next === undefined
    ? visit.say('learn.to-check')
    : visit.say('learn.next', { title: pageOf(visit, next.name).title })
}

function contentPage(visit: Visit, content: Page, after: unknown): Response | Promise<Response> {
  return page({
    visit,
    title: content.title,
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

/** Where the page's facts come from, when it was read last, and who outside the project has read it. */
export const Provenance = ({ say, page: { sources, last_reviewed, reviewed_by } }: { say: Say; page: Page }) => (
  <div class="fb-signs fb-noprint">
    <details>
      <summary>{say('page.provenance')}</summary>
      <p>
        {say('page.last-reviewed', { date: last_reviewed })}{' '}
        {reviewed_by.length === 0
          ? say('page.reviewed-by-nobody')
          : say('page.reviewed-by', { who: reviewed_by.map((who) => say(`reviewer.${who}`)).join(', ') })}
      </p>
      <ul>
        {sources.map(({ name, address, date }) => (
          <li>
            {address === null ? (
              name
            ) : (
              <a href={address} rel="noreferrer">
                {name}
              </a>
            )}
            {date === null ? null : ` (${date})`}
          </li>
        ))}
      </ul>
    </details>
  </div>
)
