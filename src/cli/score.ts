// bin/footbridge score: scores a filled-in FHIR questionnaire, for scripts, other systems and tests. Prints the result as
// JSON; its exit code is 1 when there is no total that can be used. Nothing of the response stands in an error.

import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import { parseScoringDefinition, scoreWithExpressions, type Score, type ScoringDefinition } from '../screening/index.ts'
import { Problem } from '../shared/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

const options = {
  questionnaire: { type: 'string' },
  response: { type: 'string' },
  definition: { type: 'string' },
  resource: { type: 'string', multiple: true, default: [] as string[] },
  age: { type: 'string' },
  setting: { type: 'string' },
} as const

export const scoreCommand: Command = {
  name: 'score',
  help:
    '--questionnaire Q.json --response R.json [--definition D.yaml] [--resource VALUE-SET.json …]' +
    ' [--age 14] [--setting …]: the score of a filled-in FHIR form, as JSON',
  async run(args) {
    const { values } = readOptions(args, options)
    const { questionnaire, response, setting } = values
    if (questionnaire === undefined || response === undefined)
      throw new Problem('usage', { why: 'Give a form and a response: --questionnaire Q.json --response R.json' })
    const result = await scoreWithExpressions(jsonFrom(questionnaire), jsonFrom(response), {
      definition: values.definition === undefined ? undefined : definitionFrom(values.definition),
      resources: values.resource.map(jsonFrom),
      subject: { ageYears: ageFrom(values.age), setting },
    })
    console.log(JSON.stringify(result, null, 2))
    if (result.total === null) console.error(whyNot(result))
    return result.total === null ? 1 : 0
  },
}

const whyNot = ({ problems }: Score): string =>
  `There is no total that can be used. ${problems.find(({ severity }) => severity === 'error')?.message ?? ''}`.trimEnd()

/** The parsers quote what they stumble on, which may be an answer: their words are left out. */
function parsed(file: string, kind: string, parsing: (text: string) => unknown): unknown {
  const text = textFrom(file)
  try {
    return parsing(text)
  } catch (cause) {
    throw new Problem('file-unreadable', { file, kind }, cause)
  }
}

function textFrom(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Problem('file-missing', { file }, cause)
  }
}

const jsonFrom = (file: string): unknown => parsed(file, 'JSON', (text) => JSON.parse(text.replace(/^\uFEFF/, '')))

function definitionFrom(file: string): ScoringDefinition {
  const read = parseScoringDefinition(parsed(file, 'YAML', (text) => parse(text) as unknown))
  if (!read.ok) throw new Problem('definition-wrong', { file, why: read.why })
  return read.definition
}

function ageFrom(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const age = /^\d{1,3}(\.\d+)?$/.test(given) ? Number(given) : undefined
  if (age === undefined) throw new Problem('usage', { why: 'Give --age in years, such as --age 14.' })
  return age
}
