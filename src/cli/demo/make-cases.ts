// The cases of the demo, written through the same actions as real ones, so that fields are sealed, walls hold and the log tells
// who did what. The same numbers of chance each time: two people who try the demo see the same.

import {
  addCaregiver,
  addToTeam,
  closeCase,
  openCase,
  sealCase,
  setTask,
  taskKinds,
  writeNote,
  type Casework,
} from '../../casework/index.ts'
import type { CaseId, Result } from '../../shared/index.ts'
import type { DemoCenter } from './demo-cast.ts'
import { givenNames, notes, surnames } from './demo-words.ts'
import type { Player } from './make-people.ts'

export type Chance = (below: number) => number

/** A small generator that needs no state elsewhere (a linear congruence): good enough to choose names. */
export function chance(seed: number): Chance {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Stage = {
  readonly casework: Casework
  readonly players: readonly Player[]
  readonly pick: Chance
  readonly today: Date
}

export async function makeCases(casework: Casework, demo: DemoCenter, players: readonly Player[]): Promise<void> {
  const stage = { casework, players, pick: chance(demo.cases), today: casework.now() }
  for (let at = 0; at < demo.cases; at++) await makeCase(stage, at)
}

async function makeCase({ casework, players, pick, today }: Stage, at: number): Promise<void> {
  const opened = new Date(today.getTime() - (60 - at) * 86_400_000 * 3)
  const then: Casework = { ...casework, now: () => opened }
  const wide = players.filter(({ scope }) => scope === 'wide')
  const opener = one(wide, pick)
  const { id } = valueOf(await openCase(then, opener, { child: aChild(pick, opened) }))
  const team = await makeTeam(then, opener, id, players, pick)
  await addCaregiver(then, opener, { id, caregiver: aCaregiver(pick) })
  for (const member of team) await makeNotes(then, member, id, pick)
  const due = new Date(opened.getTime() + (5 + pick(200)) * 86_400_000).toISOString().slice(0, 10)
  await setTask(then, opener, { id, kind: one(taskKinds, pick), assignee: one(team, pick).person, dueOn: due })
  if (at % 9 === 4)
    await closeCase({ ...casework, now: () => new Date(opened.getTime() + 20 * 86_400_000) }, opener, {
      id,
      version: 1,
    })
  if (at % 14 === 3 && opener.permissions.has('case:seal')) await sealCase(then, opener, { id, version: 1 })
}

const one = <Item>(list: readonly Item[], pick: Chance): Item => {
  const chosen = list[pick(list.length)]
  if (chosen === undefined) throw new RangeError('Nothing to choose from')
  return chosen
}

const aName = (pick: Chance) => ({ given: one(givenNames, pick), surname: one(surnames, pick) })

const aChild = (pick: Chance, opened: Date) => ({
  ...aName(pick),
  birthDate: new Date(opened.getTime() - (9 * 365 + pick(8 * 365)) * 86_400_000).toISOString().slice(0, 10),
})

/** 555-01xx: numbers that are kept for fiction. */
const aCaregiver = (pick: Chance) => ({
  ...aName(pick),
  relationship: one(['mother', 'father', 'grandparent', 'relative', 'foster-parent'] as const, pick),
  safety: one(['unknown', 'safe', 'safe', 'not-safe'] as const, pick),
  phone: `512-555-01${String(10 + pick(90))}`,
})

async function makeTeam(
  then: Casework,
  opener: Player,
  id: CaseId,
  players: readonly Player[],
  pick: Chance,
): Promise<readonly Player[]> {
  const others = players.filter((player) => player.scope === 'narrow')
  const chosen = new Set(Array.from({ length: 3 + pick(3) }, () => one(others, pick)))
  for (const { person } of chosen) await addToTeam(then, opener, { id, member: person })
  return [opener, ...chosen]
}

async function makeNotes(then: Casework, member: Player, id: CaseId, pick: Chance): Promise<void> {
  const texts = notes[member.discipline] ?? []
  if (texts.length === 0 || pick(4) === 0) return
  // A clinician's notes stay with her discipline.
  const shared = member.discipline !== 'mental-health' && pick(5) > 0
  await writeNote(then, member, { id, text: one(texts, pick), shared })
}

function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error('The demo data were refused by a rule')
  return result.value
}
