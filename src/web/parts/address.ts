// Addresses by language: English at the root, every other language under its own prefix with the same words.

import { languages, type Language } from '../../knowledge/index.ts'

export function addressIn(language: Language, path: string): string {
  if (language === 'en') return path
  return path === '/' ? `/${language}` : `/${language}${path}`
}

/** The whole address, as search engines want it; a copy is folders, so its addresses end with a slash. */
export function wholeAddress(origin: string, language: Language, path: string, inCopy: boolean): string {
  const address = addressIn(language, path)
  return `${origin}${address}${inCopy && !address.endsWith('/') ? '/' : ''}`
}

/** The prefixes a page is registered under. */
export const prefixes: readonly (readonly [Language, string])[] = languages.map((language) => [
  language,
  language === 'en' ? '' : `/${language}`,
])
