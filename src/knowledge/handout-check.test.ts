import { describe, expect, it } from 'vitest'

import { content } from '../../tests/home.ts'
import { findHandoutFaults, type Handout, type Handouts } from './index.ts'

const changed = (change: Partial<Handout>): Handouts => ({
  ...content.handouts,
  en: { ...content.handouts.en, 'what-to-say': { ...content.handouts.en['what-to-say'], ...change } },
})

describe('findHandoutFaults', () => {
  it('finds nothing wrong with ours', () => {
    expect(findHandoutFaults(content.handouts)).toEqual([])
  })

  it.each([
    ['a phone number typed by hand', { note: 'Call 555-010-0199.' }, 'has the number 555-010-0199'],
    ['a short code typed by hand', { note: 'Text 233733.' }, 'has the number 233733'],
    ['a refused word', { note: 'Help for a minor.' }, '"minor"'],
    [
      'text that is hard to read',
      { lead: 'Professional intervention necessitates considerable preparation '.repeat(12) },
      'is hard to read',
    ],
    ['no source', { sources: [] }, 'names no source'],
    ['a note in one language only', { note: 'Be kind.' }, 'English and Spanish differ in: note'],
    ['other calls', { calls: [] }, 'English and Spanish differ in: calls'],
  ])('names %s', (_, change, fault) => {
    expect(findHandoutFaults(changed(change)).join('\n')).toContain(fault)
  })

  it('takes 911 and 988 in the text', () => {
    expect(findHandoutFaults(changed({ lead: 'Call 911 or 988.' }))).toEqual([])
  })
})
