// Makes a style sheet small enough for a cheap phone on a slow line: only what our pages can use. A class that no
// page names, a print size of a form part, a fallback for browsers without custom properties: all bytes for nobody.

import { join } from 'node:path'

import type { Plugin } from 'postcss'

/** Classes are looked for in the given folders of src/web: pages, parts and browser modules. Returns the style sheet; throws on wrong CSS. */
export async function leanStyles(css: string, home: string, folders: readonly string[]): Promise<string> {
  const [{ PurgeCSS }, { default: postcss }] = await Promise.all([import('purgecss'), import('postcss')])
  const [purged] = await new PurgeCSS().purge({
    content: folders.map((folder) => join(home, 'src/web', folder, '**/*.{ts,tsx}')),
    css: [{ raw: css }],
    keyframes: true,
    // Their values come from other rooms, at run time.
    dynamicAttributes: ['data-because', 'data-step', 'aria-busy'],
    // Written by the style sheet itself or by Markdown, not by a page's source; and a name that is put together.
    safelist: {
      standard: [
        'html',
        'body',
        'h1',
        'h2',
        'h3',
        'dl',
        'dt',
        'dd',
        'ol',
        'summary',
        'details',
        /^govuk-input--width-[125]0?$/,
      ],
    },
  })
  const { css: lean } = await postcss([withoutWaste]).process(purged?.css ?? css, { from: undefined })
  return lean
}

const isFormPart = (selector: string): boolean => selector.startsWith('.govuk-')

/** No field of ours is ever disabled or takes a number with arrows; the rest is for browsers long gone. */
const nothingOfOurs = /disabled|\[type=number\]|spin-button|-moz-focus-inner/

/** Our frame sets fonts and print sizes once; each form part of govuk-frontend says them again. */
const withoutWaste: Plugin = {
  postcssPlugin: 'footbridge-without-waste',
  OnceExit(root) {
    root.walkDecls((declaration) => {
      const parent = declaration.parent
      const selector = parent !== undefined && 'selector' in parent ? parent.selector : ''
      const isRepeated = declaration.prop === 'font-family' && declaration.value !== 'inherit'
      if (isFormPart(selector) && isRepeated) declaration.remove()
      else if (/font-smoothing$/.test(declaration.prop)) declaration.remove()
      else declaration.value = declaration.value.replaceAll(/var\((--govuk-[a-z-]+),\s*#[0-9a-f]{3,8}\)/g, 'var($1)')
    })
    root.walkAtRules('media', (rule) => {
      if (rule.params !== 'print') return
      rule.walkRules((inner) => {
        if (inner.selectors.every((selector) => isFormPart(selector) && !selector.includes('skip-link'))) inner.remove()
      })
    })
    root.walkAtRules('supports', (rule) => {
      if (rule.params.startsWith('not ')) rule.remove()
    })
    root.walkRules((rule) => {
      const kept = rule.selectors.filter((selector) => !(isFormPart(selector) && nothingOfOurs.test(selector)))
      if (kept.length === 0 || rule.nodes.length === 0) rule.remove()
      else rule.selectors = kept
    })
    root.walkAtRules((rule) => {
      if (rule.nodes?.length === 0) rule.remove()
    })
  },
}
