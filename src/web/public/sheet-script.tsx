// The words to read out on the phone, in the order in which they ask; what to say where there is a gap; what to ask before
// hanging up. Only after it, and after saying that a copy stays on this device, the ways to keep one.

import type { IndicatorCode } from '../../knowledge/index.ts'
import type { ReportSheet } from '../../reporting/index.ts'
import { NowNote } from '../parts/now-note.tsx'
import { PicturesNote } from '../parts/pictures-note.tsx'
import type { Visit } from '../route-table.ts'
import type { ReportAnswers } from './report-answers.ts'
import type { SheetAnswers } from './sheet-answers.ts'
import { ChangeText, SheetCalls } from './sheet-calls.tsx'
import { CopyButtons } from './sheet-copies.tsx'

type ScriptParts = { readonly sheet: ReportSheet; readonly visit: Visit; readonly answers: SheetAnswers }

export const SheetScript = ({ sheet, visit, answers }: ScriptParts) => {
  const { say } = visit
  return (
    <>
      <h1>{say('script.heading')}</h1>
      <p class="fb-lead">{sheet.opening}</p>
      {answers.answers.land === 'abroad' ? null : <NowNote say={say} />}
      <SheetCalls sheet={sheet} />
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
      <ChangeText visit={visit} answers={answers} />
    </>
  )
}

const ofSale: ReadonlySet<IndicatorCode> = new Set<IndicatorCode>(['exchange', 'images-sold', 'images-requested'])

/** Nobody is made to say more than they told us. */
const isOfSale = ({ chosen, noticed }: ReportAnswers): boolean =>
  chosen.exchange === 'yes' || chosen.images === 'yes' || noticed.some((code) => ofSale.has(code))

const Spoken = ({ heading, lines }: { heading: string; lines: readonly string[] }) => (
  <>
    <h3>{heading}</h3>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
  </>
)
