// The words to read out on the phone, in the order in which they ask; what to say where there is a gap; what to ask before
// hanging up. Only after it, and after saying that a copy stays on this device, the ways to keep one.

import type { IndicatorCode } from '../../knowledge/index.ts'
import type { ReportSheet } from '../../reporting/index.ts'
import { addressIn } from '../parts/address.ts'
import { HiddenFields } from '../parts/fields.tsx'
import { NowNote } from '../parts/now-note.tsx'
import { PicturesNote } from '../parts/pictures-note.tsx'
import type { Visit } from '../route-table.ts'
import type { ReportAnswers } from './report-answers.ts'
import { CopyButtons } from './sheet-copies.tsx'
import { sheetFields, type SheetAnswers } from './sheet-answers.ts'

type ScriptParts = { readonly sheet: ReportSheet; readonly visit: Visit; readonly answers: SheetAnswers }

export const SheetScript = ({ sheet, visit, answers }: ScriptParts) => {
  const { say } = visit
  return (
    <>
      <h1>{say('script.heading')}</h1>
      <p class="fb-lead">{sheet.opening}</p>
      {answers.answers.land === 'abroad' ? null : <NowNote say={say} />}
      <First sheet={sheet} />
      <h2>{say('script.say')}</h2>
      <div class="fb-script">
        <p>{say(isOfSale(answers.answers) ? 'script.intro' : 'script.intro-worry')}</p>
        {sheet.noticed.length === 0 ? null : <Spoken heading={sheet.noticedHeading} lines={sheet.noticed} />}
        {sheet.parts
          .filter(({ text }) => text !== '')
          .map(({ heading, text }) => (
            <Spoken heading={heading} lines={text.split('\n')} />
          ))}
        <p>{say('script.gap')}</p>
      </div>
      <h2>{say('script.ask')}</h2>
      <ul>
        <li>{say('script.ask.name')}</li>
        <li>{say('script.ask.next')}</li>
        <li>{say('script.ask.police')}</li>
        <li>{say('script.ask.not-taken')}</li>
      </ul>
      <PicturesNote visit={visit} answers={answers.answers} />
      <CopyButtons visit={visit} answers={answers} />
      <Change visit={visit} answers={answers} />
    </>
  )
}

const ofSale: ReadonlySet<IndicatorCode> = new Set<IndicatorCode>(['exchange', 'images-sold', 'images-requested'])

/** Nobody is made to say more than they told us. */
const isOfSale = ({ chosen, noticed }: ReportAnswers): boolean =>
  chosen.exchange === 'yes' || chosen.images === 'yes' || noticed.some((code) => ofSale.has(code))

/** The first line with a number; the whole order is on the page before and on the sheet. */
const First = ({ sheet: { calls, callHeading } }: { sheet: ReportSheet }) =>
  calls[0] === undefined ? null : (
    <>
      <h2>{callHeading}</h2>
      <ol>
        {calls.map(({ name, phones }) => (
          <li>
            <strong>{name}</strong>
            {phones.map((phone) => (
              <span class="fb-label">{phone}</span>
            ))}
          </li>
        ))}
      </ol>
    </>
  )

const Spoken = ({ heading, lines }: { heading: string; lines: readonly string[] }) => (
  <>
    <h3>{heading}</h3>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
  </>
)

const Change = ({ visit, answers }: Pick<ScriptParts, 'visit' | 'answers'>) => (
  <form class="fb-noprint" method="post" action={addressIn(visit.language, '/report/sheet')} autocomplete="off">
    <HiddenFields fields={sheetFields(answers)} />
    <button type="submit" class="govuk-button govuk-button--secondary">
      {visit.say('sheet.change')}
    </button>
  </form>
)
