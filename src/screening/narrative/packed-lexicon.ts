// The lexicon on its way to a browser: without the example sentences, which only tests read, and column by column (all words,
// all patterns, all the rest), because like beside like is a tenth smaller when it is packed.

import type { Language, Lexicon, LexiconEntry, LexiconPart } from '../../knowledge/index.ts'

type Lean<Entry> = Entry extends LexiconEntry ? Omit<Entry, 'any' | 'yes' | 'no'> : never

type PackedPart = {
  /** A class a line: its name, then its words with `|` between them. */
  readonly words: string
  /** A pattern a line; an empty line after each entry. */
  readonly patterns: string
  readonly entries: readonly Lean<LexiconEntry>[]
}

export type PackedLexicon = Readonly<Record<Language, PackedPart>>

/** What is undefined is not written. */
const left = { any: undefined, yes: undefined, no: undefined }

const lean = (entry: LexiconEntry): Lean<LexiconEntry> => ({ ...entry, ...left })

const pack = ({ words, entries }: LexiconPart): PackedPart => ({
  words: Object.entries(words)
    .map(([name, list]) => [name, ...list].join('|'))
    .join('\n'),
  patterns: entries.map(({ any }) => any.join('\n')).join('\n\n'),
  entries: entries.map(lean),
})

/** Throws RangeError where a word or pattern holds what the format parts things by. */
export function packLexicon(lexicon: Lexicon): string {
  for (const { words, entries } of [lexicon.en, lexicon.es]) {
    const wrong = [
      ...entries.flatMap(({ any }) => any.filter((pattern) => pattern.includes('\n'))),
      ...Object.values(words).flatMap((list) => list.filter((word) => /[|\n]/.test(word))),
    ]
    if (wrong.length > 0) throw new RangeError(`not to be packed: ${wrong.join(', ')}`)
  }
  return JSON.stringify({ en: pack(lexicon.en), es: pack(lexicon.es) } satisfies PackedLexicon)
}

function unpack({ words, patterns, entries }: PackedPart): LexiconPart {
  const anys = patterns.split('\n\n').map((any) => any.split('\n'))
  return {
    words: Object.fromEntries(
      words.split('\n').map((line) => {
        const [name = '', ...list] = line.split('|')
        return [name, list]
      }),
    ),
    entries: entries.map((entry, at): LexiconEntry => {
      const any = anys[at] ?? []
      return 'code' in entry ? { ...entry, any, yes: [], no: [] } : { ...entry, any }
    }),
  }
}

export const unpackLexicon = ({ en, es }: PackedLexicon): Lexicon => ({ en: unpack(en), es: unpack(es) })
