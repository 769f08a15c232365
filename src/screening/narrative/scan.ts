// One note in, its findings out: which words match which indicator, in what status, and why. Nothing is dropped because of its
// context: a finding that is denied, past or about someone else stays, with the words that decided it.

import type { Language, Lexicon } from '../../knowledge/index.ts'
import { type CompiledLexicon, compileLexicon } from './compile-lexicon.ts'
import { contrasts, revised } from './context/answers.ts'
import { denialsOf, overSince } from './context/echo.ts'
import { type Section, sectionAt, sectionsOf } from './context/section.ts'
import { surroundingsOf } from './context/standing.ts'
import { type Status, statusOf } from './context/status.ts'
import { detectLanguage } from './detect-language.ts'
import type { Finding } from './finding.ts'
import { endingIn, type Hit } from './hit.ts'
import { NoteReader } from './note-reader.ts'
import { isFinding } from './rule.ts'
import { type Target, targetsIn } from './targets.ts'
import { isMistaken, trimmed } from './trim.ts'
import type { CopyUnits } from './units.ts'

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
  const targets = targetsIn(hits, note)
    .filter((target) => !isMistaken(target, note.text))
    .map((target) => trimmed(target, endingIn(note.contextOf(sentence), target), note.text))
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

/** The last sentence with findings, which the next may answer; `at`: where they stand among all. */
type Told = { readonly sentence: number; readonly at: number; readonly findings: readonly Finding[] }

/** Sentences that may answer one with findings: how far behind it they stand. */
const answersWithin = 2

/**
 * Findings in the order of the sentences. "She says she isn't." answers those of the sentence before; "none since" says of past ones
 * that they are over.
 */
function allFindings(note: NoteReader, read: readonly Hit[], whole: Whole): readonly Finding[] {
  const all: Finding[] = []
  let before: Told = { sentence: -9, at: 0, findings: [] }
  let done = -1
  const add = (sentence: number, findings: readonly Finding[]): void => {
    const silent = findings.length === 0
    const follows = silent && before.sentence === sentence - 1
    if (follows) {
      const answered = revised(before.findings, note, sentence)
      all.splice(before.at, answered.length, ...answered)
      before = { ...before, findings: answered }
    }
    if (silent && sentence - before.sentence <= answersWithin) all.push(...denialsOf(before.findings, note, sentence))
    const at = all.length
    for (const finding of findings) all.push(finding)
    const earlier = follows ? before.findings : findings
    for (const over of overSince(earlier, note, sentence)) all.push(over)
    for (const denial of contrasts(earlier, note, sentence)) all.push(denial)
    if (!silent) before = { sentence, at, findings }
    done = sentence
  }
  const addSilent = (end: number): void => {
    for (let one = before.sentence + 1; one <= before.sentence + answersWithin && one < end; one++)
      if (one > done) add(one, [])
  }
  for (const [sentence, hits] of bySentence(read)) {
    addSilent(sentence)
    add(sentence, findingsIn(sentence, hits, note, whole))
  }
  addSilent(note.sentences)
  return all
}

function generalOf(text: string, hits: readonly Hit[]): string | undefined {
  const found = hits.find(({ rule }) => 'trigger' in rule.entry && rule.entry.trigger === 'general')
  return found === undefined ? undefined : text.slice(found.start, found.end)
}

/** Builds the machine once (some seconds for the whole lexicon); the scanner may be called any number of times. */
export const buildScanner = (lexicon: Lexicon, copy?: CopyUnits): Scanner => scannerOf(compileLexicon(lexicon), copy)

/** A scanner of a machine that was built before. `copy`: a faster way of copying a text, where there is one. */
export function scannerOf(compiled: CompiledLexicon, copy?: CopyUnits): Scanner {
  const note = new NoteReader(compiled, copy)
  return (text, { language = detectLanguage(text), noteYear = defaultYear } = {}) => {
    const hits = note.read(text, language)
    const { tooDense } = note
    if (!hits.some(({ rule }) => isFinding(rule))) return { language, findings: [], tooDense }
    const whole = { sections: sectionsOf(text, hits), general: generalOf(text, hits), noteYear }
    return { language, findings: allFindings(note, hits, whole), tooDense }
  }
}
