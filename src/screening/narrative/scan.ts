// One note in, its findings out: which words match which indicator, in what status, and why. Nothing is dropped because of its
// context: a finding that is denied, past or about someone else stays, with the words that decided it.

import type { IndicatorCode, Language, Lexicon } from '../../knowledge/index.ts'
import { compileLexicon } from './compile-lexicon.ts'
import { detectLanguage } from './detect-language.ts'
import { hitsBySentence } from './hit.ts'
import { Matcher } from './matcher.ts'
import { type Target, targetsIn } from './targets.ts'

export type Finding = {
  readonly code: IndicatorCode
  readonly assertion: 'affirmed' | 'negated' | 'possible'
  readonly temporality: 'current' | 'historical' | 'hypothetical'
  readonly experiencer: 'child' | 'other'
  /** UTF-16 code units of the text as given; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** The entry of the lexicon: language/id. */
  readonly rule: string
  /** What decided the status: the words of context, or 'default'. */
  readonly because: string
}

export type Scan = { readonly language: Language; readonly findings: readonly Finding[]; readonly tooDense: boolean }

export type Scanner = (text: string, language?: Language) => Scan

function findingOf(text: string, { entry, rule, start, end }: Target): Finding {
  return {
    code: entry.code,
    assertion: entry.assertion ?? (entry.opposite === true ? 'negated' : 'affirmed'),
    temporality: entry.temporality ?? 'current',
    experiencer: entry.experiencer ?? 'child',
    start,
    end,
    text: text.slice(start, end),
    rule: `${rule.language}/${entry.id}`,
    because: 'default',
  }
}

/** Builds the machine once (some 100 ms); the scanner may be called any number of times. */
export function buildScanner(lexicon: Lexicon): Scanner {
  const compiled = compileLexicon(lexicon)
  const matcher = new Matcher(compiled.machine)
  return (text, given) => {
    const language = given ?? detectLanguage(text)
    const matches = matcher.match(text)
    const { tooDense } = matches
    const hits = hitsBySentence(matches, compiled, language)
    const findings = [...hits.keys()].flatMap((sentence) =>
      targetsIn(sentence, hits).map((target) => findingOf(text, target)),
    )
    return { language, findings, tooDense }
  }
}
