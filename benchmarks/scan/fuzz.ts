// `npm run bench:fuzz`: a million random cases, each some patterns and a text, for the fast matcher and the slow oracle; any
// disagreement is printed with its seed, and the exit code is 1. `--cases n --seed n` for fewer or for others.

import { parseArgs } from 'node:util'

import { buildAutomaton } from '../../src/screening/narrative/automaton.ts'
import { matchSize } from '../../src/screening/narrative/match-list.ts'
import { Matcher } from '../../src/screening/narrative/matcher.ts'
import type { Pattern } from '../../src/screening/narrative/pattern.ts'
import { type Place, slowMatch } from '../../tests/oracle/slow-match.ts'
import { type Random, randomFrom } from './corpus.ts'

const textsEach = 20

// Few words, so that patterns overlap and meet again and again; and marks that part words, end sentences or do neither.
const words = ['ran', 'away', 'phone', 'dr', 'nina', 'no', 'se', 'fue', 'w', 'o', '26', 'estaciones', 'relationships']
const pieces = [
  ...words,
  ...[
    'Away',
    'PHONE',
    'Dr',
    'niña',
    'nin\u0303a',
    "do'es",
    'w/o',
    'other',
    'ñandú',
    'x',
    'Estaciónes',
    'relation’ships',
  ],
  ...[
    ' ',
    '. ',
    '.',
    ', ',
    '\n',
    '; ',
    '! ',
    ' — ',
    '’',
    "'",
    '☐',
    ' 🙂 ',
    '"',
    '…',
    ': ',
    ') ',
    '-',
    '\u0000',
    '\u2003',
  ],
]
const few = ['a', 'b', 'c']
const fewPieces = [...few, ...few, 'x', '. b']

const below = (count: number, random: Random): number => Math.floor(random() * count)
const pick = (list: readonly string[], random: Random): string => list[below(list.length, random)] ?? ''
const times = <Value>(count: number, make: (at: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, at) => make(at))

const patternOf = (from: readonly string[], most: number, random: Random): Pattern =>
  times(1 + below(4, random), (at) => ({
    gap: at === 0 ? 0 : below(7, random),
    words: [...new Set(times(1 + below(most, random), () => pick(from, random)))],
  }))

const looseText = (random: Random): string =>
  times(below(60, random), () => (random() < 0.5 ? ' ' : pick(pieces, random))).join('')

const denseText = (random: Random): string => times(below(14, random), () => pick(fewPieces, random)).join(' ')

const inOrder = (places: readonly Place[]): string =>
  JSON.stringify([...places].sort((a, b) => a.start - b.start || a.end - b.end || a.pattern - b.pattern))

function quickMatch(matcher: Matcher, text: string): readonly Place[] {
  const { numbers, count } = matcher.match(text)
  return times(count, (at) => ({
    pattern: numbers[at * matchSize] ?? 0,
    start: numbers[at * matchSize + 3] ?? 0,
    end: numbers[at * matchSize + 4] ?? 0,
  }))
}

/** One set of patterns and its texts; returns how many texts were read differently. One matcher reads all: nothing may stay behind. */
function disagreements(seed: number): number {
  const random = randomFrom(seed)
  const dense = random() < 0.5
  const patterns = times(1 + below(dense ? 3 : 8, random), () => patternOf(dense ? few : words, dense ? 2 : 4, random))
  const matcher = new Matcher(buildAutomaton(patterns))
  const wrong = times(textsEach, () => (dense ? denseText(random) : looseText(random))).filter(
    (text) => inOrder(quickMatch(matcher, text)) !== inOrder(slowMatch(patterns, text)),
  )
  for (const text of wrong) console.log(`seed ${String(seed)}: ${JSON.stringify({ patterns, text })}`)
  return wrong.length
}

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
})
const sets = Math.ceil(Number(values.cases) / textsEach)
const first = Number(values.seed)
let wrong = 0
for (let set = 0; set < sets; set++) wrong += disagreements(first + set)
console.log(
  `${String(sets * textsEach)} cases, seeds ${String(first)} to ${String(first + sets - 1)}: ${String(wrong)} disagreements`,
)
process.exitCode = wrong === 0 ? 0 : 1
