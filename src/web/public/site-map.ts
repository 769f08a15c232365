// What search engines are told: robots.txt says what is nobody's to list, sitemap.xml lists what may be found, each page with
// its address in the other language.

import { languages } from '../../knowledge/index.ts'
import { Problem } from '../../shared/index.ts'
import { pageAddresses } from '../page-addresses.ts'
import { wholeAddress } from '../parts/address.ts'
import { isFindable } from '../parts/findable.ts'
import type { Handler, Route, Services } from '../route-table.ts'

/** Search engines may find what explains; the steps of a person looking for help are nobody's to list. */
export const robots: Handler = ({ request, services: { origin } }) => {
  const lines = ['/check', '/report', '/set-up', '/staff', '/exit'].flatMap((path) => [
    `Disallow: ${path}`,
    `Disallow: /es${path}`,
  ])
  const map = origin === undefined ? [] : ['', `Sitemap: ${origin}/sitemap.xml`]
  return request.text(['User-agent: *', ...lines, ...map, ''].join('\n'), 200, { 'Cache-Control': 'no-store' })
}

/** Without FOOTBRIDGE_URL there is no whole address to list. The table comes as a function: this is one of its routes. */
export const siteMap =
  (table: () => readonly Route[]): Handler =>
  ({ request, services }) => {
    const { origin, content } = services
    if (origin === undefined) throw new Problem('not-found')
    const pages = pageAddresses(table(), content).filter(isFindable)
    const text = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
      ...pages.flatMap((path) => entries(path, origin, services)),
      '</urlset>',
      '',
    ].join('\n')
    return request.body(text, 200, { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-store' })
  }

function entries(path: string, origin: string, { copy }: Services): readonly string[] {
  const addresses = languages.map((language) => ({
    language,
    address: escaped(wholeAddress(origin, language, path, copy !== null)),
  }))
  const links = addresses.map(
    ({ language, address }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`,
  )
  return addresses.map(({ address }) => `<url><loc>${address}</loc>${links.join('')}</url>`)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
