// The frame of every public page: skip link, name, ways through the site, language, content, footer, and the exit.

import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

import type { Visit } from '../route-table.ts'
import { addressIn } from './address.ts'
import { exitAddressOf } from './copy.ts'
import { HiddenFields, type Fields } from './fields.tsx'
import { Logo } from './logo.tsx'
import { PageHead } from './page-head.tsx'

export type PageParts = {
  readonly visit: Visit
  /** Neutral and short: it stays in the browser's history. */
  readonly title: string
  /** One sentence for search engines and shared links; a neutral one stands where there is none. */
  readonly summary?: string
  readonly children?: Child
  /** Answers that a change of language takes along, by POST. Absent on pages that were reached by a link. */
  readonly answers?: Fields
  /** Id of the form on this page: a change of language sends it along as it is, so that nothing typed is lost. */
  readonly form?: string
  /** The style sheet; absent: the public one. */
  readonly sheet?: 'staff.css'
  /** Pages of signed-in staff: their own ways through the site in place of the public ones, and no promise that nothing is kept. */
  readonly staffNavigation?: Child
  /** What the page loads besides. A page with a style sheet of its own is never swapped in place (client/swap.ts). */
  readonly head?: Child
}

type SwitchParts = Pick<PageParts, 'visit'> & {
  readonly answers: Fields | undefined
  readonly form: string | undefined
}

const navigation = ['/learn', '/check', '/report'] as const

const footerLinks = [
  ['/leaving-safely', 'footer.leaving'],
  ['/about', 'footer.about'],
  ['/support', 'footer.support'],
] as const

/** A whole page as a response that no cache keeps. */
export function page(parts: PageParts, status: ContentfulStatusCode = 200): Response | Promise<Response> {
  const { visit } = parts
  const text = html`<!doctype html>${(<Document parts={parts} whole={status === 200} />)}`
  return visit.request.html(text, status, { 'Cache-Control': 'no-store', 'Content-Language': visit.language })
}

type DocumentParts = { readonly parts: PageParts; readonly whole: boolean }

const Document = ({
  parts: { visit, title, summary, children, answers, form, sheet, head, staffNavigation },
  whole,
}: DocumentParts) => (
  <html lang={visit.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} – Footbridge`}</title>
      <PageHead visit={visit} title={title} summary={summary} whole={whole} />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={visit.services.assets.address('favicon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={visit.services.assets.address(sheet ?? 'public.css')} />
      <script type="module" src={visit.services.assets.address('exit.js')}></script>
      {head}
    </head>
    <body>
      <a href="#main" class="govuk-skip-link">
        {visit.say('skip')}
      </a>
      <Exit visit={visit} />
      {/* Enter in a field presses the first button of its form in the document: it must not be the one for the language. */}
      {form === undefined ? null : <button type="submit" form={form} hidden></button>}
      <Header visit={visit} answers={answers} form={form} staffNavigation={staffNavigation} />
      <main id="main" tabindex={-1}>
        <div class="fb-width">
          {/* Shown by the script once there is a page to go back to: with it, the browser's own Back leaves the site. */}
          <button type="button" class="fb-back fb-noprint" hidden>
            {visit.say('back')}
          </button>
          {children}
        </div>
      </main>
      {staffNavigation === undefined ? <Footer visit={visit} /> : null}
    </body>
  </html>
)

const Header = ({ visit, answers, form, staffNavigation }: SwitchParts & { staffNavigation: Child }) => (
  <header class="fb-header">
    <div class="fb-width">
      <a class="fb-name" href={addressIn(visit.language, '/')}>
        <Logo />
        <span>Footbridge</span>
      </a>
      <LanguageSwitch visit={visit} answers={answers} form={form} />
      {staffNavigation ?? <PublicNavigation visit={visit} />}
    </div>
  </header>
)

const PublicNavigation = ({ visit }: Pick<PageParts, 'visit'>) => (
  <nav aria-label={visit.say('nav.label')}>
    <ul class="fb-nav">
      {navigation.map((path) => (
        <li>
          <a
            href={addressIn(visit.language, path)}
            aria-current={visit.path === path ? 'page' : visit.path.startsWith(path) ? 'true' : undefined}
          >
            {visit.say(`nav${path}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The same page in the other language; on a page made from answers it takes them along, and puts none in the address. */
const LanguageSwitch = ({ visit, answers, form }: SwitchParts) => {
  const other = visit.language === 'en' ? 'es' : 'en'
  const address = addressIn(other, visit.path)
  if (form !== undefined && visit.services.copy === null) {
    return (
      <div class="fb-language">
        <button type="submit" form={form} formaction={address} name="again" value="yes" lang={other}>
          {visit.say('language.other')}
        </button>
      </div>
    )
  }
  if (answers === undefined) {
    return (
      <a class="fb-language" href={address} lang={other} hreflang={other}>
        {visit.say('language.other')}
      </a>
    )
  }
  return (
    <form class="fb-language" method="post" action={address} autocomplete="off">
      <HiddenFields fields={answers} />
      <button type="submit" lang={other}>
        {visit.say('language.other')}
      </button>
    </form>
  )
}

const Exit = ({ visit }: Pick<PageParts, 'visit'>) => (
  <div role="region" aria-label={visit.say('exit.label')}>
    <a
      class="fb-exit"
      href={exitAddressOf(visit.services)}
      rel="nofollow noreferrer"
      data-away={visit.services.exitAddress}
    >
      {visit.say('exit')}
    </a>
    <span class="fb-press fb-heard" role="status" data-more={visit.say('exit.once-more')}></span>
  </div>
)

const Footer = ({ visit }: Pick<PageParts, 'visit'>) => (
  <footer class="fb-footer">
    <div class="fb-width">
      <p>
        {visit.say('footer.kept')}
        <CenterName visit={visit} />
      </p>
      <ul class="fb-nav">
        {footerLinks.map(([path, words]) => (
          <li>
            <a href={addressIn(visit.language, path)}>{visit.say(words)}</a>
          </li>
        ))}
      </ul>
    </div>
  </footer>
)

const CenterName = ({ visit: { say, services } }: Pick<PageParts, 'visit'>) => {
  const { profile } = services.content.center
  return profile === null ? null : <> {say('footer.center', { name: profile.name })}</>
}

/** HTML that our own Markdown renderer made from content/pages; raw HTML in a page was escaped there. */
export const Prose = ({ html: trusted }: { html: string }) => <>{raw(trusted)}</>
