// Shows another page in the place of this one: its nodes, title and language, under its address, in the same history
// entry. The one Trusted Types policy of the site is here, and only an HTML answer of our own server goes through it.

import { hasKept, keepShown, takeLast } from './kept-pages.ts'

type Policy = { createHTML(text: string): string }

/** A browser without Trusted Types has no such object; where they are, the "string" is one that the parser trusts. */
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined

const asIs: Policy = { createHTML: (text) => text }
let policy: Policy | undefined

/** Made when it is first needed: were it ever refused, the exit must still work. */
const ours = (): Policy =>
  (policy ??= typeof trustedTypes === 'undefined' ? asIs : trustedTypes.createPolicy('footbridge', asIs))

/** A page as a document of its own. No script in it ever runs: none is let through. */
export function parsePage(text: string): Document {
  const page = new DOMParser().parseFromString(ours().createHTML(text), 'text/html')
  for (const node of page.querySelectorAll('script, noscript')) node.remove()
  return page
}

/**
 * False after an upgrade of the service, and between public and staff pages: the page wants a style sheet that this document
 * does not have. False too for a page with a second sheet: it has a script of its own, which a swap would not run.
 */
export function isOfThisBuild(page: Document): boolean {
  const [sheet, ...more] = sheetsOf(page)
  const here = sheetsOf(document)
  return more.length === 0 && here.length === 1 && sheet === here[0]
}

const sheetsOf = (page: Document): readonly (string | null)[] =>
  [...page.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href'))

export function showPage(page: Document, address: string): void {
  keepShown()
  show({ nodes: page.body, title: page.title, language: page.documentElement.lang, address })
  const { hash } = new URL(address)
  scrollTo(0, 0)
  focusOn(document.querySelector('.govuk-error-summary') ?? document.querySelector('main h1'))
  if (hash !== '') location.replace(hash)
}

/** The page before, as it was left. */
export function showEarlier(): void {
  const page = takeLast()
  if (page === undefined) return
  show(page)
  scrollTo(0, page.scrolled)
  focusOn(page.focused?.isConnected === true && page.focused !== document.body ? page.focused : null)
}

type Shown = {
  readonly nodes: ParentNode
  readonly title: string
  readonly language: string
  readonly address: string
}

function show({ nodes, title, language, address }: Shown): void {
  document.body.replaceChildren(...nodes.childNodes)
  document.title = title
  document.documentElement.lang = language
  history.replaceState(null, '', address)
  tellShown()
}

/** A screen reader goes on from there. What is no control takes focus only from here. */
function focusOn(found: Element | null): void {
  const target = found ?? document.querySelector('main')
  if (!(target instanceof HTMLElement)) return
  if (target.tabIndex < 0) target.tabIndex = -1
  target.focus({ preventScroll: true })
}

/** Other scripts of the site listen for `fb:shown`: after the first load, and whenever another page is in its place. */
export function tellShown(): void {
  for (const back of document.querySelectorAll<HTMLElement>('.fb-back')) back.hidden = !hasKept()
  document.dispatchEvent(new CustomEvent('fb:shown'))
}
