// What a value set offers: its codes and their weights, from its expansion, its composition, or both.

import { conceptsOf } from './code-system.ts'
import type { Contains, Include, Terminology, ValueSet } from './terminology.ts'
import { weightOn, type Weight } from './weight.ts'

export type Member = { readonly system: string | undefined; readonly code: string; readonly weight: Weight }

/** `isWhole` is false when codes may belong to it that are not known here, so that none can be called foreign. */
export type Members = { readonly members: readonly Member[]; readonly isWhole: boolean }

const unknown: Members = { members: [], isWhole: false }

/** `above` guards against value sets that include each other. */
export function membersOf(reference: string, terms: Terminology, above: readonly string[] = []): Members {
  const found = terms.valueSet(reference)
  if (found === undefined || above.includes(reference)) return unknown
  const composed = composedMembers(found, terms, [...above, reference])
  if (found.expansion === undefined) return composed
  const { contains, total = 0 } = found.expansion
  const expanded = contains.flatMap(expandedMembers).map((one) => weighed(one, composed.members))
  return { members: expanded, isWhole: expanded.length >= total }
}

const expandedMembers = ({ code, system, abstract, contains = [], extension }: Contains): readonly Member[] => [
  ...(code === undefined || abstract === true ? [] : [{ code, system, weight: weightOn({ extension }) }]),
  ...contains.flatMap(expandedMembers),
]

const isSame = (one: Member, other: Member): boolean => one.code === other.code && one.system === other.system

const weighed = (member: Member, composed: readonly Member[]): Member => ({
  ...member,
  weight: member.weight ?? composed.find((other) => isSame(member, other))?.weight,
})

function composedMembers({ compose }: ValueSet, terms: Terminology, above: readonly string[]): Members {
  if (compose === undefined) return unknown
  const included = compose.include.map((one) => includedMembers(one, terms, above))
  const excluded = compose.exclude.map((one) => includedMembers(one, terms, above))
  const gone = excluded.flatMap(({ members }) => members)
  return {
    members: included.flatMap(({ members }) => members).filter((one) => !gone.some((other) => isSame(one, other))),
    isWhole: [...included, ...excluded].every(({ isWhole }) => isWhole),
  }
}

function includedMembers(include: Include, terms: Terminology, above: readonly string[]): Members {
  const { system, concept, filter = [], valueSet = [] } = include
  const [only, ...others] = valueSet
  if (only !== undefined)
    return system === undefined && others.length === 0 ? membersOf(only, terms, above) : { ...unknown }
  if (concept !== undefined) return { members: concept.map((one) => memberOf(one, system)), isWhole: true }
  return filter.length === 0 && system !== undefined ? wholeSystem(system, terms) : unknown
}

const memberOf = (concept: { readonly code: string }, system: string | undefined): Member => ({
  system,
  code: concept.code,
  weight: weightOn(concept),
})

/** A concept's own weight is looked up later, in the code system itself. */
function wholeSystem(url: string, terms: Terminology): Members {
  const system = terms.codeSystem(url)
  const members = conceptsOf(system?.concept ?? []).map(({ code }) => ({ system: url, code, weight: undefined }))
  return { members, isWhole: system?.content === 'complete' }
}
