// One thing to tick in the check, with what it may mean: the explanation shows when the box is ticked, by style alone, and
// `data-because` tells style and script which next step it leads to.

import type { IndicatorCode } from '../../knowledge/index.ts'
import type { Noticed } from '../../screening/index.ts'
import type { Visit } from '../route-table.ts'

type ItemParts = {
  readonly visit: Visit
  readonly code: IndicatorCode
  readonly because: Noticed['because']
  readonly checked: boolean
}

export const CheckItem = ({ visit, code, because, checked }: ItemParts) => {
  const { name, may_also_mean } = visit.services.content.explanations[visit.language][code]
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={`noticed-${code}`}
          name="noticed"
          type="checkbox"
          value={code}
          checked={checked}
          data-because={because}
        />
        <label class="govuk-label govuk-checkboxes__label" for={`noticed-${code}`}>
          {name}
        </label>
      </div>
      <p class="fb-told">{may_also_mean}</p>
    </>
  )
}
