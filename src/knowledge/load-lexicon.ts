// Reads content/lexicon: for each language several files, which share their word classes. What is wrong is said with the file.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { Problem } from '../shared/index.ts'
import { checked } from './checked-file.ts'
import { languages, type Language } from './language.ts'
import { lexiconFileSchema, type Lexicon, type LexiconEntry, type LexiconPart } from './lexicon.ts'

function once<Value>(all: Map<string, Value>, name: string, value: Value, file: string): void {
  if (all.has(name)) throw new Problem('content-wrong', { why: `${file}: "${name}" stands twice in the lexicon.` })
  all.set(name, value)
}

function loadPart(folder: string): LexiconPart {
  const words = new Map<string, readonly string[]>()
  const entries = new Map<string, LexiconEntry>()
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.yaml')) continue
    const file = checked(lexiconFileSchema, join(folder, name))
    for (const [key, list] of Object.entries(file.words ?? {})) once(words, key, list, name)
    for (const entry of file.entries ?? []) once(entries, entry.id, entry, name)
  }
  return { words: Object.fromEntries(words), entries: [...entries.values()] }
}

/** `folder` is content/lexicon. Throws a Problem that names the file when one is missing or has the wrong shape. */
export function loadLexicon(folder: string): Lexicon {
  const parts = languages.map((language): [Language, LexiconPart] => [language, loadPart(join(folder, language))])
  return Object.fromEntries(parts) as Record<Language, LexiconPart>
}
