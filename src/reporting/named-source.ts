// The one source that is named beside a record, chosen from all that were read.

import type { Source } from './directory-files.ts'
import type { NamedSource } from './line.ts'

/**
 * The one source to name beside a record: its own page if that was read, else the newest dated page, else the first
 * that is a web page. `date` is the page's own date where it bears one, else null.
 */
export function namedSource(line: { readonly sources: readonly Source[]; readonly url?: string | null }): NamedSource {
  const pages = line.sources.filter(({ address }) => address.startsWith('http'))
  const own = pages.find(({ address }) => hostOf(address) === hostOf(line.url ?? ''))
  const dated = pages
    .filter(({ date }) => date !== undefined)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
  const chosen = own ?? dated[0] ?? pages[0] ?? line.sources[0]
  return { address: chosen?.address ?? '', date: chosen?.date ?? null }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address
}
