// How findings are held against labels. Actionable: affirmed or possible, current or historical, about the child; counted once a
// note and indicator. Status: of the labels whose indicator was found in the note, how many with the same three values.

import type { IndicatorCode } from '../../src/knowledge/index.ts'
import { isActionable, type Scanner } from '../../src/screening/index.ts'
import type { Label, Note } from '../../tests/lexicon/notes.ts'

export type Count = { readonly hits: number; readonly extra: number; readonly missed: number }

export type Accuracy = {
  readonly notes: number
  readonly actionable: Count
  readonly byCode: ReadonlyMap<IndicatorCode, Count>
  /** Every label with its three values. */
  readonly exact: Count
  readonly status: { readonly right: number; readonly of: number }
}

const keyOf = ({ code, assertion, temporality, experiencer }: Label): string =>
  [code, assertion, temporality, experiencer].join(' ')

const actionableIn = (labels: readonly Label[]): ReadonlySet<IndicatorCode> =>
  new Set(labels.filter(isActionable).map(({ code }) => code))

function compare<Value>(found: ReadonlySet<Value>, labelled: ReadonlySet<Value>): Count {
  const hits = [...found].filter((value) => labelled.has(value)).length
  return { hits, extra: found.size - hits, missed: labelled.size - hits }
}

export const none: Count = { hits: 0, extra: 0, missed: 0 }

export const plus = (a: Count, b: Count): Count => ({
  hits: a.hits + b.hits,
  extra: a.extra + b.extra,
  missed: a.missed + b.missed,
})

type Read = { readonly labels: readonly Label[]; readonly found: readonly Label[] }

function codeCounts(notes: readonly Read[]): ReadonlyMap<IndicatorCode, Count> {
  const counts = new Map<IndicatorCode, Count>()
  for (const { labels, found } of notes) {
    const is = actionableIn(labels)
    const got = actionableIn(found)
    for (const code of new Set([...is, ...got])) {
      const only = (set: ReadonlySet<IndicatorCode>) => new Set(set.has(code) ? [code] : [])
      counts.set(code, plus(counts.get(code) ?? none, compare(only(got), only(is))))
    }
  }
  return counts
}

function statusOf(notes: readonly Read[]): Accuracy['status'] {
  const sure = notes.flatMap(({ labels, found }) => {
    const codes = new Set(found.map(({ code }) => code))
    const keys = new Set(found.map(keyOf))
    return labels.filter(({ code }) => codes.has(code)).map((label) => keys.has(keyOf(label)))
  })
  return { right: sure.filter(Boolean).length, of: sure.length }
}

/** Reads every note with the scanner and counts. */
export function measure(notes: readonly Note[], scan: Scanner): Accuracy {
  const read = notes.map(({ text, lang, labels }): Read => ({ labels, found: scan(text, { language: lang }).findings }))
  const sum = (count: (note: Read) => Count): Count => read.map(count).reduce(plus, none)
  const keys = (labels: readonly Label[]): ReadonlySet<string> => new Set(labels.map(keyOf))
  return {
    notes: notes.length,
    actionable: sum(({ labels, found }) => compare(actionableIn(found), actionableIn(labels))),
    byCode: codeCounts(read),
    exact: sum(({ labels, found }) => compare(keys(found), keys(labels))),
    status: statusOf(read),
  }
}

export const precision = ({ hits, extra }: Count): number => (hits + extra === 0 ? 1 : hits / (hits + extra))
export const recall = ({ hits, missed }: Count): number => (hits + missed === 0 ? 1 : hits / (hits + missed))
