// The forms of a Spanish verb, folded: the persons yo, tú, vos, él, nosotros, ellos of the tenses that people write.
// Vos shares its forms with the unstressed stem (contás), so every stem-changing verb has both. Vosotros is left out:
// nobody in the Americas writes it. The preterite of tú also ends in -s, as many say it (dijistes).

import { wholeVerbs } from './irregular-es.ts'
import { withPronouns } from './pronouns-es.ts'
import { beforeGlide, turned, type Theme } from './spelling-es.ts'
import { stemsOf, type Stems } from './stems-es.ts'

/** Takes a folded infinitive without pronoun. Forms may repeat. */
export function conjugateSpanish(infinitive: string): readonly string[] {
  const whole = wholeVerbs[infinitive]
  const stems = stemsOf(infinitive)
  if (whole !== undefined) return [...whole.forms, ...withPronouns(whole.gerund), ...future(stems), ...named(stems)]
  return [present, preterite, imperfect, pastSubjunctive, future, named, gerund, commands]
    .flatMap((tense) => tense(stems))
    .concat(stems.also)
}

const join = (stems: readonly string[], endings: string): string[] =>
  stems.flatMap((stem) => endings.split(' ').map((ending) => stem + ending))

const joinGlide = (stems: readonly string[], endings: string): string[] =>
  stems.flatMap((stem) => endings.split(' ').map((ending) => beforeGlide(stem, ending)))

const unstressedEndings: Readonly<Record<Theme, string>> = { a: 'as a amos', e: 'es e emos', i: 'is i imos' }

function present({ theme, root, stressed, own, ours }: Stems): string[] {
  const indicative = join(stressed, theme === 'a' ? 'o as a an' : 'es e en')
  const subjunctive = theme === 'a' ? join(own, 'e es en') : join(own, 'o a as an')
  const others = join(ours, theme === 'a' ? 'emos es' : 'amos as')
  return [...indicative, ...join([root], unstressedEndings[theme]), ...subjunctive, ...others]
}

function preterite({ theme, root, weak, past }: Stems): string[] {
  if (past.length > 0) return [...join(past, 'e iste istes o imos'), ...joinPast(past, 'ieron')]
  if (theme === 'a') return [...join(turned(root, theme), 'e'), ...join([root], 'aste astes o aron')]
  return [...join([root], 'i iste istes imos'), ...joinGlide(weak, 'io ieron')]
}

/** dijeron, but tuvieron. */
const joinPast = (past: readonly string[], endings: string): string[] =>
  past.flatMap((stem) => join([stem], stem.endsWith('j') ? endings.replaceAll('ie', 'e') : endings))

const imperfect = ({ theme, imperfect: stems }: Stems): string[] =>
  join(stems, theme === 'a' ? 'aba abas abamos aban' : 'ia ias iamos ian')

const pastEndings = 'iera ieras ieramos ieran iese ieses iesemos iesen'

function pastSubjunctive({ theme, root, weak, past }: Stems): string[] {
  if (past.length > 0) return joinPast(past, pastEndings)
  return theme === 'a' ? join([root], 'ara aras aramos aran ase ases asemos asen') : joinGlide(weak, pastEndings)
}

const future = (stems: Stems): string[] => join(stems.future, 'e as a emos an ia ias iamos ian')

/** Infinitive and participle. The infinitive may be a noun as well: deberes, poderes. */
const named = ({ infinitive, participle }: Stems): string[] => [
  ...withPronouns(infinitive),
  `${infinitive}es`,
  ...join(participle, 'o a os as'),
]

const gerund = ({ theme, root, weak }: Stems): string[] =>
  (theme === 'a' ? [`${root}ando`] : joinGlide(weak, 'iendo')).flatMap(withPronouns)

/** Tú, vos, usted, ustedes, and nosotros that loses its s: dime, decime, digame, diganme, callemonos. */
function commands({ theme, root, commands: familiar, own, ours }: Stems): string[] {
  const polite = join(own, theme === 'a' ? 'e en' : 'a an')
  const together = join(ours, theme === 'a' ? 'emonos' : 'amonos')
  return [...[...familiar, root + theme, ...polite].flatMap(withPronouns), ...together]
}
