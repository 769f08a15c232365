// One note in, its findings out: which words match which indicator, in what status, and why. Nothing is dropped because of its
// context: a finding that is denied, past or about someone else stays, with the words that decided it.

import type { Language, Lexicon } from '../../knowledge/index.ts'
import { compileLexicon, type CompiledLexicon } from './compile-lexicon.ts'
import { denialsOf, overSince } from './context/echo.ts'
import { type Section, sectionAt, sectionsOf } from './context/section.ts'
import { type NoteContext, type Status, statusOf } from './context/status.ts'
import { surroundingsOf } from './context/surroundings.ts'
import { detectLanguage } from './detect-language.ts'
import type { Finding } from './finding.ts'
import { hasFindings, type Hit, hitsBySentence } from './hit.ts'
import { Matcher, type Matches } from './matcher.ts'
import { type HitsBySentence, type Target, targetsIn } from './targets.ts'
import { isMistaken, trimmed } from './trim.ts'

export type Scan = { readonly language: Language; readonly findings: readonly Finding[]; readonly tooDense: boolean }

/** `noteYear`: the year in which the note was written, for "in 2019"; without it, years are past up to 2025. */
export type ScanOptions = { readonly language?: Language | undefined; readonly noteYear?: number | undefined }

export type Scanner = (text: string, options?: ScanOptions) => Scan

const defaultYear = 2026

type Note = {
  readonly text: string
  readonly sentences: Int32Array
  readonly hits: HitsBySentence
  readonly sections: readonly Section[]
  readonly general: string | undefined
  readonly noteYear: number
}

const findingOf = (text: string, { entry, rule, start, end }: Target, status: Status): Finding => ({
  code: entry.code,
  ...status,
  start,
  end,
  text: text.slice(start, end),
  rule: `${rule.language}/${entry.id}`,
})

function findingsIn(sentence: number, note: Note): readonly Finding[] {
  const { text, sentences, hits, sections, general, noteYear } = note
  const own = hits.get(sentence) ?? []
  const targets = targetsIn(sentence, hits)
    .filter((target) => !isMistaken(target, text))
    .map((target) => trimmed(target, own, text))
  if (targets.length === 0) return []
  const bounds = {
    text,
    start: sentence === 0 ? 0 : (sentences[sentence - 1] ?? 0),
    end: sentences[sentence] ?? text.length,
  }
  const around = surroundingsOf(bounds, own, targets)
  return targets.map((target) => {
    const context: NoteContext = { section: sectionAt(sections, target.start), general, noteYear }
    return findingOf(text, target, statusOf(around, target, target.entry, context))
  })
}

/** Findings in the order of the sentences; "She says she isn't." answers those of the sentence before. */
function allFindings(note: Note): readonly Finding[] {
  const all: Finding[] = []
  let before: { readonly sentence: number; readonly findings: readonly Finding[] } = { sentence: -2, findings: [] }
  for (const sentence of [...note.hits.keys()].sort((a, b) => a - b)) {
    const findings = findingsIn(sentence, note)
    const start = note.sentences[sentence - 1] ?? 0
    const sentenceText = note.text.slice(start, note.sentences[sentence])
    const hits = note.hits.get(sentence) ?? []
    if (findings.length === 0 && sentence - before.sentence <= 2)
      all.push(...denialsOf(before.findings, note.text, sentenceText, hits))
    const earlier = findings.length === 0 && before.sentence === sentence - 1 ? before.findings : findings
    all.push(...findings, ...overSince(earlier, note.text, hits))
    if (findings.length > 0) before = { sentence, findings }
  }
  return all
}

function generalOf(text: string, hits: readonly Hit[]): string | undefined {
  const found = hits.find(({ rule }) => 'trigger' in rule.entry && rule.entry.trigger === 'general')
  return found === undefined ? undefined : text.slice(found.start, found.end)
}

function noteOf(text: string, matches: Matches, compiled: CompiledLexicon, language: Language, noteYear: number): Note {
  const hits = hitsBySentence(matches, compiled, language)
  const all = [...hits.values()].flat()
  return {
    text,
    sentences: matches.sentences,
    hits,
    sections: sectionsOf(text, all),
    general: generalOf(text, all),
    noteYear,
  }
}

/** Builds the machine once (some 100 ms); the scanner may be called any number of times. */
export function buildScanner(lexicon: Lexicon): Scanner {
  const compiled = compileLexicon(lexicon)
  const matcher = new Matcher(compiled.machine)
  return (text, { language = detectLanguage(text), noteYear = defaultYear } = {}) => {
    const matches = matcher.match(text)
    if (!hasFindings(matches, compiled)) return { language, findings: [], tooDense: matches.tooDense }
    const note = noteOf(text, matches, compiled, language, noteYear)
    return { language, findings: allFindings(note), tooDense: matches.tooDense }
  }
}
