// Addresses by language: English at the root, every other language under its own prefix with the same words.

import { languages, type Language } from '../../knowledge/index.ts'

export function addressIn(language: Language, path: string): string {
  if (language === 'en') return path
  return path === '/' ? `/${language}` : `/${language}${path}`
}

/** The prefixes a page is registered under. */
export const prefixes: readonly (readonly [Language, string])[] = languages.map((language) => [
  language,
  language === 'en' ? '' : `/${language}`,
])
