// Markdown to HTML for pages that people write, ours and a center's: raw HTML is shown as text, links lead to pages of the
// site or to https, pictures are left out. Not even a host without headers can be made to run or load anything by a page.

import { Marked, type Tokens } from 'marked'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A page of the site, a place on it, or another site by https. */
export const isSafeLink = (href: string): boolean => /^(\/(?!\/)|#|https:\/\/)/.test(href)

const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ text }) => escaped(text),
    link({ href, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens)
      if (!isSafeLink(href)) return words
      const away = href.startsWith('https:') ? ' rel="noreferrer"' : ''
      return `<a href="${escaped(href)}"${away}>${words}</a>`
    },
  },
})

export const htmlOf = (markdown: string): string => marked.parse(markdown, { async: false })
