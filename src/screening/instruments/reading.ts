// Reads the answers to every question that was to be asked, and says which questions are scored at all.

import { everyAsked, type Asked } from './asked.ts'
import { choicesOf, hasWeights, type Choices } from './choices.ts'
import type { ScoringDefinition } from './definition.ts'
import type { IsEnabled } from './enabled.ts'
import type { FormItem } from './form.ts'
import type { Note } from './form-problem.ts'
import { judgeAnswer, type Judged } from './judge-answer.ts'
import type { Terminology } from './terminology.ts'

export type Reading = {
  readonly asked: Asked
  readonly offered: Choices
  readonly judged: readonly Judged[]
}

/** One for each question that was to be asked, answered or not, in the order of the form. */
export function readAnswers(roots: readonly Asked[], isEnabled: IsEnabled, terms: Terminology): readonly Reading[] {
  const known = new Map<FormItem, Choices>()
  return everyAsked(roots)
    .filter((asked) => asked.item.type !== 'group' && asked.item.type !== 'display' && isEnabled(asked))
    .map((asked) => {
      const offered = known.get(asked.item) ?? choicesOf(asked.item, terms)
      known.set(asked.item, offered)
      return { asked, offered, judged: asked.answers.map((one) => judgeAnswer(one, asked.item, offered, terms)) }
    })
}

export const linkIdOf = ({ asked }: Reading): string => asked.item.linkId

/** What the instrument lists; without a list, what has a weight anywhere. */
export function scoredOf(readings: readonly Reading[], definition: ScoringDefinition | undefined): ReadonlySet<string> {
  if (definition?.items !== undefined) return new Set(definition.items.map(({ linkId }) => linkId))
  const weighted = readings.filter(
    ({ offered, judged }) => hasWeights(offered) || judged.some(({ weight }) => weight !== undefined),
  )
  return new Set(weighted.map(linkIdOf))
}

/** A slip of a question that decides nothing does not spoil the total. */
export function noteSlips(readings: readonly Reading[], matters: (linkId: string) => boolean, note: Note): void {
  for (const { asked, judged } of readings) {
    const { linkId, repeats } = asked.item
    const spoils = matters(linkId)
    const slips = judged.flatMap((one) => one.slips)
    for (const slip of slips) note(slip, linkId, spoils ? {} : { severity: 'warning' })
    if (judged.length > 1 && repeats !== true) note('several-answers', linkId, spoils ? {} : { severity: 'warning' })
  }
}

/** Where the list of answers is not known here, a question may be scored or an answer foreign without our knowing. */
export function noteUnknownSets(readings: readonly Reading[], isListed: boolean, note: Note): void {
  for (const { asked, offered, judged } of readings) {
    if (offered.kind !== 'unknown') continue
    const isWeighed = judged.length > 0 && judged.every(({ weight }) => weight !== undefined)
    const harmless = isWeighed || isListed || hasWeights(offered)
    note('value-set-not-found', asked.item.linkId, harmless ? { severity: 'warning' } : {})
  }
}
