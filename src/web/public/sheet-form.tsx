// The composer's form: sections that fold, the first two open. A section with something in it, or with an error, is open.

import { reportSections, type ReportSection, type TypedField } from '../../reporting/index.ts'
import { postAddress } from '../parts/copy.ts'
import { ErrorSummary, HiddenFields, TextArea, type FieldErrors } from '../parts/fields.tsx'
import { NowNote } from '../parts/now-note.tsx'
import { PicturesNote } from '../parts/pictures-note.tsx'
import type { Visit } from '../route-table.ts'
import { answerFields } from './report-answers.ts'
import { wireName, type SheetAnswers } from './sheet-answers.ts'

type FormParts = { readonly visit: Visit; readonly sheet: SheetAnswers; readonly errors: FieldErrors }

const alwaysOpen: ReadonlySet<ReportSection['name']> = new Set<ReportSection['name']>(['now', 'concern'])

/** Fields that need more room than the rest. */
const rows: Partial<Record<TypedField, number>> = { what: 7, words: 4 }

export const SheetForm = ({ visit, sheet, errors }: FormParts) => {
  const { say } = visit
  return (
    <>
      <ErrorSummary title={say('error.heading')} errors={errors} />
      <h1>{say('sheet.form-heading')}</h1>
      <p class="fb-lead">{say('sheet.form-lead')}</p>
      {sheet.answers.land === 'abroad' ? null : <NowNote say={say} />}
      <form
        id="sheet"
        method="post"
        action={postAddress(visit, '/report/script') ?? undefined}
        autocomplete="off"
        novalidate
      >
        <HiddenFields fields={answerFields(sheet.answers)} />
        {reportSections.map((section) => (
          <Section visit={visit} sheet={sheet} errors={errors} section={section} />
        ))}
        <p class="fb-quiet">{say('sheet.no-files')}</p>
        <button type="submit" class="govuk-button">
          {say('sheet.to-script')}
        </button>
      </form>
      <PicturesNote visit={visit} answers={sheet.answers} />
    </>
  )
}

const Section = ({ visit: { say }, sheet, errors, section }: FormParts & { section: ReportSection }) => {
  const fields: readonly TypedField[] = section.fields
  const open =
    alwaysOpen.has(section.name) ||
    (section.name === 'missing' && sheet.answers.chosen.missing === 'yes') ||
    fields.some((field) => sheet.typed[field] !== '' || wireName(field) in errors)
  return (
    <details class="fb-fold" open={open}>
      <summary>
        <h2>{say(`compose.${section.name}`)}</h2>
      </summary>
      {fields.map((field) => (
        <TextArea
          name={wireName(field)}
          label={say(`sheet.${field}`)}
          hint={say(`sheet.${field}.hint`)}
          rows={rows[field] ?? 3}
          value={sheet.typed[field]}
          error={errors[wireName(field)]}
        />
      ))}
    </details>
  )
}
