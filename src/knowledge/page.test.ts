// How a page is read: its front matter is complete, its HTML is harmless, whatever editor wrote it.

import { describe, expect, it } from 'vitest'

import { parsePage } from './page.ts'

const head = `title: "A page"
summary: "One plain sentence."
content_note: null
band: adult
section: understand
order: 1
sources: []
last_reviewed: 2026-11-24
reviewed_by: []`

describe('parsePage', () => {
  it('refuses a page without front matter, and names it', () => {
    expect(() => parsePage('# Hello', 'en/x.md')).toThrow('en/x.md: the page has no front matter')
  })

  it('refuses front matter that lacks a field or has one that nobody knows', () => {
    expect(() => parsePage('---\ntitle: "A page"\n---\nHello', 'x.md')).toThrow('x.md')
    expect(() => parsePage(`---\n${head}\nscore: 3\n---\nHello`, 'x.md')).toThrow('score')
  })

  it('says in one sentence that front matter cannot be read', () => {
    expect(() => parsePage(`---\n${head}\ntitle: [\n---\nHello`, 'x.md')).toThrow(
      /^x\.md cannot be read: .*Correct the file/,
    )
  })

  it('reads a page of Windows as the same page', () => {
    const ours = `---\n${head}\n---\n## Title\n\nOne line,\nand another.\n`
    const theirs = `\uFEFF${ours.replaceAll('\n', '\r\n')}`
    expect(parsePage(theirs, 'x.md')).toEqual(parsePage(ours, 'x.md'))
  })

  it('shows raw HTML as text', () => {
    const { html } = parsePage(`---\n${head}\n---\n<script>alert(1)</script> and <b onclick="x">this</b>`, 'x.md')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<b ')
  })

  it('renders Markdown', () => {
    expect(parsePage(`---\n${head}\n---\n## Title\n\n- one\n`, 'x.md').html).toContain('<h2>Title</h2>')
  })
})
