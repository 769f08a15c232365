// Invented FHIR forms and responses for the tests of scoring, each part with named variations.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Score } from '../src/screening/index.ts'
import { home } from './home.ts'

export const formUrl = 'http://example.org/form'
export const system = 'http://example.org/answers'
export const itemWeight = 'http://hl7.org/fhir/StructureDefinition/itemWeight'
export const ordinalValue = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'

type Json = Readonly<Record<string, unknown>>

export const weight = (value: unknown, url = itemWeight) => ({ extension: [{ url, valueDecimal: value }] })
export const coding = (at: number, of = system) => ({ system: of, code: `c${at}` })

/** A question with answers c0, c1, ... of these weights. */
export const choice = (linkId: string, weights: readonly number[] = [0, 1, 2], more: Json = {}) => ({
  linkId,
  type: 'choice',
  answerOption: weights.map((value, at) => ({ valueCoding: coding(at), ...weight(value) })),
  ...more,
})

export const plain = (linkId: string, type: string, more: Json = {}) => ({ linkId, type, ...more })
export const group = (linkId: string, item: readonly Json[], more: Json = {}) => ({
  linkId,
  type: 'group',
  item,
  ...more,
})

export const form = (item: readonly Json[], more: Json = {}) => ({
  resourceType: 'Questionnaire',
  url: formUrl,
  status: 'active',
  item,
  ...more,
})

/** The first question is asked only when the gate is open. */
export const gated = form([
  plain('gate', 'boolean'),
  choice('a', [0, 1], { enableWhen: [{ question: 'gate', operator: '=', answerBoolean: true }] }),
  choice('b'),
])

export const response = (item: readonly Json[], more: Json = {}) => ({
  resourceType: 'QuestionnaireResponse',
  questionnaire: formUrl,
  status: 'completed',
  item,
  ...more,
})

export const gave = (linkId: string, ...answer: readonly Json[]) => ({ linkId, answer })
export const chose = (linkId: string, ...at: readonly number[]) =>
  gave(linkId, ...at.map((one) => ({ valueCoding: coding(one) })))
export const said = (linkId: string, value: boolean) => gave(linkId, { valueBoolean: value })
export const filled = (linkId: string, item: readonly Json[]) => ({ linkId, item })

/** `code linkId severity` of each problem, which is what tests compare. */
export const named = ({ problems }: Score): readonly string[] =>
  problems.map(({ code, linkId, severity }) => [code, ...(linkId === null ? [] : [linkId]), severity].join(' '))

/** Forms made by others, which are not part of the project: beside it, or in the folder FOOTBRIDGE_SHARED. */
const shared = join(process.env['FOOTBRIDGE_SHARED'] ?? join(home, '../shared'), 'data/questionnaires')

export const hasOthersForms = existsSync(shared)

/** Why a test was left out, for its name. */
export const withoutForms = hasOthersForms ? '' : ' (left out: no third-party forms in FOOTBRIDGE_SHARED)'

export const othersForm = (name: string): Json => JSON.parse(readFileSync(join(shared, name), 'utf8')) as Json
