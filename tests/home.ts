// The project's folder, its content and directory, loaded once for all tests of a file.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { Temporal } from 'temporal-polyfill'

import { loadContent, sayIn, type Center, type CenterProfile, type Language } from '../src/knowledge/index.ts'
import { parseDirectory } from '../src/reporting/index.ts'

export const home = join(import.meta.dirname, '..')
/** The level of the schema that the code brings a database to. */
export const latestMigration =
  readdirSync(join(home, 'src/database/migrations'))
    .sort()
    .at(-1)
    ?.replace(/\.sql$/, '') ?? ''
export const contentFolder = join(home, 'content')
export const content = loadContent(contentFolder)
export const directory = parseDirectory(content.directory)

/** The directory as a center sees it, with its own offices, Tribes and calls. */
export const directoryOf = (center: Center) => parseDirectory(content.directory, center)

/** A Tuesday, at noon in New York: every line of limited hours is open. */
export const aWeekday = Temporal.Instant.from('2026-11-24T17:00:00Z')

export const wordingIn = (language: Language, now = aWeekday) => ({
  language,
  say: sayIn(content.messages, language),
  now,
})

/** A center that says its name and nothing else. */
export const emptyProfile = (name: string): CenterProfile => ({
  name,
  phone: null,
  website: null,
  does: null,
  therapy_promise: null,
  refer: null,
  give: null,
  volunteer: null,
  mentor: null,
  training: null,
  offices: [],
  tribes: [],
})
