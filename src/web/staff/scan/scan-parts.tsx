// What the script copies and fills: one finding, the words of its status, and each indicator's name, its evidence and what else
// it may mean. Templates are inert, so there is no text in the script and no markup made of strings.

import { evidenceClasses, type EvidenceClass, type Say } from '../../../knowledge/index.ts'
import { evidenceSentence } from '../../parts/evidence.ts'
import type { Visit } from '../../route-table.ts'
import { scanWords } from './scan-words.ts'

export const ScanParts = ({ visit }: { visit: Visit }) => (
  <>
    <FindingTemplate say={visit.say} />
    <WordsTemplate say={visit.say} />
    <IndicatorsTemplate visit={visit} />
  </>
)

const facts = ['status', 'why', 'because', 'evidence', 'may-also-mean'] as const

const FindingTemplate = ({ say }: { say: Say }) => (
  <template id="scan-finding">
    <li class="fb-finding" tabindex={-1}>
      <h4>
        <span class="fb-number" data-slot="number"></span> <span data-slot="name"></span>
      </h4>
      <p>
        <q data-slot="text"></q>
      </p>
      <p data-slot="not-counted"></p>
      <dl>
        {facts.map((fact) => (
          <div>
            <dt>{say(`scan.${fact}`)}</dt>
            <dd data-slot={fact}></dd>
          </div>
        ))}
      </dl>
      <Decision say={say} />
      <p>
        <a data-slot="back">{say('scan.back')}</a>
      </p>
    </li>
  </template>
)

/** The script gives each finding's radios their own name, and each label its field. */
const Decision = ({ say }: { say: Say }) => (
  <div class="fb-decide" data-slot="decide">
    <fieldset class="govuk-fieldset" aria-describedby="scan-duty">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{say('scan.decide')}</legend>
      <div class="govuk-radios">
        {(['confirm', 'not-so', 'unsure'] as const).map((value) => (
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              value={value}
              autocomplete="off"
              aria-describedby={value === 'confirm' ? 'scan-duty' : undefined}
            />
            <label class="govuk-label govuk-radios__label">{say(`scan.${value}`)}</label>
          </div>
        ))}
      </div>
    </fieldset>
    <div class="govuk-form-group" data-slot="reason" hidden>
      <label class="govuk-label">{say('scan.reason')}</label>
      <input class="govuk-input" type="text" maxlength={200} autocomplete="off" spellcheck={false} />
    </div>
  </div>
)

const WordsTemplate = ({ say }: { say: Say }) => (
  <template id="scan-words">
    {scanWords.map((word) => (
      <p data-word={word}>{say(`scan.${word}`)}</p>
    ))}
    {evidenceClasses.map((evidence) => (
      <p data-evidence={evidence}>{evidenceText(say, evidence)}</p>
    ))}
  </template>
)

/** The explanations of the check say in their own words that no link was found; a finding shows no such text. */
const evidenceText = (say: Say, evidence: EvidenceClass): string =>
  evidence === 'no-link-found' ? say('scan.evidence.no-link-found') : evidenceSentence(say, evidence)

const IndicatorsTemplate = ({ visit: { language, services } }: { visit: Visit }) => {
  const { indicators, explanations, evidence } = services.content
  return (
    <template id="scan-indicators">
      {indicators.map(({ code }) => (
        <dl data-code={code} data-class={evidence[code].class}>
          <dt>{explanations[language][code].name}</dt>
          <dd>{explanations[language][code].may_also_mean}</dd>
        </dl>
      ))}
    </template>
  )
}
