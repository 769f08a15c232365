// Posters and hand-outs: a list, each as a page to read or print, and each as a PDF. They are the same for everybody, so
// a PDF is made once for each language and answered from memory, until a call it tells of is too old.

import { join } from 'node:path'

import { handoutKinds, handoutNames, type Handout, type HandoutName } from '../../knowledge/index.ts'
import { composeHandout, handoutPdf, type ComposedHandout } from '../../reporting/index.ts'
import { addressIn } from '../parts/address.ts'
import { page } from '../parts/layout.tsx'
import { ProvenanceNote } from '../parts/provenance.tsx'
import type { Handler, Services, Visit } from '../route-table.ts'
import { HandoutSheet } from './handout-sheet.tsx'

export const handoutList: Handler = (visit) => {
  const { say } = visit
  return page({
    visit,
    title: say('handouts.title'),
    summary: say('handouts.lead'),
    children: (
      <>
        <h1>{say('handouts.heading')}</h1>
        <p class="fb-lead">{say('handouts.lead')}</p>
        {handoutKinds.map((kind) => (
          <>
            <h2>{say(`handouts.${kind}s`)}</h2>
            <ul class="fb-papers">
              {handoutNames
                .filter((name) => handoutOf(visit, name).kind === kind)
                .map((name) => (
                  <Listed visit={visit} name={name} />
                ))}
            </ul>
          </>
        ))}
        <p class="fb-note">{say('handouts.copy')}</p>
      </>
    ),
  })
}

/** The handler of the page of one poster or hand-out. */
export const handoutPage =
  (name: HandoutName): Handler =>
  (visit) =>
    page({
      visit,
      title: visit.say('handouts.title'),
      summary: handoutOf(visit, name).summary,
      children: (
        <>
          <HandoutSheet handout={compose(visit, name)} />
          <div class="fb-noprint">
            <p>
              <PdfLink visit={visit} name={name} />
            </p>
            <p class="fb-quiet">{visit.say('handouts.copy')}</p>
            <p>
              <a href={addressIn(visit.language, '/learn/handouts')}>{visit.say('handouts.all')}</a>
            </p>
          </div>
          <ProvenanceNote say={visit.say} of={handoutOf(visit, name)} />
        </>
      ),
    })

/**
 * The handler of its PDF. The file's name is neutral: it stays in a list of downloads. It is a download because the
 * viewer inside Chrome obeys our content policy and shows a strip of the page (rust-lang/www.rust-lang.org#942).
 */
export const handoutAsPdf =
  (name: HandoutName): Handler =>
  (visit) =>
    visit.request.body(pdfOf(visit, name), 200, {
      'Content-Type': 'application/pdf',
      'Content-Language': visit.language,
      'Content-Disposition': `attachment; filename="${visit.say(`handouts.file.${handoutOf(visit, name).kind}`)}.pdf"`,
      'Cache-Control': 'no-store',
    })

const handoutOf = ({ services, language }: Visit, name: HandoutName): Handout =>
  services.content.handouts[language][name]

const compose = (visit: Visit, name: HandoutName): ComposedHandout => {
  const { language, services, say } = visit
  const { directory, content } = services
  const parts = { language, directory, center: content.center, now: services.clock() }
  return composeHandout({ ...parts, handout: handoutOf(visit, name) }, say)
}

type Pdf = { readonly words: string; readonly file: Uint8Array<ArrayBuffer> }

const made = new WeakMap<Services, Map<string, Pdf>>()

function pdfOf(visit: Visit, name: HandoutName): Uint8Array<ArrayBuffer> {
  const { services, language } = visit
  const kept = made.get(services) ?? new Map<string, Pdf>()
  made.set(services, kept)
  const [key, handout] = [`${language}/${name}`, compose(visit, name)]
  const [words, before] = [JSON.stringify(handout), kept.get(key)]
  if (before?.words === words) return before.file
  const file = new Uint8Array(handoutPdf(handout, join(services.contentFolder, 'documents')))
  kept.set(key, { words, file })
  return file
}

const Listed = ({ visit, name }: { visit: Visit; name: HandoutName }) => (
  <li>
    <h3>
      <a href={addressIn(visit.language, `/learn/handouts/${name}`)}>{handoutOf(visit, name).title}</a>
    </h3>
    <p>{handoutOf(visit, name).summary}</p>
    <p>
      <PdfLink visit={visit} name={name} />
    </p>
  </li>
)

const PdfLink = ({ visit, name }: { visit: Visit; name: HandoutName }) => (
  <a href={addressIn(visit.language, `/learn/handouts/${name}.pdf`)} type="application/pdf">
    {visit.say('handouts.pdf-of', { title: handoutOf(visit, name).title })}
  </a>
)
