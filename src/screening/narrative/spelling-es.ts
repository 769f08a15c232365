// Spanish spelling where a stem meets its ending: the sound of the stem stays, so its last letter changes (toque, siga,
// cruce, coja, conozca, creyó). Everything is folded; that is why gu and gü need no rule of their own.

/** The vowel of the infinitive. */
export type Theme = 'a' | 'e' | 'i'

/** The stem before the other kind of vowel: before e for -ar verbs (saqu-e), before o and a for the rest (conozc-o). */
export const turned = (stem: string, theme: Theme): readonly string[] =>
  theme === 'a' ? [beforeE(stem)] : beforeO(stem)

function beforeE(stem: string): string {
  if (stem.endsWith('c')) return `${stem.slice(0, -1)}qu`
  if (stem.endsWith('g')) return `${stem}u`
  if (stem.endsWith('z')) return `${stem.slice(0, -1)}c`
  return stem
}

function beforeO(stem: string): readonly string[] {
  if (stem.endsWith('gu')) return [stem.slice(0, -1)]
  if (stem.endsWith('qu')) return [`${stem.slice(0, -2)}c`]
  if (stem.endsWith('g')) return [`${stem.slice(0, -1)}j`]
  if (stem.endsWith('c')) return beforeSoftC(stem.slice(0, -1))
  return [stem]
}

/** conozco after a vowel, venzo after a consonant; cocer and mecer keep to z although a vowel stands before. */
function beforeSoftC(start: string): readonly string[] {
  if (/(?:co|cue|me)$/.test(start)) return [`${start}z`, `${start}zc`]
  return [start + (/[aeiou]$/.test(start) ? 'zc' : 'z')]
}

/** Verbs in -uir but not -guir and -quir put a y in (huyo, construye); arguir is one of them when ü is folded. */
export const takesY = (stem: string): boolean => /(?:^|[^gq])u$|^argu$/.test(stem)

/** A stem before an ending in ie or io: cre-yo, r-io, rin-o for riñó. */
export function beforeGlide(stem: string, ending: string): string {
  if (stem.endsWith('i')) return stem.slice(0, -1) + ending
  if (/[aeo]$/.test(stem) || takesY(stem)) return `${stem}y${ending.slice(1)}`
  if (/(?:ll|rin|run|tin|cin)$/.test(stem)) return stem + ending.slice(1)
  return stem + ending
}
