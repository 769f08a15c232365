// What is on the page after a note was read, and what was decided so far. It lives in this module's memory alone.

import { findingCard } from './finding-card.ts'
import { markedNote } from './marked-note.ts'
import type { Read } from './messages.ts'
import { type Numbered, numbered } from './numbered.ts'
import { type Confirmed, showObservations } from './observations.ts'
import { found, part, scanner } from './words.ts'

type Shown = { readonly text: string; readonly findings: readonly Numbered[]; readonly confirmed: Set<number> }

const nothing = (): Shown => ({ text: '', findings: [], confirmed: new Set() })

let shown = nothing()

export const confirmedNow = (): Confirmed => ({
  text: shown.text,
  findings: shown.findings.filter(({ number }) => shown.confirmed.has(number)),
})

export function clearResult(): void {
  shown = nothing()
  for (const id of ['scan-shown', 'scan-counting', 'scan-not-counting']) part(id).replaceChildren()
  showObservations(confirmedNow())
  part('scan-result').hidden = true
}

export function showResult(text: string, { findings, language, tooDense }: Read): void {
  shown = { text, findings: numbered(findings), confirmed: new Set() }
  const counting = shown.findings.filter(({ counts }) => counts)
  const others = shown.findings.filter(({ counts }) => !counts)
  part('scan-shown').replaceChildren(markedNote(text, shown.findings))
  part('scan-shown').lang = language
  part('scan-counting').replaceChildren(...counting.map(findingCard))
  part('scan-not-counting').replaceChildren(...others.map(findingCard))
  showWhere({
    'scan-nothing': shown.findings.length === 0,
    'scan-found': shown.findings.length > 0,
    'scan-dense': tooDense,
    'scan-counts-none': counting.length === 0,
    'scan-counting': counting.length > 0,
    'scan-others': others.length > 0,
    'scan-result': true,
  })
  for (const quote of scanner.querySelectorAll<HTMLElement>('.fb-finding q')) quote.lang = language
  part('scan-heading').focus()
}

function showWhere(parts: Readonly<Record<string, boolean>>): void {
  for (const [id, is] of Object.entries(parts)) part(id).hidden = !is
}

/** A choice was made for a finding. True when the list of observations is another one now. */
export function decide({ name, value, checked }: HTMLInputElement): boolean {
  const number = Number(name.replace('decide-', ''))
  if (!checked || !shown.findings.some((finding) => finding.number === number)) return false
  const before = shown.confirmed.has(number)
  if (value === 'confirm') shown.confirmed.add(number)
  else shown.confirmed.delete(number)
  found(part(`finding-${number}`), '[data-slot="reason"]').hidden = value !== 'not-so'
  showObservations(confirmedNow())
  return before !== shown.confirmed.has(number)
}
