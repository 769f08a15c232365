// Every entry's own sentences: in `yes` the entry must be found, in `no` its indicator must not be.

import type { IndicatorEntry, Lexicon } from '../../src/knowledge/index.ts'
import type { Scanner } from '../../src/screening/index.ts'

export type ExampleFault = { readonly code: string; readonly why: string }

function faultsOf(entry: IndicatorEntry, language: 'en' | 'es', scan: Scanner): readonly ExampleFault[] {
  const found = (text: string) => scan(text, { language }).findings.filter(({ code }) => code === entry.code)
  const missing = entry.yes.filter((text) => found(text).length === 0)
  const wrong = entry.no.filter((text) => found(text).length > 0)
  return [
    ...missing.map((text) => `${language}/${entry.id} is not found in: ${text}`),
    ...wrong.map((text) => `${language}/${entry.id}: ${found(text)[0]?.rule ?? ''} must not be found in: ${text}`),
  ].map((why) => ({ code: entry.code, why }))
}

export function findExampleFaults(lexicon: Lexicon, scan: Scanner): readonly ExampleFault[] {
  return (['en', 'es'] as const).flatMap((language) =>
    lexicon[language].entries.flatMap((entry) => ('code' in entry ? faultsOf(entry, language, scan) : [])),
  )
}
