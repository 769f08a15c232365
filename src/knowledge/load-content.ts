// The one loader of content/: reads every file once at start, checks its shape, and names the file that is wrong.
// The directory of reporting lines is passed on as read; `reporting` owns its types and parses it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Temporal } from 'temporal-polyfill'
import * as v from 'valibot'

import { calledNumbers, centerProfile, noCenter, type Center } from './center.ts'
import { checked, read } from './checked-file.ts'
import { Problem } from '../shared/index.ts'
import { evidenceSchema, explanationSchema, type Evidence, type Explanations } from './explanation.ts'
import { handoutFile, type Handouts } from './handout.ts'
import { indicatorCodes, indicatorRoles, type Indicator } from './indicator.ts'
import { languages, type Language } from './language.ts'
import { listenersFile, type Listeners } from './listeners.ts'
import { loadInstruments, type Instruments } from './load-instruments.ts'
import { staffAreas, type Messages } from './messages.ts'
import { findPageFaults } from './page-check.ts'
import { parsePage, type Page, type Pages } from './page.ts'
import { practiceSchema, type Practice } from './practice.ts'

export type Content = {
  readonly indicators: readonly Indicator[]
  readonly explanations: Explanations
  readonly evidence: Evidence
  readonly messages: Messages
  readonly pages: Pages
  readonly listeners: Listeners
  readonly practice: Practice
  readonly handouts: Handouts
  readonly instruments: Instruments
  readonly directory: DirectoryFiles
  readonly center: Center
}

/** Unparsed: what the files of content/directory hold. */
export type DirectoryFiles = {
  readonly lines: unknown
  readonly duties: unknown
  readonly plainLines: unknown
  readonly plainDuties: unknown
  readonly jurisdictions: unknown
  readonly rules: unknown
  readonly hours: unknown
  readonly signposts: unknown
  /** Text, one county a line. */
  readonly zipCounties: string
  readonly terms: unknown
  readonly zones: unknown
}

const byCode = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.strictObject(
    Object.fromEntries(indicatorCodes.map((code) => [code, schema])) as Record<(typeof indicatorCodes)[number], Schema>,
  )

const indicatorFile = v.object({
  indicators: v.array(
    v.object({
      code: v.picklist(indicatorCodes),
      roles: v.array(v.picklist(indicatorRoles)),
      basis: v.picklist(['page', 'field']),
      means: v.string(),
      counts: v.string(),
      not: v.string(),
    }),
  ),
})

/**
 * `folder` is the path of content/, `centerFolder` that of the center's own files, where there is one; `now` tells which of
 * its days lie in the future.
 * Throws a Problem that names the file when one is missing, has the wrong shape, or (a center's page) breaks a rule of words.
 */
export function loadContent(folder: string, centerFolder?: string, now = Temporal.Now.instant()): Content {
  const path = (...parts: string[]): string => join(folder, ...parts)
  return {
    indicators: checked(indicatorFile, path('indicators.json')).indicators,
    explanations: perLanguage((language) => checked(byCode(explanationSchema), path('indicators', `${language}.yaml`))),
    evidence: checked(byCode(evidenceSchema), path('indicators', 'evidence.yaml')),
    messages: perLanguage(
      (language) =>
        Object.assign(
          {},
          ...[`${language}.json`, ...staffAreas.map((area) => join('staff', `${area}.${language}.json`))].map((file) =>
            checked(v.record(v.string(), v.string()), path('messages', file)),
          ),
        ) as Record<string, string>,
    ),
    pages: withPagesOf(
      centerFolder,
      perLanguage((language) => loadPages(path('pages', language))),
    ),
    listeners: checked(listenersFile, path('listeners.yaml')),
    practice: perLanguage((language) => checked(practiceSchema, path('practice', `${language}.yaml`))),
    handouts: perLanguage((language) => checked(handoutFile, path('handouts', `${language}.yaml`))),
    instruments: loadInstruments(path('instruments'), centerFolder),
    directory: {
      lines: read(path('directory', 'reporting_lines.json')),
      duties: read(path('directory', 'mandated_reporting.json')),
      plainLines: read(path('directory', 'plain.yaml')),
      plainDuties: read(path('directory', 'duties.yaml')),
      jurisdictions: read(path('directory', 'jurisdictions.json')),
      rules: read(path('directory', 'rules.yaml')),
      hours: read(path('directory', 'hours.yaml')),
      signposts: read(path('directory', 'signposts.yaml')),
      zipCounties: readFileSync(path('directory', 'zip-counties.txt'), 'utf8'),
      terms: read(path('directory', 'terms.yaml')),
      zones: read(path('directory', 'zones.yaml')),
    },
    center: centerFolder === undefined ? noCenter : loadCenter(centerFolder, now),
  }
}

function loadCenter(folder: string, now: Temporal.Instant): Center {
  const [profile, called] = [join(folder, 'profile.yaml'), join(folder, 'called.yaml')]
  return {
    profile: existsSync(profile) ? checked(centerProfile(now), profile) : null,
    called: existsSync(called) ? checked(calledNumbers(now), called) : [],
  }
}

/** A center's page adds to ours or takes the place of the one with its name; it keeps the same rules as ours. */
function withPagesOf(centerFolder: string | undefined, ours: Pages): Pages {
  const folder = join(centerFolder ?? '', 'pages')
  if (centerFolder === undefined || !existsSync(folder)) return ours
  const theirs = perLanguage((language) => loadPages(join(folder, language)))
  const [fault] = findPageFaults(theirs)
  if (fault !== undefined) throw new Problem('content-wrong', { why: `${folder}: ${fault}.` })
  return perLanguage((language) => new Map([...ours[language], ...theirs[language]]))
}

const perLanguage = <Value>(load: (language: Language) => Value): Record<Language, Value> =>
  Object.fromEntries(languages.map((language) => [language, load(language)])) as Record<Language, Value>

function loadPages(folder: string): ReadonlyMap<string, Page> {
  const files = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.md'))
  return new Map(
    files.map((name) => [name.slice(0, -3), parsePage(readFileSync(join(folder, name), 'utf8'), join(folder, name))]),
  )
}
