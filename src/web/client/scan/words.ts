// The texts that the page brings along for the script, by key; and parts of the page by their id.

import type { IndicatorCode } from '../../../knowledge/index.ts'
import type { ScanWord } from '../../staff/scan/scan-words.ts'

/** Throws when the page and this script are not of one build. */
export function foundAs<Kind extends HTMLElement>(within: ParentNode, selector: string, kind: new () => Kind): Kind {
  const element = within.querySelector(selector)
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}`)
  return element
}

export const found = (within: ParentNode, selector: string): HTMLElement => foundAs(within, selector, HTMLElement)

/** Held for good: after an exit it is in no document any more, and still has to be emptied. */
export const scanner = found(document, '#scan')

export const part = (id: string): HTMLElement => found(scanner, `#${id}`)

const textIn = (within: ParentNode, selector: string): string => found(within, selector).textContent

const contentOf = (id: string): DocumentFragment => foundAs(scanner, `#${id}`, HTMLTemplateElement).content

export const word = (key: ScanWord): string => textIn(contentOf('scan-words'), `[data-word="${key}"]`)

export type IndicatorText = { readonly name: string; readonly evidence: string; readonly mayAlsoMean: string }

export function indicatorText(code: IndicatorCode): IndicatorText {
  const own = found(contentOf('scan-indicators'), `[data-code="${code}"]`)
  return {
    name: textIn(own, 'dt'),
    mayAlsoMean: textIn(own, 'dd'),
    evidence: textIn(contentOf('scan-words'), `[data-evidence="${own.dataset['class'] ?? ''}"]`),
  }
}

export const emptyFinding = (): HTMLElement =>
  document.importNode(found(contentOf('scan-finding'), '.fb-finding'), true)
