// What the answers mean and do not mean, in plain words: each thing noticed with its reason and what else it may mean,
// several together, and the next step. No score, no percentage, no label on the child.

import type { Assessment, Noticed } from '../../screening/index.ts'
import { addressIn } from '../parts/address.ts'
import { evidenceSentence } from '../parts/evidence.ts'
import { HiddenFields } from '../parts/fields.tsx'
import { NowNote } from '../parts/now-note.tsx'
import type { Visit } from '../route-table.ts'

export const CheckResult = ({ visit, assessment }: { visit: Visit; assessment: Assessment }) => {
  const { say } = visit
  const { nextStep, noticed, severalTogether } = assessment
  return (
    <>
      <h1>{say(`result.${nextStep}.heading`)}</h1>
      <p class="fb-lead">{say(`result.${nextStep}.lead`)}</p>
      <NowNote say={say} />
      <Onward visit={visit} assessment={assessment} />
      {noticed.length === 0 ? null : (
        <>
          <h2>{say('result.noticed')}</h2>
          {noticed.map((one) => (
            <NoticedPart visit={visit} noticed={one} />
          ))}
        </>
      )}
      {severalTogether ? (
        <>
          <h2>{say('result.several.heading')}</h2>
          <p>{say('result.several')}</p>
        </>
      ) : null}
      <h2>{say('result.not.heading')}</h2>
      <ul>
        <li>{say('result.not.proof')}</li>
        <li>{say('result.not.label')}</li>
        <li>{say('result.not.safe')}</li>
      </ul>
      <h2>{say('result.do.heading')}</h2>
      <ul>
        <li>{say('result.do.no-proof')}</li>
        <li>{say('result.do.no-questions')}</li>
        <li>{say('result.do.no-confronting')}</li>
        <li>{say('result.do.write-down')}</li>
      </ul>
    </>
  )
}

/** To whom to call, with what was noticed; and back, with the boxes still ticked. */
const Onward = ({ visit: { say, language }, assessment: { noticed } }: { visit: Visit; assessment: Assessment }) => {
  const answers = { noticed: noticed.map(({ code }) => code) }
  return (
    <div class="fb-actions fb-noprint">
      <form method="post" action={addressIn(language, '/report')} autocomplete="off">
        <HiddenFields fields={answers} />
        <button type="submit" class="govuk-button">
          {say('result.to-report')}
        </button>
      </form>
      <form method="post" action={addressIn(language, '/check')} autocomplete="off">
        <HiddenFields fields={{ ...answers, again: 'yes' }} />
        <button type="submit" class="govuk-button govuk-button--secondary">
          {say('result.change')}
        </button>
      </form>
    </div>
  )
}

const NoticedPart = ({ visit, noticed }: { visit: Visit; noticed: Noticed }) => {
  const { say, language, services } = visit
  const explanation = services.content.explanations[language][noticed.code]
  return (
    <>
      <h3>{explanation.name}</h3>
      <p>
        {explanation.what} {evidenceSentence(say, noticed.evidenceClass)}
        {noticed.because === 'holds-the-child' ? ` ${say('because.holds-the-child')}` : ''}
      </p>
      <p>
        <strong>{say('sign.may-also-mean')}</strong> {explanation.may_also_mean}
      </p>
      <p>
        <strong>{say('sign.do')}</strong> {explanation.do}
      </p>
    </>
  )
}
