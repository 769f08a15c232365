import { describe, expect, it } from 'vitest'

import { content, directory } from '../../tests/home.ts'
import { whoListens } from './who-listens.ts'

describe('whoListens', () => {
  it('gives each line a number of the directory that may be shown, and what it passes on', () => {
    const listeners = whoListens(directory, content.listeners, 'en')
    expect(listeners.map(({ numbers }) => numbers[0])).toEqual([
      '988',
      '1-888-373-7888',
      '1-800-786-2929',
      '1-800-656-4673',
      '1-800-422-4453',
    ])
    for (const { passesOn } of listeners) expect(passesOn.length).toBeGreaterThan(40)
    expect(listeners[1]?.text).toBe('233733')
  })

  it('leaves out a line whose number may not be shown', () => {
    const file = {
      ...content.listeners,
      lines: [{ line: 'US/crisis-text', passes_on: { en: 'x', es: 'x' }, source: null }],
    }
    expect(whoListens(directory, file, 'es')).toEqual([])
  })

  it('refuses a line that nobody knows', () => {
    const file = { ...content.listeners, lines: [{ line: 'US/none', passes_on: { en: 'x', es: 'x' }, source: null }] }
    expect(() => whoListens(directory, file, 'en')).toThrow('US/none')
  })
})
