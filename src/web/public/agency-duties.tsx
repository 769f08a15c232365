// The duties of agencies: a page to read, and below it a small form that gives the last moment the law allows. Hours are
// shown here because this page is for staff; it opens and answers with "Report now".

import { readForm } from '../form-reader.ts'
import { ErrorSummary, type FieldErrors } from '../parts/fields.tsx'
import { page, Prose } from '../parts/layout.tsx'
import { ProvenanceNote } from '../parts/provenance.tsx'
import { NowNote } from '../parts/now-note.tsx'
import type { Handler, Visit } from '../route-table.ts'
import { askedOf, noAnswers, readAgencyAnswers, type AgencyAnswers } from './agency-answers.ts'
import { AgencyDeadlines } from './agency-deadlines.tsx'
import { LimitsForm } from './agency-form.tsx'
import { pageOf } from './learn.tsx'

export const agencyDuties: Handler = (visit) => dutiesPage(visit, noAnswers)

/** The deadlines; or the page with every answer as it was, after a change of language or to change an answer. */
export const agencyDeadlines: Handler = async (visit) => {
  const form = await readForm(visit)
  const answers = readAgencyAnswers(form)
  if (form.one('again') === 'yes') return dutiesPage(visit, answers)
  const asked = askedOf(answers, visit, visit.services.clock().epochMilliseconds)
  if (!asked.ok) return wrongPage(visit, answers, asked.reason)
  return page({
    visit,
    title: visit.say('agency.result.title'),
    answers,
    children: <AgencyDeadlines visit={visit} asked={asked.value} answers={answers} />,
  })
}

function dutiesPage(visit: Visit, answers: AgencyAnswers): Response | Promise<Response> {
  const content = pageOf(visit, 'agency-duties')
  return page({
    visit,
    title: content.title,
    summary: content.summary,
    ...(visit.services.copy?.service === null ? {} : { form: 'limits' }),
    children: (
      <>
        <h1>{content.title}</h1>
        {content.content_note === null ? null : <p class="fb-note">{content.content_note}</p>}
        <p>
          <a href="#limits">{visit.say('agency.form-heading')}</a>
        </p>
        <Prose html={content.html} />
        <LimitsForm visit={visit} answers={answers} errors={{}} />
        <ProvenanceNote say={visit.say} of={content} />
      </>
    ),
  })
}

/** What has to be put right stands by itself: nobody has to look for it below the text. */
const wrongPage = (visit: Visit, answers: AgencyAnswers, errors: FieldErrors): Response | Promise<Response> =>
  page(
    {
      visit,
      title: visit.say('agency.title-error'),
      form: 'limits',
      children: (
        <>
          <ErrorSummary title={visit.say('error.heading')} errors={errors} />
          <h1>{visit.say('agency.title')}</h1>
          <NowNote say={visit.say} />
          <LimitsForm visit={visit} answers={answers} errors={errors} />
        </>
      ),
    },
    400,
  )
