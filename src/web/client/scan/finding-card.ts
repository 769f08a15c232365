// One finding as the page shows it: the template with its slots filled, all as text.

import { findingId, markId } from './marked-note.ts'
import { type Numbered, statusWords, whyNot } from './numbered.ts'
import { emptyFinding, found, foundAs, indicatorText, word } from './words.ts'

const slot = (card: ParentNode, name: string): HTMLElement => found(card, `[data-slot="${name}"]`)

export function findingCard(finding: Numbered): HTMLElement {
  const card = emptyFinding()
  card.id = findingId(finding.number)
  fillTexts(card, finding)
  foundAs(card, 'a[data-slot="back"]', HTMLAnchorElement).href = `#${markId(finding.number)}`
  if (finding.counts) nameFields(card, finding.number)
  else slot(card, 'decide').remove()
  return card
}

function fillTexts(card: HTMLElement, finding: Numbered): void {
  const { name, evidence, mayAlsoMean } = indicatorText(finding.code)
  const fill = (to: string, text: string): void => {
    slot(card, to).textContent = text
  }
  fill('number', String(finding.number))
  fill('name', name)
  fill('text', finding.text)
  fill('status', statusWords(finding).map(word).join(' · '))
  fill('why', finding.why)
  // An entry says why in its own language, which need not be that of the page.
  slot(card, 'why').lang = finding.rule.slice(0, 2)
  fill('because', becauseText(finding.because))
  fill('evidence', evidence)
  fill('may-also-mean', mayAlsoMean)
  fill('not-counted', whyNot(finding).map(word).join(' '))
  slot(card, 'not-counted').hidden = finding.counts
}

/** The engine joins the deciding words with dots; "default" when there are none. */
const becauseText = (because: string): string =>
  because === 'default'
    ? word('because.default')
    : because
        .split(' · ')
        .map((words) => `“${words.trim()}”`)
        .join(', ')

/** Each finding has its own three choices and its own field for a reason. */
function nameFields(card: HTMLElement, number: number): void {
  for (const input of card.querySelectorAll('input')) {
    input.id = `decide-${number}-${input.type === 'radio' ? input.value : 'reason'}`
    if (input.type === 'radio') input.name = `decide-${number}`
    const label = input.parentElement?.querySelector('label')
    if (label) label.htmlFor = input.id
  }
}
