// The style sheet keeps every rule that a page can use, and nothing of a rule is changed but what nobody needs.

import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { trimStyles } from '../../bin/trim-styles.ts'
import { home } from '../home.ts'

const trimmed = (css: string): string => trimStyles(css, join(home, 'src/web'))

describe('trimming the style sheet', () => {
  it.each([
    ['.govuk-button{color:#fff}', 'a part that is used'],
    ['.govuk-input--width-10{max-width:11em}', 'a name that is put together'],
    ['.fb-exit{position:fixed}', 'our own'],
    ['a:hover,main{color:red}', 'what names no class'],
    ['@media(min-width: 40em){.govuk-button{width:auto}.fb-row{display:grid}}', 'what is inside a condition'],
    ['.govuk-hint:not(.govuk-label--xl){margin:0}', 'what only must not be there'],
  ])('keeps %s: %s', (css) => {
    expect(trimmed(css)).toBe(css)
  })

  it.each([
    ['.govuk-button--warning{color:red}', '', 'a part that is not used'],
    ['.govuk-button,.govuk-button--warning{top:0}', '.govuk-button{top:0}', 'one of two selectors'],
    ['@media(min-width: 40em){.govuk-button--start{top:0}}', '', 'a condition with nothing left in it'],
    ['.govuk-button[disabled]{opacity:.5}', '', 'a state that we do not have'],
    ['@media print{.govuk-hint{font-size:14pt}}', '', 'print sizes of parts for the screen'],
    [
      '.fb-note{color:var(--govuk-text-colour, #0b0c0c)}',
      '.fb-note{color:var(--govuk-text-colour)}',
      'a second colour',
    ],
    ['main{top:0}main{left:0}main{right:0}', 'main{top:0;left:0;right:0}', 'the same selector again'],
  ])('makes %s into "%s": %s', (css, expected) => {
    expect(trimmed(css)).toBe(expected)
  })
})
