// What a page tells other programs about itself: search engines which pages they may list, and messengers what to show
// where somebody shares a link. A card is seen by whoever looks over a shoulder, so it holds neutral words only.

import { languages } from '../../knowledge/index.ts'
import type { Visit } from '../route-table.ts'
import { addressIn, wholeAddress } from './address.ts'
import { isFindable } from './findable.ts'

/** The name of the site, which tells nothing about why somebody reads it. */
export const siteName = 'Footbridge'

/** Beginnings of words that a card never shows, in both languages. */
export const alarming = /sex|abus|exploit|traffick|victim|danger|explot|\btrata|víctima|peligr/i

type HeadParts = {
  readonly visit: Visit
  readonly title: string
  readonly summary: string | undefined
  /** Whether this answer is the page itself, and not a fault. */
  readonly whole: boolean
}

export const PageHead = ({ visit, title, summary, whole }: HeadParts) => (
  <>
    {whole && isFindable(visit.path) ? (
      <Found visit={visit} summary={summary} />
    ) : (
      <meta name="robots" content="noindex" />
    )}
    {/* The service knows a form of a copy by its origin, which the header's same-origin would not send along. */}
    {visit.services.copy?.service ? <meta name="referrer" content="strict-origin" /> : null}
    <meta property="og:title" content={neutral(title) ?? siteName} />
    <meta property="og:description" content={neutral(summary) ?? visit.say('share.neutral')} />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={siteName} />
    <meta name="twitter:card" content="summary" />
  </>
)

const neutral = (words: string | undefined): string | undefined =>
  words === undefined || alarming.test(words) ? undefined : words

/** A search engine needs the true words: whoever asks it for them has to find the page. */
const Found = ({ visit, summary }: Pick<HeadParts, 'visit' | 'summary'>) => (
  <>
    <meta name="description" content={summary ?? visit.say('share.neutral')} />
    {languages.map((language) => (
      <link rel="alternate" hreflang={language} href={addressFor(visit, language)} />
    ))}
  </>
)

function addressFor({ path, services: { origin, copy } }: Visit, language: (typeof languages)[number]): string {
  return origin === undefined ? addressIn(language, path) : wholeAddress(origin, language, path, copy !== null)
}
