// What a person confirmed, as a list on the page and as a file made in the browser. Nothing unconfirmed is in either, and the
// file's name says nothing about anybody.

import { observationOf, type Observation } from '../../../screening/index.ts'
import { type Numbered, statusWords } from './numbered.ts'
import { found, indicatorText, part, word } from './words.ts'

export type Confirmed = { readonly text: string; readonly findings: readonly Numbered[] }

export const fileName = 'observations.json'

export const asJson = ({ text, findings }: Confirmed): string => {
  const observations: readonly Observation[] = findings.map((finding) => observationOf(finding, text))
  return `${JSON.stringify(observations, null, 2)}\n`
}

export function showObservations({ findings }: Confirmed): void {
  const list = found(part('scan-observations'), 'ul')
  list.replaceChildren(...findings.map(itemOf))
  part('scan-observations').hidden = findings.length === 0
  part('scan-observations-none').hidden = findings.length > 0
  part('scan-copied').textContent = ''
}

function itemOf(finding: Numbered): HTMLElement {
  const item = document.createElement('li')
  const status = statusWords(finding).map(word).join(' · ')
  item.textContent = `${indicatorText(finding.code).name}: “${finding.text}” (${status})`
  return item
}

export function download(confirmed: Confirmed): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([asJson(confirmed)], { type: 'application/json' }))
  link.download = fileName
  link.click()
  // The browser has to have begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export async function copy(confirmed: Confirmed): Promise<void> {
  const told = await navigator.clipboard.writeText(asJson(confirmed)).then(
    () => word('copied'),
    () => word('copy-failed'),
  )
  part('scan-copied').textContent = told
}
