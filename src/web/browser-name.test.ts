// Two words from short lists, and nothing else of what a browser says of itself.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { browserNamed } from './browser-name.ts'

describe('the name of a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari, iOS'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.5.0', ''],
  ])('of %s is %s', (text, name) => {
    expect(browserNamed(text)).toBe(name)
  })

  it('holds nothing that was sent', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(browserNamed(`Firefox/1 ${text} Linux`)).toMatch(/^[A-Za-z ]+(, [A-Za-z]+)?$/)
      }),
    )
  })
})
