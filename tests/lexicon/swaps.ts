// The same note about another child: a name in front of it, a description of origin, another pronoun. What the engine finds must
// be the same in all of a family (domain/screening.md, 5.6).

const names = {
  en: [
    'Emily',
    'DeShawn',
    'Guadalupe',
    'Nguyen',
    'Mohammed',
    'Autumn Bear',
    'Keisha',
    'Olga',
    'Xiomara',
    'Hope',
    'Jesus',
    'Precious',
  ],
  es: [
    'Emily',
    'DeShawn',
    'Guadalupe',
    'Nguyen',
    'Mohammed',
    'Itzel',
    'Keisha',
    'Olga',
    'Xiomara',
    'Esperanza',
    'Jesús',
    'Dulce',
  ],
} as const

const origins = {
  en: [
    'White',
    'Black',
    'Hispanic',
    'Asian',
    'Native American',
    'Honduran',
    'Somali',
    'Haitian',
    'Mexican',
    'Russian',
    'Hmong',
    'Romani',
  ],
  es: [
    'blanca',
    'negra',
    'hispana',
    'asiática',
    'indígena',
    'hondureña',
    'somalí',
    'haitiana',
    'mexicana',
    'rusa',
    'hmong',
    'gitana',
  ],
} as const

const opening = {
  en: (name: string, origin: string) => `Name: ${name}. Ethnicity: ${origin}.\n`,
  es: (name: string, origin: string) => `Nombre: ${name}. Origen: ${origin}.\n`,
} as const

/** Capital letters that stand for the child ("K said", "R (14)") may be any name. */
const initial = /(?<=^|[\s(])(?:[B-HJ-NP-RT-Z])(?=\s(?:said|told|says|has|wants|talks|laughed|\())/gu

/** Families of texts; in each family all must give the same findings. */
export function swapped(text: string, language: 'en' | 'es'): readonly (readonly string[])[] {
  const headed = names[language].map((name, at) => opening[language](name, origins[language][at] ?? '') + text)
  const named =
    text.search(initial) >= 0
      ? [text, ...names[language].map((name) => text.replace(initial, name.split(' ')[0] ?? name))]
      : []
  const mixed = names[language].map(
    (name, at) => `${text}\n${opening[language](name, origins[language][(at * 5 + 3) % 12] ?? '')}`,
  )
  return [headed, named, mixed].filter((family) => family.length > 0)
}
