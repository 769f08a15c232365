// What the answers mean and do not mean, in plain words: each thing noticed with its reason and what else it may mean,
// several together, and the next step. No score, no percentage, no label on the child.

import type { Assessment, Noticed } from '../../screening/index.ts'
import { addressIn } from '../parts/address.ts'
import { evidenceSentence } from '../parts/evidence.ts'
import { HiddenFields } from '../parts/fields.tsx'
import { NowNote } from '../parts/now-note.tsx'
import type { Visit } from '../route-table.ts'
import type { CheckAnswers } from './check.tsx'
import { ForWork } from './for-work.tsx'

type ResultParts = { visit: Visit; answers: CheckAnswers; assessment: Assessment }

export const CheckResult = ({ visit, answers, assessment }: ResultParts) => {
  const { say } = visit
  const { nextStep, noticed, severalTogether } = assessment
  return (
    <>
      <h1>{say(`result.${nextStep}.heading`)}</h1>
      <p class="fb-lead">{say(`result.${nextStep}.lead`)}</p>
      <NowNote say={say} />
      <Onward visit={visit} answers={answers} />
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
      {answers.door === 'work' ? <ForWork visit={visit} answers={answers} /> : null}
      <p class="fb-quiet fb-noprint">{say('result.print')}</p>
    </>
  )
}

/** To whom to call, with what was noticed; and back, with the boxes still ticked. */
const Onward = ({ visit: { say, language }, answers }: { visit: Visit; answers: CheckAnswers }) => {
  const { door, noticed } = answers
  const state = answers.state ?? ''
  return (
    <div class="fb-actions fb-noprint">
      <form method="post" action={addressIn(language, '/report')} autocomplete="off">
        <HiddenFields fields={{ noticed, state, professional: door === 'work' ? 'yes' : '' }} />
        <button type="submit" class="govuk-button">
          {say('result.to-report')}
        </button>
      </form>
      <form method="post" action={addressIn(language, `/check/${door}`)} autocomplete="off">
        <HiddenFields fields={{ noticed, state, again: 'yes' }} />
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
