// What a report can hold, in the order in which a hotline asks for it (domain/reporting.md 3: merged from the guidance of
// seventeen states, NCMEC and 42 U.S.C. 671(a)(35)(B)). Every field is optional; none takes a picture or a file.

/** Sections of the composer, each with its fields; wording in content/messages as `sheet.<field>` and `compose.<section>`. */
export const reportSections = [
  { name: 'now', fields: ['where'] },
  { name: 'concern', fields: ['what', 'words', 'when', 'known'] },
  { name: 'child', fields: ['child', 'home'] },
  { name: 'people', fields: ['person', 'vehicle', 'online', 'given'] },
  { name: 'missing', fields: ['missing'] },
  { name: 'safety', fields: ['danger', 'safe'] },
  { name: 'others', fields: ['done', 'helps'] },
  { name: 'me', fields: ['me'] },
] as const

export type ReportSection = (typeof reportSections)[number]
export type TypedField = ReportSection['fields'][number]
export type Typed = Readonly<Record<TypedField, string>>

export const typedFields: readonly TypedField[] = reportSections.flatMap(({ fields }): readonly TypedField[] => fields)

/** The form has room for these even when nothing was typed: they become lines to write on. */
export const alwaysShown: ReadonlySet<TypedField> = new Set<TypedField>(['where', 'what', 'when'])

/** The longest text a field takes, in UTF-16 code units: a report is read out in some minutes, and all of it is one post. */
export const longest: Readonly<Record<TypedField, number>> = {
  where: 600,
  what: 2000,
  words: 1000,
  when: 600,
  known: 400,
  child: 400,
  home: 600,
  person: 600,
  vehicle: 300,
  online: 600,
  given: 600,
  missing: 600,
  danger: 400,
  safe: 400,
  done: 600,
  helps: 400,
  me: 300,
}

/** Every field from `valueOf`; used to read a form and to make an empty one. */
export const typedFrom = (valueOf: (field: TypedField) => string): Typed =>
  Object.fromEntries(typedFields.map((field) => [field, valueOf(field)])) as Record<TypedField, string>
