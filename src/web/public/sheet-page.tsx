// The sheet as a page: what was typed and noticed, whom to call, what they will ask, and lines to write on. It prints on
// one sheet of paper; buttons and frame do not print.

import type { ReportSheet } from '../../reporting/index.ts'
import type { Visit } from '../route-table.ts'
import type { SheetAnswers } from './sheet-answers.ts'
import { ChangeText, SheetCalls } from './sheet-calls.tsx'
import { CopyButtons } from './sheet-copies.tsx'

type SheetPageParts = {
  readonly sheet: ReportSheet
  readonly visit: Visit
  readonly answers: SheetAnswers
}

export const SheetPage = ({ sheet, visit, answers }: SheetPageParts) => (
  <div class="fb-sheet">
    <h1>{sheet.title}</h1>
    <p class="fb-note">
      <strong>{sheet.opening}</strong>
    </p>
    <SheetCalls sheet={sheet} />
    {sheet.noticed.length === 0 ? null : (
      <>
        <h2>{sheet.noticedHeading}</h2>
        <ul>
          {sheet.noticed.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      </>
    )}
    {sheet.parts.map(({ heading, text }) => (
      <>
        <h2>{heading}</h2>
        {text === '' ? <span class="fb-line"></span> : text.split('\n').map((line) => <p>{line}</p>)}
      </>
    ))}
    <h2>{sheet.askHeading}</h2>
    <ul>
      {sheet.asks.map((ask) => (
        <li>{ask}</li>
      ))}
    </ul>
    <div class="fb-row">
      {sheet.writeDown.map((label) => (
        <p>
          {label} <span class="fb-line"></span>
        </p>
      ))}
    </div>
    <p class="fb-quiet">{sheet.footer}</p>
    <CopyButtons visit={visit} answers={answers} without="/report/sheet/page" />
    <ChangeText visit={visit} answers={answers} />
  </div>
)
