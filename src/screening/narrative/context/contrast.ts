// "Her cousins are in a gang, but she is not": what is told of another is denied of the child.

import type { Span } from './spans.ts'

const child = {
  en: 'she|he|they|youth|pt|student|client|cl|resident|i',
  es: 'ella|[eé]l|yo|la joven|el joven|la menor|el menor',
} as const
const begins = String.raw`(?:^|[,;—–(]|\b(?:pero|but|y|and|though|while|aunque|mientras)\b)\s*["'“‘«]?(?:que\s+)?`
const closes = String.raw`\s*(?:$|[.,;)!?"'”’»]`

/** "She isn't", "he says he does not", "she's not", "not her". */
const isNot =
  String.raw`(?:(?:${child.en})\s+(?:(?:says|said|insists|swears)\s+(?:he|she)\s+)?(?:is|does|has|was|did)(?:\s+not|n['’]t)` +
  String.raw`|(?:she|he)['’]s\s+not|not\s+(?:her|him|me))(?=${closes}|himself|herself|involved|either|in\b|part\b|one\b|want))`

/** "Youth denies", "él niega las dos cosas". */
const denies =
  String.raw`(?:${child.en}|${child.es})\s+(?:denies|(?:lo\s+)?niega)` +
  String.raw`(?:\s+(?:it|both|that|las dos cosas|ambas cosas|todo))?(?=${closes}))`

/** "Ella no", "él dice que no", "ella no anda en eso". */
const noEs =
  String.raw`(?:${child.es})\s+(?:(?:dice|dijo|asegura|afirma|jura)\s+que\s+)?no` +
  String.raw`(?=${closes}|le entra|quiere nada|anda|se mete|se junta|est[aá]\b|es\b|consume|toma|fuma))`

const contrast = new RegExp(`${begins}(${isNot}|${denies}|${noEs})`, 'iu')

const longestContrast = 90

/** Where the words behind another person's finding say that it is not so of the child. */
export function contrastAfter(text: string, from: number, to: number): Span | undefined {
  const found = contrast.exec(text.slice(from, Math.min(to, from + longestContrast)))
  if (found?.[1] === undefined) return undefined
  const end = from + found.index + found[0].length
  return { start: end - found[1].length, end }
}
