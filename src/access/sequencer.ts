// Gives each committed audit entry its place in the Merkle tree, within a second, and signs a checkpoint each minute in which
// something was added. The business transaction only inserts its entry: a locked head of the tree in it had cut writes from
// 5,092 to 195 a second (design section 7, 7). Several machines may run it: one works at a time for a center.

import type { Database } from '../database/index.ts'
import type { CenterId } from '../shared/index.ts'
import { emptyTree, growTree, leafOfEntry, signCheckpoint, type SigningKey, type TreeState } from './audit/index.ts'
import {
  findLastLeaf,
  findLeaves,
  findUnplaced,
  insertCheckpoint,
  insertLeaves,
  lockSequence,
} from './audit-log-queries.ts'

export type SequencerParts = {
  readonly database: Database
  readonly center: CenterId
  readonly key: SigningKey
  readonly now: () => Date
  /** Writes a signed checkpoint to places that who administers the database cannot rewrite. */
  readonly publish: (note: string) => Promise<void>
  readonly log: (line: string) => void
}

export type Sequencer = {
  /** Places what is committed now. Returns how many entries. */
  place(): Promise<number>
  /** Signs the head of the tree, if it grew since the last one. Returns the note. */
  sign(): Promise<string | undefined>
  stop(): Promise<void>
}

const atOnce = 1000
const placeEveryMs = 500
const signEveryMs = 60_000
/** No transaction of ours is open for longer: an entry that began earlier than this before the last one is placed already. */
const longestTransactionMs = 60 * 60 * 1000

export function openSequencer(parts: SequencerParts): Sequencer {
  const { database, center, key, now } = parts
  const actor = { center, person: null }
  let known: TreeState = emptyTree
  let signed = -1

  const placeSome = (): Promise<number> =>
    database.transactAs(actor, async (trx) => {
      if (!(await lockSequence(trx, center))) return 0
      const tree = growTree(known)
      for (let leaves = await findLeaves(trx, center, tree.size(), 10_000); leaves.length > 0;) {
        for (const { leaf } of leaves) tree.append(leaf)
        leaves = await findLeaves(trx, center, tree.size(), 10_000)
      }
      known = tree.state()
      const last = await findLastLeaf(trx, center)
      const since = last && new Date(last.occurredAt.getTime() - longestTransactionMs)
      const entries = await findUnplaced(trx, center, since, atOnce)
      if (entries.length === 0) return 0
      await insertLeaves(
        trx,
        center,
        entries.map((entry, at) => {
          const sequence = known.size + at + 1
          return { sequence, entry: entry.entry, leaf: leafOfEntry({ ...entry, sequence }) }
        }),
      )
      return entries.length
    })

  const placeAll = async (): Promise<number> => {
    let placed = 0
    for (let some = await placeSome(); some > 0; some = await placeSome()) placed += some
    return placed
  }

  // In turn: while the timer places, its lock would turn a `sign` away, and that one would sign an older tree, or none.
  let under: Promise<unknown> = Promise.resolve()
  const place = (): Promise<number> => {
    const done = under.then(placeAll)
    under = done.catch(() => undefined)
    return done
  }

  const sign = async (): Promise<string | undefined> => {
    await place()
    const tree = growTree(known)
    if (tree.size() === 0 || tree.size() === signed) return undefined
    const time = `${now().toISOString().slice(0, 19)}Z`
    const note = signCheckpoint({ size: tree.size(), root: tree.root(), time }, key)
    // Outside first: a checkpoint that only the database knew would prove nothing against who rewrites the database.
    await parts.publish(note)
    await database.transactAs(actor, (trx) => insertCheckpoint(trx, center, { size: tree.size(), note, now: now() }))
    signed = tree.size()
    return note
  }

  const timers = [every(placeEveryMs, place, parts.log), every(signEveryMs, sign, parts.log)]
  return {
    place,
    sign,
    async stop() {
      await Promise.all(timers.map((stop) => stop()))
      await sign()
    },
  }
}

/** Again and again, never twice at once; what fails is tried again the next time. */
function every(milliseconds: number, work: () => Promise<unknown>, log: (line: string) => void): () => Promise<void> {
  let stopped = false
  let under: Promise<unknown> = Promise.resolve()
  const round = (): void => {
    if (stopped) return
    under = work()
      .catch((error: unknown) => log(`audit log: ${error instanceof Error ? error.name : 'an error'}; tried again`))
      .then(() => {
        timer = setTimeout(round, milliseconds).unref()
      })
  }
  let timer = setTimeout(round, milliseconds).unref()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await under
    clearTimeout(timer)
  }
}
