import { describe, expect, it } from 'vitest'

import { htmlOf } from './markdown.ts'

describe('htmlOf', () => {
  it.each([
    ['[x](javascript:alert(1))', 'x'],
    ['[x](data:text/html,hello)', 'x'],
    ['[x](//evil.example/)', 'x'],
    ['[x](tel:+18005550100)', 'x'],
    ['![a picture](https://evil.example/p.png)', 'a picture'],
    ['<https://evil.example/"onload="x>', 'onload'],
  ])('makes nothing of %s that loads, runs or leaves the site unasked', (markdown, words) => {
    const html = htmlOf(markdown)
    expect(html).toContain(words)
    expect(html).not.toMatch(/javascript:|data:|<img|href="\/\/|href="tel:| onload="/)
  })

  it('leads to pages of the site, and to others by https without telling them where from', () => {
    expect(htmlOf('[here](/learn) and [there](https://a.example/?b=1&c=2)')).toBe(
      '<p><a href="/learn">here</a> and <a href="https://a.example/?b=1&amp;c=2" rel="noreferrer">there</a></p>\n',
    )
  })
})
