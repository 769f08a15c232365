// The commands of the model: each says what the model expects, does the real thing, compares, and writes down what happened. A
// person is chosen by place; a place that is not there leaves a command out.

import fc from 'fast-check'
import { expect } from 'vitest'

import { changeRoles, endAccess, invitePerson, roles, type Role, type SignedIn } from '../../../src/access/index.ts'
import {
  addToTeam,
  breakGlass,
  closeCase,
  eraseIndividual,
  getCase,
  leaveCase,
  listCases,
  mergeChildren,
  openCase,
  recordConflict,
  removeFromTeam,
  reopenCase,
  sealCase,
  unsealCase,
  writeNote,
} from '../../../src/casework/index.ts'
import { Problem, type Result } from '../../../src/shared/index.ts'
import {
  asFound,
  modelMay,
  modelMayIfOpen,
  modelSees,
  signIn,
  type Model,
  type ModelCase,
  type ModelPerson,
  type Real,
} from './world.ts'

type Outcome = { readonly kind: 'out' | 'shut' | 'said' | 'done'; readonly value?: unknown }

/** How often a command ended how, so that a run that does nothing is seen. */
export const tally = new Map<string, number>()

const counted = (outcome: Outcome): Outcome => {
  tally.set(outcome.kind, (tally.get(outcome.kind) ?? 0) + 1)
  return outcome
}

/** out: nobody is signed in; shut: as if it did not exist; said: a sentence to put right; done. */
async function outcomeOf(
  real: Real,
  person: ModelPerson,
  work: (who: SignedIn) => Promise<Result<unknown, unknown>>,
): Promise<Outcome> {
  const who = await asFound(real, person)
  if (who === undefined) return counted({ kind: 'out' })
  try {
    const result = await work(who)
    return counted(result.ok ? { kind: 'done', value: result.value } : { kind: 'said' })
  } catch (error) {
    if (error instanceof Problem && ['not-permitted', 'not-found'].includes(error.code))
      return counted({ kind: 'shut' })
    throw error
  }
}

type Step = {
  readonly model: Model
  readonly real: Real
  readonly person: ModelPerson
  readonly one: ModelCase
  readonly other: ModelPerson
}

type Action = {
  readonly name: string
  /** What the model lets through; everything else has to be shut. */
  readonly may: (step: Step) => boolean
  readonly work: (step: Step) => (who: SignedIn) => Promise<Result<unknown, unknown>>
  readonly then: (step: Step, value: unknown) => void
  /** What must never be done, even where the person may act. */
  readonly never?: (step: Step) => boolean
}

const on =
  (action: Parameters<typeof modelMay>[2]) =>
  ({ person, one }: Step): boolean =>
    modelMayIfOpen(person, one, action)
const read = ({ one: { id, version } }: Step) => ({ id, version })

const actions: readonly Action[] = [
  {
    name: 'add',
    may: on('team'),
    work:
      ({ real, one, other }) =>
      (who) =>
        addToTeam(real.casework, who, { id: one.id, member: other.id }),
    then: ({ one, other }) => one.team.add(other.id),
    never: ({ one, other }) =>
      other.ended || one.conflicts.has(other.id) || !other.roles.some((role) => caseRoles.has(role)),
  },
  {
    name: 'remove',
    may: on('team'),
    work:
      ({ real, one, other }) =>
      (who) =>
        removeFromTeam(real.casework, who, { id: one.id, member: other.id }),
    then: ({ one, other }) => (one.team.delete(other.id), one.glass.delete(other.id)),
    never: ({ one, other }) => one.sealed && one.team.size === 1 && one.team.has(other.id),
  },
  {
    name: 'leave',
    may: ({ person, one }) => modelSees(person, one),
    work:
      ({ real, one }) =>
      (who) =>
        leaveCase(real.casework, who, one.id),
    then: ({ one, person }) => (one.team.delete(person.id), one.glass.delete(person.id)),
    never: ({ one, person }) => one.sealed && one.team.size === 1 && one.team.has(person.id),
  },
  {
    name: 'conflict',
    may: (step) => (step.person === step.other ? modelSees(step.person, step.one) : on('team')(step)),
    work:
      ({ real, one, other }) =>
      (who) =>
        recordConflict(real.casework, who, { id: one.id, member: other.id }),
    then: ({ one, other }) => (one.conflicts.add(other.id), one.team.delete(other.id), one.glass.delete(other.id)),
  },
  {
    name: 'seal',
    may: on('seal'),
    work: (step) => (who) => sealCase(step.real.casework, who, read(step)),
    then: ({ one }) => ((one.sealed = true), one.version++),
  },
  {
    name: 'unseal',
    may: on('seal'),
    work: (step) => (who) => unsealCase(step.real.casework, who, read(step)),
    then: ({ one }) => ((one.sealed = false), one.version++),
  },
  {
    name: 'close',
    may: on('change'),
    work: (step) => (who) => closeCase(step.real.casework, who, read(step)),
    then: ({ one }) => ((one.closed = true), one.version++),
  },
  {
    name: 'reopen',
    may: on('change'),
    work: (step) => (who) => reopenCase(step.real.casework, who, read(step)),
    then: ({ one }) => ((one.closed = false), one.version++),
  },
  {
    name: 'note',
    may: on('write-note'),
    work:
      ({ real, one }) =>
      (who) =>
        writeNote(real.casework, who, { id: one.id, text: 'Met today.', shared: true }),
    then: () => undefined,
    never: ({ model, one }) => one.closed || model.erased.has(one.child),
  },
]

const caseRoles: ReadonlySet<Role> = new Set([
  'coordinator',
  'intake',
  'advocate',
  'interviewer',
  'clinician',
  'medical',
  'partner',
])

abstract class Command implements fc.AsyncCommand<Model, Real> {
  readonly name: string
  readonly places: readonly [number, number, number]

  constructor(name: string, places: readonly [number, number, number]) {
    this.name = name
    this.places = places
  }

  check = (): boolean => true

  abstract run(model: Model, real: Real): Promise<void>

  toString = (): string => `${this.name}(${this.places.join(', ')})`

  protected person = ({ people }: Model, at: 0 | 1 | 2): ModelPerson => {
    const found = people[this.places[at] % people.length]
    if (found === undefined) throw new RangeError('there are people')
    return found
  }

  protected one = ({ cases }: Model, at: 0 | 1 | 2): ModelCase | undefined =>
    cases[this.places[at] % Math.max(1, cases.length)]

  /** Compares what two people see of a case now. */
  protected async look(model: Model, real: Real, one: ModelCase): Promise<void> {
    for (const person of [this.person(model, 0), this.person(model, 1)]) {
      const seen = await outcomeOf(real, person, async (who) => ({
        ok: true,
        value: await getCase(real.casework, who, one.id),
      }))
      if (seen.kind !== 'out')
        expect([this.toString(), seen.kind]).toEqual([this.toString(), modelSees(person, one) ? 'done' : 'shut'])
      else expect(person.ended || person.token === undefined).toBe(true)
    }
  }
}

class OnCase extends Command {
  readonly action: Action

  constructor(action: Action, places: readonly [number, number, number]) {
    super(action.name, places)
    this.action = action
  }

  async run(model: Model, real: Real): Promise<void> {
    const one = this.one(model, 1)
    if (one === undefined) return
    const step = { model, real, person: this.person(model, 0), one, other: this.person(model, 2) }
    const may = this.action.may(step)
    const never = this.action.never?.(step) === true
    const { kind, value } = await outcomeOf(real, step.person, this.action.work(step))
    if (kind !== 'out') expect([this.toString(), kind !== 'shut']).toEqual([this.toString(), may])
    if (never) expect([this.toString(), kind]).not.toEqual([this.toString(), 'done'])
    if (kind === 'done') this.action.then(step, value)
    await this.look(model, real, one)
  }
}

class SignIn extends Command {
  async run(model: Model, real: Real): Promise<void> {
    const person = this.person(model, 0)
    expect(await signIn(real, person)).toBe(!person.ended)
  }
}

class Open extends Command {
  async run(model: Model, real: Real): Promise<void> {
    const person = this.person(model, 0)
    const child = { given: 'Maya', surname: 'Rivera' }
    const { kind, value } = await outcomeOf(real, person, (who) => openCase(real.casework, who, { child }))
    if (kind === 'out') return
    expect(kind).toBe(person.roles.some((role) => role === 'coordinator' || role === 'intake') ? 'done' : 'shut')
    if (kind !== 'done') return
    const who = await asFound(real, person)
    const { id, number } = value as Pick<ModelCase, 'id' | 'number'>
    if (who === undefined) throw new Error('she had just opened a case')
    const { child: made, version } = await getCase(real.casework, who, id)
    const fresh = { id, number, child: made.id, version, sealed: false, closed: false }
    model.cases.push({ ...fresh, team: new Set([person.id]), glass: new Set(), conflicts: new Set() })
  }
}

class Glass extends Command {
  async run(model: Model, real: Real): Promise<void> {
    const one = this.one(model, 1)
    const person = this.person(model, 0)
    if (one === undefined) return
    const form = { number: one.number, reason: 'child-missing' }
    const { kind, value } = await outcomeOf(real, person, (who) => breakGlass(real.casework, who, form))
    if (kind === 'out') return
    const able = person.roles.some((role) => caseRoles.has(role) && role !== 'partner')
    expect([this.toString(), kind]).toEqual([this.toString(), able ? 'done' : 'shut'])
    if (kind === 'done') expect(value === undefined).toBe(one.conflicts.has(person.id))
    if (value !== undefined) one.glass.add(person.id)
    await this.look(model, real, one)
  }
}

class Merge extends Command {
  async run(model: Model, real: Real): Promise<void> {
    const [kept, gone] = [this.one(model, 1), this.one(model, 2)]
    const person = this.person(model, 0)
    if (kept === undefined || gone === undefined || model.erased.has(kept.child) || model.erased.has(gone.child)) return
    const may = modelMayIfOpen(person, kept, 'merge') && (modelMay(person, gone, 'merge') || kept.closed)
    const { kind } = await outcomeOf(real, person, (who) =>
      mergeChildren(real.casework, who, { kept: kept.id, gone: gone.id }),
    )
    if (kind !== 'out') expect([this.toString(), kind !== 'shut']).toEqual([this.toString(), may])
    if (kind === 'done') this.carry(model, kept, gone)
    await this.look(model, real, gone)
  }

  /** All cases of the two children are of one child now, and whoever is in conflict with one is with all. */
  private carry({ cases }: Model, kept: ModelCase, gone: ModelCase): void {
    const [child, left] = [kept.child, gone.child]
    const together = cases.filter((one) => one.child === child || one.child === left)
    const conflicts = new Set(together.flatMap((one) => [...one.conflicts]))
    for (const one of together) {
      if (one.child === left) one.version++
      one.child = child
      for (const person of conflicts) {
        one.conflicts.add(person)
        one.team.delete(person)
        one.glass.delete(person)
      }
    }
  }
}

class Erase extends Command {
  async run(model: Model, real: Real): Promise<void> {
    const one = this.one(model, 1)
    const person = this.person(model, 0)
    if (one === undefined) return
    const { kind } = await outcomeOf(real, person, (who) => eraseIndividual(real.casework, who, one.child))
    if (kind === 'out') return
    const may = person.roles.includes('privacy-officer') && !model.erased.has(one.child)
    expect([this.toString(), kind]).toEqual([this.toString(), may ? 'done' : 'shut'])
    if (kind === 'done') model.erased.add(one.child)
    await this.look(model, real, one)
  }
}

class Invite extends Command {
  async run(model: Model, real: Real): Promise<void> {
    if (model.people.length > 11) return
    const person = this.person(model, 0)
    const role = roles[this.places[1] % roles.length] ?? 'mentor'
    const form = {
      name: 'Somebody New',
      email: `n${String(Math.random()).slice(2)}@demo.example`,
      discipline: 'advocacy',
      agency: '',
      roles: [role],
      language: 'en',
    }
    const { kind, value } = await outcomeOf(real, person, (who) =>
      invitePerson(real.casework.database as Parameters<typeof invitePerson>[0], who, form, new Date()),
    )
    if (kind === 'out') return
    expect(kind !== 'shut').toBe(person.roles.includes('administrator'))
    if (kind !== 'done') return
    const { person: id } = value as { person: ModelPerson['id'] }
    model.people.push({ id, discipline: 'advocacy', roles: [role], ended: false, token: undefined })
  }
}

class ChangeRoles extends Command {
  async run(model: Model, real: Real): Promise<void> {
    const [person, other] = [this.person(model, 0), this.person(model, 1)]
    const wanted = [
      ...new Set([roles[this.places[2] % roles.length] ?? 'mentor', ...other.roles.slice(this.places[2] % 2)]),
    ]
    const { kind } = await outcomeOf(real, person, (who) =>
      changeRoles(real.parts.database, who, { person: other.id, wanted }, new Date()),
    )
    if (kind === 'out') return
    expect(kind !== 'shut').toBe(person.roles.includes('administrator'))
    if (person === other) expect(kind).not.toBe('done')
    if (kind === 'done') other.roles = wanted
    const last = model.cases.at(-1)
    if (last !== undefined) await this.look(model, real, last)
  }
}

class End extends Command {
  async run(model: Model, real: Real): Promise<void> {
    const [person, other] = [this.person(model, 0), this.person(model, 1)]
    // Few go, or nobody is left to try.
    if (this.places[2] % 4 !== 0 || other.roles.includes('coordinator')) return
    const { kind } = await outcomeOf(real, person, (who) => endAccess(real.parts.database, who, other.id, new Date()))
    if (kind === 'out') return
    expect(kind !== 'shut').toBe(person.roles.includes('administrator'))
    if (kind === 'done') other.ended = true
    if (kind === 'done') expect(await asFound(real, other)).toBeUndefined()
  }
}

class List extends Command {
  async run(model: Model, real: Real): Promise<void> {
    const person = this.person(model, 0)
    const { kind, value } = await outcomeOf(real, person, async (who) => ({
      ok: true,
      value: await listCases(real.casework, who),
    }))
    if (kind === 'out') return
    const able = person.roles.some((role) => caseRoles.has(role))
    expect(kind).toBe(able ? 'done' : 'shut')
    if (kind !== 'done') return
    const listed = (value as { cases: readonly { id: ModelCase['id'] }[] }).cases.map(({ id }) => id)
    const seen = model.cases.filter((one) => modelSees(person, one)).map(({ id }) => id)
    expect(new Set(listed)).toEqual(new Set(seen.length <= 20 ? seen : listed.filter((id) => seen.includes(id))))
  }
}

const places = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30))

export const commands: fc.Arbitrary<fc.AsyncCommand<Model, Real>>[] = [
  ...actions.map((action) => places.map((at) => new OnCase(action, at))),
  ...([Open, Glass, Merge, Erase, Invite, ChangeRoles, End, List, SignIn] as const).map((Made) =>
    places.map((at) => new Made(Made.name, at)),
  ),
  places.map((at) => new Open('Open', at)),
  places.map((at) => new SignIn('SignIn', at)),
]

/** Three cases to begin with, by the coordinator and by intake, and somebody on two of the teams. */
export const opening: readonly fc.AsyncCommand<Model, Real>[] = [
  new Open('Open', [1, 0, 0]),
  new Open('Open', [2, 0, 0]),
  new Open('Open', [1, 0, 0]),
  ...actions.slice(0, 1).flatMap((add) => [new OnCase(add, [1, 0, 3]), new OnCase(add, [1, 1, 4])]),
]
