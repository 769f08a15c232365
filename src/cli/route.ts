// bin/footbridge route: the same steps as the page, for scripts, other sites and tests.
// footbridge route --zip 78701 | --state TX  [--situation danger]...  [--lang en|es] [--audience public|professional] [--format json|text]

import { join } from 'node:path'

import { languages, loadContent, sayIn } from '../knowledge/index.ts'
import {
  audiences,
  isJurisdiction,
  jurisdictionOfZip,
  parseDirectory,
  route,
  situations,
  type JurisdictionCode,
  type Route,
} from '../reporting/index.ts'
import { Problem } from '../shared/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

const options = {
  zip: { type: 'string' },
  state: { type: 'string' },
  situation: { type: 'string', multiple: true, default: [] as string[] },
  lang: { type: 'string', default: 'en' },
  audience: { type: 'string', default: 'public' },
  format: { type: 'string', default: 'text' },
} as const

export const routeCommand: Command = {
  name: 'route',
  help: '--zip 78701 | --state TX  [--situation …] [--lang en|es] [--audience …] [--format json]: whom to call',
  run(args, { home }) {
    const { values } = readOptions(args, options)
    const language = oneOf('--lang', values.lang, languages)
    const audience = oneOf('--audience', values.audience, audiences)
    const format = oneOf('--format', values.format, ['json', 'text'] as const)
    const question = {
      jurisdiction: placeOf(values.zip, values.state),
      situations: values.situation.map((one) => oneOf('--situation', one, situations)),
      audience,
    }
    const content = loadContent(join(home, 'content'))
    const answer = route(question, parseDirectory(content.directory), {
      language,
      say: sayIn(content.messages, language),
    })
    console.log(format === 'json' ? JSON.stringify(answer, null, 2) : asText(answer))
    return Promise.resolve(0)
  },
}

function placeOf(zip: string | undefined, state: string | undefined): JurisdictionCode {
  if ((zip === undefined) === (state === undefined))
    throw new Problem('usage', { why: 'Give --zip 78701 or --state TX, one of the two.' })
  if (zip !== undefined) {
    const found = jurisdictionOfZip(zip)
    if (!found.ok) throw new Problem(found.reason, { zip: zip.trim().slice(0, 10) })
    return found.value
  }
  const code = (state ?? '').trim().toUpperCase()
  if (!isJurisdiction(code)) throw new Problem('unknown-state', { state: code.slice(0, 20) })
  return code
}

function oneOf<Word extends string>(option: string, given: string, known: readonly Word[]): Word {
  const word = known.find((one) => one === given)
  if (word !== undefined) return word
  throw new Problem('usage', {
    why: `${option} "${given.slice(0, 30)}" is not known. Give one of: ${known.join(', ')}.`,
  })
}

const asText = ({ place, steps, duty }: Route): string =>
  [
    place,
    ...steps.map(
      ({ name, phones, text, hours, why, note }, at) =>
        `\n${at + 1}. ${name}\n${[
          why,
          ...phones.map(({ number, label }) => `${number}  ${label}`),
          text === null ? '' : `SMS ${text}`,
          hours ?? '',
          note,
        ]
          .filter((line) => line !== '')
          .map((line) => `   ${line}`)
          .join('\n')}`,
    ),
    `\n${duty.text} ${duty.who} (${duty.statute})`,
    ...(duty.outer_limit === null
      ? []
      : [duty.outer_limit.first, duty.outer_limit.written ?? '', duty.outer_limit.review].filter(
          (line) => line !== '',
        )),
  ].join('\n')
