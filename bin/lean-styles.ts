// Makes the public style sheet small enough for a cheap phone on a slow line: only what our pages can use. A class that no
// page names, a print size of a form part, a fallback for browsers without custom properties: all bytes for nobody.

import { join } from 'node:path'

import type { Plugin } from 'postcss'

/** Classes are looked for in the pages, parts and browser modules. Returns the style sheet; throws on wrong CSS. */
export async function leanStyles(css: string, home: string): Promise<string> {
  const [{ PurgeCSS }, { default: postcss }] = await Promise.all([import('purgecss'), import('postcss')])
  const [purged] = await new PurgeCSS().purge({
    content: ['public', 'parts', 'client'].map((folder) => join(home, 'src/web', folder, '**/*.{ts,tsx}')),
    css: [{ raw: css }],
    keyframes: true,
    // Their values come from the rooms below, so no page's source names all of them.
    dynamicAttributes: ['data-step', 'data-because'],
    // Written by the style sheet itself or by Markdown, not by a page's source.
    safelist: { standard: ['html', 'body', 'h1', 'h2', 'h3', 'dl', 'dt', 'dd', 'ol', 'summary', 'details'] },
  })
  const { css: lean } = await postcss([withoutWaste]).process(purged?.css ?? css, { from: undefined })
  return lean
}

const isFormPart = (selector: string): boolean => selector.startsWith('.govuk-')

/** Our frame sets fonts and print sizes once; each form part of govuk-frontend says them again. */
const withoutWaste: Plugin = {
  postcssPlugin: 'footbridge-without-waste',
  OnceExit(root) {
    root.walkDecls((declaration) => {
      const parent = declaration.parent
      const selector = parent !== undefined && 'selector' in parent ? parent.selector : ''
      if (isFormPart(selector) && declaration.prop === 'font-family') declaration.remove()
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
      if (rule.nodes.length === 0) rule.remove()
    })
    root.walkAtRules((rule) => {
      if (rule.nodes?.length === 0) rule.remove()
    })
  },
}
