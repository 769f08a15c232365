// The value sets and code systems that a form brings along (contained) or is given. Nothing is fetched.

import * as v from 'valibot'

import { extensions } from './form.ts'
import type { Note } from './form-problem.ts'
import { readResource } from './read-resource.ts'

const named = { id: v.optional(v.string()), url: v.optional(v.string()), version: v.optional(v.string()) }

const concept = v.looseObject({ code: v.string(), extension: extensions })

const include = v.looseObject({
  system: v.optional(v.string()),
  concept: v.optional(v.array(concept)),
  filter: v.optional(v.array(v.unknown())),
  valueSet: v.optional(v.array(v.string())),
})

export type Include = v.InferOutput<typeof include>

export type Contains = {
  readonly system?: string | undefined
  readonly code?: string | undefined
  readonly abstract?: boolean | undefined
  readonly extension?: readonly unknown[] | undefined
  readonly contains?: readonly Contains[] | undefined
}

const contains: v.GenericSchema<unknown, Contains> = v.looseObject({
  system: v.optional(v.string()),
  code: v.optional(v.string()),
  abstract: v.optional(v.boolean()),
  extension: extensions,
  contains: v.optional(v.array(v.lazy(() => contains))),
})

const valueSet = v.looseObject({
  resourceType: v.literal('ValueSet'),
  ...named,
  compose: v.optional(v.looseObject({ include: v.array(include), exclude: v.optional(v.array(include), []) })),
  expansion: v.optional(v.looseObject({ total: v.optional(v.number()), contains: v.optional(v.array(contains), []) })),
})

export type Concept = {
  readonly code: string
  readonly extension?: readonly unknown[] | undefined
  readonly property?: readonly Readonly<Record<string, unknown>>[] | undefined
  readonly concept?: readonly Concept[] | undefined
}

const systemConcept: v.GenericSchema<unknown, Concept> = v.looseObject({
  code: v.string(),
  extension: extensions,
  property: v.optional(v.array(v.looseObject({ code: v.string() }))),
  concept: v.optional(v.array(v.lazy(() => systemConcept))),
})

const codeSystem = v.looseObject({
  resourceType: v.literal('CodeSystem'),
  ...named,
  content: v.optional(v.string()),
  property: v.optional(v.array(v.looseObject({ code: v.string(), uri: v.optional(v.string()) })), []),
  concept: v.optional(v.array(systemConcept), []),
})

export type ValueSet = v.InferOutput<typeof valueSet>
export type CodeSystem = v.InferOutput<typeof codeSystem>

export type Terminology = {
  /** By '#id' of a contained one, or by address with or without a version. */
  readonly valueSet: (reference: string) => ValueSet | undefined
  readonly codeSystem: (url: string) => CodeSystem | undefined
}

const kind = v.looseObject({ resourceType: v.string() })

/** Of two with the same address the first counts: the form's own before the response's before what was given. */
export function collectTerminology(resources: readonly unknown[], note: Note): Terminology {
  const read = <Schema extends v.GenericSchema>(schema: Schema, type: string): readonly v.InferOutput<Schema>[] =>
    resources
      .filter((one) => v.is(kind, one) && one.resourceType === type)
      .flatMap((one) => {
        const result = readResource(schema, one)
        if (!result.ok) note('resource-unreadable', null, { detail: `${type}, ${result.why}` })
        return result.ok ? [result.resource] : []
      })
  const [valueSets, codeSystems] = [read(valueSet, 'ValueSet'), read(codeSystem, 'CodeSystem')]
  return {
    valueSet: (reference) => valueSets.find((one) => isNamed(one, reference)),
    codeSystem: (url) => codeSystems.find((one) => one.url === url),
  }
}

function isNamed({ id, url, version }: ValueSet, reference: string): boolean {
  if (reference.startsWith('#')) return reference === `#${id ?? ''}`
  const [address, wanted] = reference.split('|')
  return url === address && (wanted === undefined || version === undefined || version === wanted)
}
