// The public NegEx set (chapmanbe/negex, Apache-2.0; its odd rows): is the phrase in capitals denied? The set is not part of this
// project; a row whose phrase is not in its sentence counts as affirmed.

import { join } from 'node:path'

import type { ReadContext } from '../../src/screening/index.ts'
import type { Count } from './count.ts'

/** Where the set is looked for: `FOOTBRIDGE_SHARED`, else beside the project. */
export const negexFile = (home: string): string =>
  join(process.env['FOOTBRIDGE_SHARED'] ?? join(home, '../shared'), 'data/negex/dev.tsv')

type Row = { readonly phrase: string; readonly sentence: string; readonly negated: boolean }

function rowsOf(text: string): readonly Row[] {
  return text.split('\n').flatMap((line) => {
    const [, phrase = '', sentence = '', label = ''] = line.split('\t')
    return phrase === ''
      ? []
      : [{ phrase, sentence: sentence.replace(/^"|"$/g, ''), negated: label.trim() === 'Negated' }]
  })
}

function isNegated({ phrase, sentence }: Row, read: ReadContext): boolean {
  const capitals = sentence.indexOf(phrase.toUpperCase())
  const at = capitals < 0 ? sentence.toLowerCase().indexOf(phrase.toLowerCase()) : capitals
  return at >= 0 && read(sentence, at, at + phrase.length).assertion === 'negated'
}

export function measureNegation(text: string, read: ReadContext): { readonly rows: number; readonly count: Count } {
  const rows = rowsOf(text)
  const sure = rows.map((row) => ({ is: row.negated, found: isNegated(row, read) }))
  const number = (keep: (row: (typeof sure)[number]) => boolean): number => sure.filter(keep).length
  return {
    rows: rows.length,
    count: {
      hits: number(({ is, found }) => is && found),
      extra: number(({ is, found }) => !is && found),
      missed: number(({ is, found }) => is && !found),
    },
  }
}
