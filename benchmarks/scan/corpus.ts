// Made-up notes and patterns to measure on, the same in every run: words by Zipf's law, a third in Spanish, one sentence in sixteen
// with the words of a pattern, two in five of those with a phrase of context (domain/text-engine.md, B1).

import type { Pattern } from '../../src/screening/narrative/pattern.ts'

export type Random = () => number

/** mulberry32: the same numbers for the same seed, in [0, 1). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const syllables = {
  en: 'ba con der el fin gra hin ing jo ker lor men ner ot pri qui ran ster tion un ver win yel zar th ough ee ch'.split(
    ' ',
  ),
  es: 'ba con de el fi gra hi in jo que la me ña or pri quí ra sión ta un ve ció ye za ll ón és ía'.split(' '),
} as const

export type Tongue = keyof typeof syllables

const pick = <Value>(list: readonly Value[], random: Random): Value => list[Math.floor(random() * list.length)] as Value

function inventWords(tongue: Tongue, count: number, random: Random): readonly string[] {
  const words = new Set<string>()
  while (words.size < count) {
    const length = 1 + Math.floor(random() * Math.min(4, 1 + Math.log10(words.size + 2)))
    words.add(Array.from({ length }, () => pick(syllables[tongue], random)).join(''))
  }
  return [...words]
}

const vocabularySize = 12_000

/** Rank by Zipf's law: word r is 1/r as frequent as the first. */
const zipf = (count: number, random: Random): number => Math.floor(Math.exp(random() * Math.log(count))) - 1

/** `starting`: words that patterns begin with; `following`: words that stand further on. */
export type World = {
  readonly words: Readonly<Record<Tongue, readonly string[]>>
  readonly starting: Readonly<Record<Tongue, readonly string[]>>
  readonly following: Readonly<Record<Tongue, readonly string[]>>
}

/** Every `step`-th word from rank `from` on, until there are `count`. */
const ranks = (list: readonly string[], from: number, step: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => list[from + at * step] ?? '')

/**
 * 350 words a language take part in patterns, frequent and rare: about 30 % of the words of a note are of them, 7-8 % may start
 * a pattern (domain/text-engine.md, B3).
 */
export function makeWorld(seed: number): World {
  const random = randomFrom(seed)
  const words = { en: inventWords('en', vocabularySize, random), es: inventWords('es', vocabularySize, random) }
  const both = (make: (list: readonly string[]) => readonly string[]) => ({ en: make(words.en), es: make(words.es) })
  return {
    words,
    starting: both((list) => ranks(list, 6, 9, 170)),
    following: both((list) => [...ranks(list, 1, 4, 160), ...ranks(list, 2000, 31, 40)]),
  }
}

/** `count` patterns of two to four elements, each of one to five words, with gaps of up to three. */
export function makePatterns({ starting, following }: World, count: number, seed: number): readonly Pattern[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, number) => {
    const tongue = number % 3 === 0 ? 'es' : 'en'
    return Array.from({ length: 2 + Math.floor(random() * 2.4) }, (__, at) => ({
      gap: at === 0 || random() < 0.5 ? 0 : 1 + Math.floor(random() * 3),
      words: [
        ...new Set(
          Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
            pick((at === 0 ? starting : following)[tongue], random),
          ),
        ),
      ].sort(),
    }))
  })
}

const modifiers = {
  en: ['denies', 'no', 'possible', 'history of', 'if'],
  es: ['niega', 'sin', 'posible', 'antecedentes de', 'si'],
} as const

const shown = (pattern: Pattern, random: Random): string => pattern.map(({ words }) => pick(words, random)).join(' ')

function sentence(world: World, tongue: Tongue, patterns: readonly Pattern[], random: Random): string {
  const list = world.words[tongue]
  const words = Array.from({ length: 6 + Math.floor(random() * 14) }, () => list[zipf(list.length, random)] ?? '')
  if (random() < 1 / 16) {
    const modifier = random() < 0.4 ? `${pick(modifiers[tongue], random)} ` : ''
    words.splice(Math.floor(random() * words.length), 0, modifier + shown(pick(patterns, random), random))
  }
  const [first = '', ...rest] = words
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(random() < 0.15 ? ', ' : ' ')}.`
}

/** Notes of about a thousand bytes, `megabytes` in all (UTF-8, about). */
export function makeNotes(
  world: World,
  patterns: readonly Pattern[],
  megabytes: number,
  seed: number,
): readonly string[] {
  const random = randomFrom(seed)
  const notes: string[] = []
  for (let bytes = 0; bytes < megabytes * 1e6;) {
    const tongue = random() < 0.3 ? 'es' : 'en'
    const note = Array.from({ length: 4 + Math.floor(random() * 10) }, () =>
      sentence(world, tongue, patterns, random),
    ).join(' ')
    notes.push(note)
    bytes += note.length
  }
  return notes
}

/** What a literal engine needs for the same patterns, gaps ignored. */
export const literalsOf = (pattern: Pattern): readonly string[] =>
  pattern.reduce<readonly string[]>(
    (begun, { words }) => begun.flatMap((start) => words.map((word) => (start === '' ? word : `${start} ${word}`))),
    [''],
  )
