// `npm run bench:scan`: the narrative engine beside its npm peers, interleaved in one run, MB of UTF-8 per CPU second, median of
// five. Fails when a hold of design.md section 6 or of domain/text-engine.md B6 (CI column) is missed; `--quick`: at half of it.

import { join } from 'node:path'

import { loadLexicon } from '../../src/knowledge/index.ts'
import { buildScanner } from '../../src/screening/index.ts'
import { compileLexicon } from '../../src/screening/narrative/compile-lexicon.ts'
import { Matcher } from '../../src/screening/narrative/matcher.ts'
import { makeNotes, makePatterns, makeWorld, randomFrom } from './corpus.ts'
import { ahocorasick, byteSum, type Engine, modernAhocorasick, ownEngine, re2Set, regexLoop } from './engines.ts'
import { megabytes, ratesOf } from './rates.ts'
import { scopeEngines } from './scope.ts'

const quick = process.argv.includes('--quick')
const slack = quick ? 2 : 1
const missed: string[] = []
const say = (line: string): void => void process.stdout.write(`${line}\n`)

function hold(what: string, value: number, least: number): void {
  const ok = value >= least / slack
  if (!ok) missed.push(what)
  say(
    `${value >= least ? 'ok    ' : 'MISSED'} ${what.padEnd(52)} ${value.toFixed(2).padStart(8)}   hold: >= ${String(least)}`,
  )
}

function holdMs(what: string, ms: number, most: number): void {
  if (ms > most * slack) missed.push(what)
  say(
    `${ms <= most ? 'ok    ' : 'MISSED'} ${what.padEnd(52)} ${ms.toFixed(1).padStart(8)}   hold: <= ${String(most)} ms`,
  )
}

const world = makeWorld(7)
const patterns = {
  300: makePatterns(world, 300, 1),
  1000: makePatterns(world, 1000, 2),
  3000: makePatterns(world, 3000, 3),
}
const notes = makeNotes(world, patterns[1000], quick ? 6 : 24, 4)
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const folded = notes.map(fold)
const part = <Text>(texts: readonly Text[], share: number): readonly Text[] =>
  texts.slice(0, Math.ceil(texts.length * share))

const own = ownEngine(patterns[1000])
const peers = [
  await ahocorasick(patterns[1000]),
  modernAhocorasick(patterns[1000]),
  await re2Set(patterns[1000]),
].filter((engine) => engine !== undefined)
const loop = regexLoop(patterns[1000])
const textsFor = ({ folded: wantsFolded, name }: Engine): readonly string[] =>
  part(
    wantsFolded ? folded : notes,
    name === 'RegExp loop' ? (quick ? 0.02 : 0.01) : name.includes('ahocorasick') ? 0.25 : 1,
  )
const engines = [own, byteSum(), ...peers, loop]
const rates = ratesOf(
  engines.map((engine) => ({ name: engine.name, texts: textsFor(engine), run: engine.run })),
  quick ? 3 : 5,
)
say(`${String(notes.length)} notes, ${megabytes(notes).toFixed(1)} MB; MB per CPU second at 1,000 patterns:`)
for (const [name, rate] of rates) say(`       ${name.padEnd(22)} ${rate.toFixed(2).padStart(9)}`)
const rate = (name: string): number => rates.get(name) ?? Number.NaN
hold('own engine, MB/s per core at 1,000 patterns', rate('own'), 200)
hold('to ahocorasick 1.0.2', rate('own') / rate('ahocorasick'), 6)
hold('to modern-ahocorasick iterate', rate('own') / rate('modern-ahocorasick'), 5)
if (rates.has('re2 Set.match')) hold('to re2 Set.match', rate('own') / rate('re2 Set.match'), 4)
else say('       re2 is not installed here: its Set is not measured')
hold('to a RegExp loop', rate('own') / rate('RegExp loop'), 150)
hold('to a byte sum', rate('own') / rate('byte sum'), 0.12)

const sizes = ratesOf(
  ([300, 3000] as const).map((size) => ({ name: String(size), texts: notes, run: ownEngine(patterns[size]).run })),
  quick ? 3 : 5,
)
hold('3,000 patterns to 300', (sizes.get('3000') ?? 0) / (sizes.get('300') ?? 1), 0.6)

const scope = ratesOf(
  scopeEngines(patterns[1000], loadLexicon(join(import.meta.dirname, '../../content/lexicon')), notes),
  quick ? 3 : 5,
)
hold('triggers and scope to match only', (scope.get('scope') ?? 0) / (scope.get('match') ?? 1), 0.65)

const lexicon = loadLexicon(join(import.meta.dirname, '../../content/lexicon'))
const compiled = compileLexicon(lexicon)
const random = randomFrom(9)
const machines = [compiled.findings.machine, compiled.context.machine]
const starters = machines.flatMap(({ vocabulary }) => [...vocabulary.idOf.keys()])
const adversarial = Array.from({ length: 180_000 }, () => starters[Math.floor(random() * starters.length)] ?? '')
  .join(' ')
  .slice(0, 1e6)
const timed = (work: () => unknown): number => {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN
}
const worst = ownEngine(patterns[1000])
const words = [...new Set(patterns[1000].flatMap((pattern) => pattern[0]?.words ?? []))]
const dense = Array.from({ length: 250_000 }, () => words[Math.floor(random() * words.length)] ?? '')
  .join(' ')
  .slice(0, 1e6)
holdMs(
  '1 MB of nothing but starters, 1,000 patterns',
  timed(() => worst.run([dense])),
  100,
)
const lexiconMatchers = machines.map((machine) => new Matcher(machine))
holdMs(
  '1 MB of nothing but lexicon words, match',
  timed(() => lexiconMatchers.map((matcher) => matcher.match(adversarial).count)),
  100,
)
const scan = buildScanner(lexicon)
say(
  `       1 MB of nothing but lexicon words, whole scan      ${timed(() => scan(adversarial, { language: 'en' })).toFixed(1)} ms`,
)

const real = ratesOf(
  [
    {
      name: 'lexicon',
      texts: part(notes, 0.25),
      run: (texts) => texts.reduce((n, text) => n + scan(text).findings.length, 0),
    },
  ],
  3,
)
say(`       our whole lexicon and context, made-up notes: ${(real.get('lexicon') ?? 0).toFixed(1)} MB/s`)
process.exitCode = missed.length === 0 ? 0 : 1
