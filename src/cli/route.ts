// bin/footbridge route: the same steps as the page, for scripts, other sites and tests. It knows the center's own offices,
// Tribes and calls as the service does, from the data folder.

import { join } from 'node:path'

import { Temporal } from 'temporal-polyfill'

import { dataFolder } from '../database/index.ts'
import { languages, loadContent, sayIn } from '../knowledge/index.ts'
import { audiences, lands, parseDirectory, route, situations } from '../reporting/index.ts'
import { Problem } from '../shared/index.ts'
import type { Command } from './command.ts'
import { oneOf, readOptions } from './options.ts'
import { placeFrom } from './route-place.ts'
import { routeText } from './route-text.ts'

const options = {
  zip: { type: 'string' },
  state: { type: 'string' },
  county: { type: 'string' },
  land: { type: 'string', default: 'ordinary' },
  situation: { type: 'string', multiple: true, default: [] as string[] },
  lang: { type: 'string', default: 'en' },
  audience: { type: 'string', default: 'public' },
  at: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const

export const routeCommand: Command = {
  name: 'route',
  help:
    '--zip 78701 | --state TX | --land abroad  [--county …] [--land tribal|military] [--situation …] [--lang en|es]' +
    ' [--audience …] [--at 2026-11-24T17:00Z] [--format json]: whom to call',
  run(args, { home }) {
    const { values } = readOptions(args, options)
    const language = oneOf('--lang', values.lang, languages)
    const format = oneOf('--format', values.format, ['json', 'text'] as const)
    const told = {
      situations: values.situation.map((one) => oneOf('--situation', one, situations)),
      audience: oneOf('--audience', values.audience, audiences),
    }
    const now = momentOf(values.at)
    const land = oneOf('--land', values.land, lands)
    const content = loadContent(join(home, 'content'), join(dataFolder(process.env, home), 'center'))
    const directory = parseDirectory(content.directory, content.center)
    const place = placeFrom({ zip: values.zip, state: values.state, county: values.county, land }, directory)
    const say = sayIn(content.messages, language)
    const answer = route({ ...told, ...place }, directory, { language, say, now })
    console.log(format === 'json' ? JSON.stringify(answer, null, 2) : routeText(answer))
    return Promise.resolve(0)
  },
}

function momentOf(at: string | undefined): Temporal.Instant {
  if (at === undefined) return Temporal.Now.instant()
  try {
    return Temporal.Instant.from(at)
  } catch {
    throw new Problem('usage', { why: 'Give --at as a moment with its zone, such as 2026-11-24T17:00:00Z.' })
  }
}
