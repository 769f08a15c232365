// The stems of a Spanish verb: what stands before the endings of each tense. Taken from the tables where the verb (or
// the verb it is built on) stands there, and from the rules otherwise.

import { irregularVerbs, neverPrefixed, plainVerbs, prefixes, stemChanges, type IrregularVerb } from './irregular-es.ts'
import { takesY, turned, type Theme } from './spelling-es.ts'

export type Stems = {
  readonly infinitive: string
  readonly theme: Theme
  readonly root: string
  /** cuent-: present, where the stress is on the stem. */
  readonly stressed: readonly string[]
  /** teng-, cuent-, saqu-: present subjunctive, stressed; for -er and -ir also before -o. */
  readonly own: readonly string[]
  /** teng-, cont-, pid-: present subjunctive of nosotros and vos. */
  readonly ours: readonly string[]
  /** pid-, durm-: before ie and io. */
  readonly weak: readonly string[]
  /** tuv-; empty where the preterite is regular. */
  readonly past: readonly string[]
  readonly imperfect: readonly string[]
  readonly future: readonly string[]
  readonly participle: readonly string[]
  readonly commands: readonly string[]
  readonly also: readonly string[]
}

/** Takes a folded infinitive without pronoun. */
export function stemsOf(infinitive: string): Stems {
  const theme = themeOf(infinitive)
  const root = infinitive.slice(0, -2)
  const listed = listedStems(infinitive)
  const change = changedStems(infinitive, theme, root)
  const stressed = listed('stressed') ?? (theme !== 'a' && takesY(root) ? [`${root}y`] : change.stressed)
  const ownListed = listed('own') ?? (stressed[0] === `${root}y` ? stressed : undefined)
  return {
    ...{ infinitive, theme, root, stressed },
    own: ownListed ?? stressed.flatMap((stem) => turned(stem, theme)),
    ours: ownListed ?? change.weak.flatMap((stem) => turned(stem, theme)),
    weak: listed('weak') ?? change.weak,
    past: listed('past') ?? [],
    imperfect: listed('imperfect') ?? [root],
    future: listed('future') ?? [infinitive],
    participle: listed('participle') ?? [root + (theme === 'a' ? 'ad' : 'id')],
    commands: listed('command') ?? stressed.map((stem) => stem + (theme === 'a' ? 'a' : 'e')),
    also: listed('also') ?? [],
  }
}

const themeOf = (infinitive: string): Theme => {
  if (infinitive.endsWith('ar')) return 'a'
  return infinitive.endsWith('er') ? 'e' : 'i'
}

type Found = { readonly prefix: string; readonly key: string }

const anyPrefixes = new RegExp(`^(?:${prefixes.join('|')})+$`)

/** The verb itself, or the longest verb it is built on: desaprobar -> des + aprobar. */
function findBase(infinitive: string, keys: Iterable<string>): Found | undefined {
  const found = [...keys]
    .filter((key) => infinitive.endsWith(key) && !neverPrefixed.has(key))
    .map((key) => ({ prefix: infinitive.slice(0, -key.length), key }))
    .filter(({ prefix }) => prefix === '' || (anyPrefixes.test(prefix) && !plainVerbs.has(infinitive)))
  return found.sort((one, other) => other.key.length - one.key.length)[0]
}

function listedStems(infinitive: string): (kind: keyof IrregularVerb) => readonly string[] | undefined {
  const found = neverPrefixed.has(infinitive)
    ? { prefix: '', key: infinitive }
    : findBase(infinitive, Object.keys(irregularVerbs))
  if (found === undefined) return () => undefined
  return (kind) => irregularVerbs[found.key]?.[kind]?.split(' ').map((stem) => found.prefix + stem)
}

type Changed = { readonly stressed: readonly string[]; readonly weak: readonly string[] }

/** With a prefix the plain stem stays beside the changed one, for not every such word is built that way (sustentar). */
function changedStems(infinitive: string, theme: Theme, root: string): Changed {
  for (const change of ['ie', 'ue', 'i'] as const) {
    const found = findBase(infinitive, stemChanges[change])
    if (found === undefined) continue
    const plain = found.prefix === '' ? [] : [root]
    const weak = theme === 'i' ? [closed(root), ...plain] : [root]
    return { stressed: [withLastVowel(root, change), ...plain], weak: [...new Set(weak)] }
  }
  return { stressed: [root], weak: [root] }
}

/** The u of gu and qu is no vowel: seguir, sigu-. */
const withLastVowel = (root: string, change: string): string =>
  root.replace(/[aeio](?=(?:[gq]u|[^aeiou])*$)|(?<![gq])u(?=[^aeiou]+$)/, change)

const closed = (root: string): string =>
  root.replace(/[eo](?=(?:[gq]u|[^aeiou])*$)/, (vowel) => (vowel === 'e' ? 'i' : 'u'))
