// For people who write the lexicon: `bin/footbridge --node tests/lexicon/try.ts [code ...]` shows every example that fails, and
// what the practice notes still miss or wrongly find, for these codes (or all). With `--notes FILE` it reads another set; with
// `--status` it shows the labels whose indicator was found in another status, with the words that decided.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { loadLexicon } from '../../src/knowledge/index.ts'
import { buildScanner, type Finding } from '../../src/screening/index.ts'
import { findExampleFaults } from './examples.ts'
import { type Label, parseNotes } from './notes.ts'

const home = join(import.meta.dirname, '../..')
const given = process.argv.slice(2).filter((argument) => argument !== '--status')
const showsStatus = process.argv.includes('--status')
const at = given.indexOf('--notes')
const file = at < 0 ? join(home, 'tests/notes/dev.jsonl') : (given[at + 1] ?? '')
const codes = at < 0 ? given : given.filter((_, place) => place !== at && place !== at + 1)
const wanted = (code: string): boolean => codes.length === 0 || codes.includes(code)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const lexicon = loadLexicon(join(home, 'content/lexicon'))
const scan = buildScanner(lexicon)
for (const { code, why } of findExampleFaults(lexicon, scan)) if (wanted(code)) say(`EXAMPLE ${why}`)

const statusOf = ({ assertion, temporality, experiencer }: Label): string =>
  `${assertion} ${temporality} ${experiencer}`

/** The labels of a note whose indicator was found, but never in their status. */
function wrongStatuses(labels: readonly Label[], findings: readonly Finding[]): readonly string[] {
  return labels.flatMap((label) => {
    const found = findings.filter(({ code }) => code === label.code)
    if (found.length === 0 || found.some((finding) => statusOf(finding) === statusOf(label))) return []
    return found.map(
      (finding) =>
        `${label.code}: ${statusOf(label)}, found ${statusOf(finding)} "${finding.text}" because ${finding.because}`,
    )
  })
}

for (const note of parseNotes(readFileSync(file, 'utf8'))) {
  const { findings } = scan(note.text, { language: note.lang })
  const labelled = new Set(note.labels.map(({ code }) => code))
  const missed = [...labelled].filter((code) => wanted(code) && !findings.some((finding) => finding.code === code))
  const extra = findings.filter(({ code }) => wanted(code) && !labelled.has(code))
  const labels = note.labels.filter(({ code }) => wanted(code))
  const wrong = showsStatus ? wrongStatuses(labels, findings) : []
  const faults = showsStatus ? wrong.length : missed.length + extra.length
  if (faults === 0) continue
  say(`${note.id} ${note.text.replaceAll('\n', ' / ')}`)
  for (const status of wrong) say(`   STATUS ${status}`)
  if (showsStatus) continue
  for (const code of missed) say(`   MISSED ${code}`)
  for (const { code, text, rule } of extra) say(`   EXTRA  ${code} "${text}" ${rule}`)
}
