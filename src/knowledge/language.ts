// The languages every public page exists in. A third one is a line here and its files in content/.

export const languages = ['en', 'es'] as const

export type Language = (typeof languages)[number]

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)

/** One text in every language. */
export type Bilingual = { readonly [L in Language]: string }
