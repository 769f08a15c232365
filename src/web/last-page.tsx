// The answer when a request is too broken or too slow to reach any page: both languages, no built file, and the numbers to
// call. Made once at start, so that it needs nothing when it is needed.

import { html } from 'hono/html'

import { languages, sayIn, type Language } from '../knowledge/index.ts'
import { linesForAll } from '../reporting/index.ts'
import { NowNote } from './parts/now-note.tsx'
import { PhoneLink } from './parts/phone-link.tsx'
import type { Services } from './route-table.ts'
import { securityHeaderList } from './security-headers.ts'

export type LastPage = { readonly headers: Readonly<Record<string, string>>; readonly body: string }

type Parts = Pick<Services, 'content' | 'directory' | 'clock'>

export const lastPage = async (parts: Parts): Promise<LastPage> => ({
  headers: {
    ...securityHeaderList,
    'Content-Type': 'text/html; charset=UTF-8',
    'Cache-Control': 'no-store',
  },
  body: (await html`<!doctype html>${(<Document {...parts} />)}`).toString(),
})

const Document = (parts: Parts) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>Footbridge</title>
    </head>
    <body>
      <main>
        <h1>Footbridge</h1>
        {languages.map((language) => (
          <InLanguage {...parts} language={language} />
        ))}
      </main>
    </body>
  </html>
)

const InLanguage = ({ content, directory, clock, language }: Parts & { language: Language }) => {
  const say = sayIn(content.messages, language)
  return (
    <section lang={language}>
      <h2>{say('problem.unreachable')}</h2>
      <NowNote say={say} />
      <p>{say('numbers.heading')}:</p>
      <ul>
        {linesForAll(directory, { language, say, now: clock() }).map(({ name, phones, note }) => (
          <li>
            <strong>{name}</strong>
            {phones.map(({ number, label }) => (
              <p>
                <PhoneLink number={number} /> {label}
              </p>
            ))}
            <p>{note}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
