// One note in, its findings out: which words match which indicator, in what status, and why. Nothing is dropped because of its
// context: a finding that is denied, past or about someone else stays, with the words that decided it.

import type { Language, Lexicon } from '../../knowledge/index.ts'
import { compileLexicon } from './compile-lexicon.ts'
import { denialsOf } from './context/echo.ts'
import { type Section, sectionAt, sectionsOf } from './context/section.ts'
import { surroundingsOf } from './context/standing.ts'
import { type Status, statusOf } from './context/status.ts'
import { detectLanguage } from './detect-language.ts'
import type { Finding } from './finding.ts'
import type { Hit } from './hit.ts'
import { NoteReader } from './note-reader.ts'
import { isFinding } from './rule.ts'
import { type Target, targetsIn } from './targets.ts'

export type Scan = { readonly language: Language; readonly findings: readonly Finding[]; readonly tooDense: boolean }

/** `noteYear`: the year in which the note was written, for "in 2019"; without it, years are past up to 2025. */
export type ScanOptions = { readonly language?: Language | undefined; readonly noteYear?: number | undefined }

export type Scanner = (text: string, options?: ScanOptions) => Scan

const defaultYear = 2026

/** What is known of the whole note. */
type Whole = {
  readonly sections: readonly Section[]
  readonly general: string | undefined
  readonly noteYear: number
}

const findingOf = (text: string, { entry, rule, start, end }: Target, status: Status): Finding => ({
  code: entry.code,
  assertion: status.assertion,
  temporality: status.temporality,
  experiencer: status.experiencer,
  because: status.because,
  start,
  end,
  text: text.slice(start, end),
  rule: rule.name,
})

function findingsIn(sentence: number, hits: readonly Hit[], note: NoteReader, whole: Whole): readonly Finding[] {
  const targets = targetsIn(sentence, hits, note)
  if (targets.length === 0) return []
  const { general, noteYear, sections } = whole
  const around = surroundingsOf(note.sentence(sentence), note.contextOf(sentence), targets)
  return targets.map((target) => {
    const section = sectionAt(sections, target.start)
    return findingOf(note.text, target, statusOf(around, target, target.entry, { section, general, noteYear }))
  })
}

/** Sentence -> its findings-to-be, in order. */
function bySentence(hits: readonly Hit[]): ReadonlyMap<number, readonly Hit[]> {
  const found = new Map<number, Hit[]>()
  for (const hit of hits) {
    if (!isFinding(hit.rule)) continue
    const known = found.get(hit.sentence)
    if (known === undefined) found.set(hit.sentence, [hit])
    else known.push(hit)
  }
  return found
}

/** Findings in the order of the sentences; "She says she isn't." answers those of the sentence before. */
function allFindings(note: NoteReader, read: readonly Hit[], whole: Whole): readonly Finding[] {
  const all: Finding[] = []
  const hits = bySentence(read)
  let before: { readonly sentence: number; readonly findings: readonly Finding[] } = { sentence: -2, findings: [] }
  const answer = (): void => {
    if (before.findings.length > 0)
      for (const denial of denialsOf(before.findings, note, before.sentence + 1)) all.push(denial)
  }
  for (const [sentence, own] of hits) {
    const findings = findingsIn(sentence, own, note, whole)
    if (sentence !== before.sentence + 1 || findings.length === 0) answer()
    for (const finding of findings) all.push(finding)
    before = { sentence, findings }
  }
  answer()
  return all
}

function generalOf(text: string, hits: readonly Hit[]): string | undefined {
  const found = hits.find(({ rule }) => 'trigger' in rule.entry && rule.entry.trigger === 'general')
  return found === undefined ? undefined : text.slice(found.start, found.end)
}

/** Builds the machine once (some 100 ms); the scanner may be called any number of times. */
export function buildScanner(lexicon: Lexicon): Scanner {
  const note = new NoteReader(compileLexicon(lexicon))
  return (text, { language = detectLanguage(text), noteYear = defaultYear } = {}) => {
    const hits = note.read(text, language)
    const { tooDense } = note
    if (!hits.some(({ rule }) => isFinding(rule))) return { language, findings: [], tooDense }
    const whole = { sections: sectionsOf(text, hits), general: generalOf(text, hits), noteYear }
    return { language, findings: allFindings(note, hits, whole), tooDense }
  }
}
