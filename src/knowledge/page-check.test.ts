import { describe, expect, it } from 'vitest'

import { findPageFaults } from './page-check.ts'
import { parsePage } from './page.ts'

const front = (band: string) => `title: "Una página"
summary: "One plain sentence."
content_note: null
band: ${band}
section: understand
order: 1
sources: [{ name: "A book", address: null, date: null }]
last_reviewed: 2026-11-24
reviewed_by: []`

const pair = ({ en = 'Read this.', es = 'Lea esto.', band = 'adult' }) => ({
  en: new Map([['x', parsePage(`---\n${front(band)}\n---\n${en}\n`, 'en/x.md')]]),
  es: new Map([['x', parsePage(`---\n${front(band)}\n---\n${es}\n`, 'es/x.md')]]),
})

const hard = 'Multidisciplinary collaboration necessitates comprehensive institutional accountability considerations.'

describe('findPageFaults', () => {
  it('finds nothing in a plain page that is in step', () => {
    expect(findPageFaults(pair({}))).toEqual([])
  })

  it.each([
    ['another number of headings', { en: '## One\n\nRead this.' }, 'other headings'],
    ['another number of list items', { es: '- Lea esto.' }, 'other list items'],
    ['a phone number', { en: 'Call 800-555-0100.' }, 'the number 800-555'],
    ['a link to the other language', { es: 'Lea [esto](/learn).' }, 'links to /learn'],
    ['a link that runs', { en: '[x](javascript:alert(1))' }, 'links to javascript'],
    ['a picture', { en: '![x](https://a.example/p.png)' }, 'shows a picture'],
    ['a number in brackets', { en: 'Call (800) 555 1234.' }, 'the number 800) 555 1234'],
    ['a number with dots', { en: 'Call 800.555.1234 now.' }, 'the number 800.555.1234'],
    ['a refused word', { en: 'A teen prostitute.' }, 'commercially sexually exploited child'],
    ['long words', { en: hard }, 'is hard to read: grade'],
    ['long Spanish words', { es: 'Institucionalización interdisciplinaria responsabilizadora.' }, 'Fernández-Huerta'],
  ])('finds %s', (_, texts, fault) => {
    expect(findPageFaults(pair(texts)).join('\n')).toContain(fault)
  })

  it('asks more of a page for children than of one for professionals', () => {
    const en =
      'A teacher can tell the people whose work is keeping children safe, and they will listen to what you say.'
    const faults = (band: string) => findPageFaults(pair({ en, band })).filter((fault) => fault.startsWith('en/'))
    expect(faults('professional')).toEqual([])
    expect(faults('child')).toHaveLength(1)
  })

  it('finds a page that one language lacks', () => {
    expect(findPageFaults({ ...pair({}), es: new Map() })).toEqual([
      'es/x.md is missing: each page exists in both languages',
    ])
  })
})
