// `npm run bench:accuracy`: how well the narrative engine reads notes. The practice notes and every set of `tests/notes` (written by
// people who had not seen the lexicon), and the public half of the NegEx set where it is at hand. `--codes` adds the table of
// indicators for each set. The figures of a set's first look, before anyone learned from it, stand in benchmarks/README.md.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { indicatorCodes, loadLexicon } from '../../src/knowledge/index.ts'
import { buildContextReader, buildScanner } from '../../src/screening/index.ts'
import { parseNotes } from '../../tests/lexicon/notes.ts'
import { type Accuracy, type Count, measure, none, plus, precision, recall } from './count.ts'
import { measureNegation, negexFile } from './negex.ts'

const home = join(import.meta.dirname, '../..')
const given = process.argv.slice(2)
const lexicon = loadLexicon(join(home, 'content/lexicon'))
const scan = buildScanner(lexicon)
const share = (value: number): string => value.toFixed(3)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const counts = ({ hits, extra, missed }: Count): string =>
  `${String(hits)} found, ${String(extra)} extra, ${String(missed)} missed`

function report(name: string, { notes, actionable, exact, status }: Accuracy): void {
  const known = share(status.of === 0 ? 1 : status.right / status.of)
  say(
    `${name.padEnd(14)} ${String(notes).padStart(4)} notes  precision ${share(precision(actionable))}  recall ${share(recall(actionable))}` +
      `  status ${known} of ${String(status.of)}  all labels exactly: P ${share(precision(exact))} R ${share(recall(exact))}`,
  )
}

function reportCodes(byCode: ReadonlyMap<string, Count>): void {
  say(`\n${'indicator'.padEnd(28)}precision recall  (actionable, all sets below)`)
  for (const code of indicatorCodes) {
    const count = byCode.get(code) ?? none
    say(`${code.padEnd(28)}${share(precision(count))}     ${share(recall(count))}   ${counts(count)}`)
  }
}

const folder = join(home, 'tests/notes')
const files = given.filter((argument) => argument.endsWith('.jsonl'))
const all =
  files.length > 0
    ? files
    : readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
const byCode = new Map<string, Count>()
for (const file of all) {
  const accuracy = measure(parseNotes(readFileSync(file, 'utf8')), scan)
  report(file.split('/').at(-1) ?? file, accuracy)
  for (const [code, count] of accuracy.byCode) byCode.set(code, plus(byCode.get(code) ?? none, count))
}
reportCodes(byCode)

const negex = negexFile(home)
if (existsSync(negex)) {
  const { rows, count } = measureNegation(readFileSync(negex, 'utf8'), buildContextReader(lexicon))
  const [p, r] = [precision(count), recall(count)]
  say(
    `\nNegEx half, Negated given the phrase: ${String(rows)} rows  P ${share(p)}  R ${share(r)}  F1 ${share((2 * p * r) / (p + r))}`,
  )
} else say('\nNegEx half: not at hand here (../shared/data/negex), not measured.')
