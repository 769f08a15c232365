// Words that public text never uses, and what to say instead (docs/words.md).
// Statutes may quote them; nothing we write ourselves does.

import type { Language } from './language.ts'

export type RefusedWord = { readonly pattern: RegExp; readonly say: string }

export const refusedWords: Readonly<Record<Language, readonly RefusedWord[]>> = {
  en: [
    {
      pattern: /\b(child|teen|teenage|juvenile|underage|young) (prostitut\w*|sex workers?|hookers?)\b/i,
      say: 'commercially sexually exploited child',
    },
    { pattern: /\bprostitut\w*\b/i, say: 'commercial sexual exploitation' },
    { pattern: /\b(child|kiddie) porn\w*\b/i, say: 'sexual images of a child' },
    { pattern: /\bminors?\b/i, say: 'child, young person' },
    { pattern: /\b(pimps?|johns?|turn(s|ed|ing)? tricks)\b/, say: 'person who exploits, person who pays' },
    { pattern: /\bAWOL\b|\brunners?\b|\bfrequent fl[iy]ers?\b/i, say: 'missing, away, ran' },
    { pattern: /\b(alleged|claimed|admitted)\b/i, say: 'told us, shared' },
    { pattern: /\b(promiscuous|non-?compliant|chose to go back|asked for it)\b/i, say: 'describe, do not judge' },
    { pattern: /\bhandicapped\b|\billegal(s| aliens?)\b/i, say: 'disabled; immigrant' },
  ],
  es: [
    { pattern: /prostitu(ción|ta|tas|to|tos|ir|ida|ido)/i, say: 'explotación sexual comercial' },
    { pattern: /pornografía infantil/i, say: 'imágenes sexuales de una niña o un niño' },
    { pattern: /\bmenor(es)? de edad\b|\b(el|la|los|las|un|una) menor(es)?\b/i, say: 'niña, niño, joven' },
    { pattern: /\b(proxenetas?|padrotes?|chulos?)\b/i, say: 'persona que explota' },
    { pattern: /\b(promiscu[oa]s?|fugitiv[oa]s?)\b/i, say: 'describa, no juzgue' },
    { pattern: /\bilegales?\b(?= (en|del) país)/i, say: 'inmigrante' },
  ],
}

/** The refused words of a text, each with what to say instead. Empty: the text may be published. */
export function findRefusedWords(text: string, language: Language): readonly string[] {
  return refusedWords[language].flatMap(({ pattern, say }) => {
    const [found] = pattern.exec(text) ?? []
    return found === undefined ? [] : [`"${found}": say ${say}`]
  })
}
