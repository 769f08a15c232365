// Leaves out of the style sheet what no page can use: govuk-frontend's components bring every variant they have, and a
// first load is to stay within 15 kB. A rule goes when each of its selectors names a govuk class that stands in none of our
// sources, or a state or browser that we do not have; so do the sizes in print of parts that are for the screen.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `sources`: the folder whose .tsx files write the classes. `css` is what sass made, compressed. */
export function trimStyles(css: string, sources: string): string {
  const written = classesIn(sources)
  const isUsed = (name: string): boolean =>
    !name.startsWith('govuk-') || written.has(name) || [...written].some((one) => isStart(one) && name.startsWith(one))
  return css
    .replaceAll(/@media print\{\.govuk-[^{}]*\{[^{}]*\}\}/g, '')
    .replaceAll(/([^{}]*)\{([^{}]*)\}/g, (rule, selectors: string, body: string) => {
      if (selectors.trim().startsWith('@')) return rule
      const kept = listOf(selectors).filter(
        (selector) => !elsewhere.test(selector) && classesOf(selector).every(isUsed),
      )
      return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`
    })
    .replaceAll(/@(?:media|supports)[^{};]*\{\}/g, '')
    .replaceAll(/(var\(--govuk-[\w-]+), ?#[0-9a-f]{3,8}\)/g, '$1)')
    .replaceAll(/--govuk-(?:frontend-version|breakpoint-\w+): ?[^;}]*;?/g, '')
    .replaceAll(/(?<=^|[{}])([^{}@]+)\{([^{}]+)\}(?:\1\{([^{}]+)\})+/g, joined)
}

const elsewhere = /\[disabled\]|:disabled|-moz-|-ms-/

/** Whole names, and the starts of names that are put together: 'govuk-input--width-'. */
function classesIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  return new Set(files.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/\bgovuk-[\w-]+/g) ?? []))
}

const isStart = (name: string): boolean => name.endsWith('-')

/** Rules of the same selector that follow each other, as one. */
const joined = (rules: string, selector: string): string =>
  `${selector}{${rules.slice(selector.length + 1, -1).replaceAll(`}${selector}{`, ';')}}`

/** A comma inside brackets parts no selectors. */
const listOf = (selectors: string): readonly string[] => selectors.split(/,(?![^(]*\))/)

/** What `:not()` names need not be there. */
const classesOf = (selector: string): readonly string[] =>
  [...selector.replaceAll(/:not\([^)]*\)/g, '').matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name)
