// Holds the tree that grows from the entries against each checkpoint when it reaches its size. Where a root differs, the
// change lies after the last checkpoint that fitted: with one a minute, the sentence names a minute's entries.

import { type Checkpoint, type CheckpointFault, readCheckpoint, type Trust } from './checkpoint.ts'
import { entries, type Findings } from './log-problem.ts'
import type { Tree } from './merkle.ts'

export type CheckpointCheck = {
  /** The size of the next checkpoint to meet; Infinity after the last. */
  next(): number
  /** Called whenever the tree has grown to `next()`. Gives the checkpoints of this size back, whether they fitted or not. */
  meet(tree: Tree): readonly Checkpoint[]
  end(size: number): void
  /** The size of the largest checkpoint that fitted. */
  covered(): number
}

export function checkpointCheck(notes: readonly string[], trust: Trust, findings: Findings): CheckpointCheck {
  const checkpoints = believed(notes, trust, findings)
  let at = 0
  let covered = 0
  let broken: Checkpoint | undefined

  const next = (): number => checkpoints[at]?.size ?? Infinity

  const compare = (met: readonly [Checkpoint, ...Checkpoint[]], tree: Tree): void => {
    const [first] = met
    const fitting = met.find(({ root }) => root === tree.root())
    const odd = met.find(({ root }) => root !== (fitting ?? first).root)
    if (odd !== undefined) reportFork(findings, fitting ?? first, odd)
    if (fitting !== undefined && broken !== undefined) reportFork(findings, broken, fitting)
    if (fitting !== undefined) covered = fitting.size
    else if (broken === undefined) reportChange(findings, covered, first)
    broken = fitting === undefined ? (broken ?? first) : undefined
  }

  return {
    next,
    meet(tree) {
      const from = at
      while (next() === tree.size()) at += 1
      const [first, ...others] = checkpoints.slice(from, at)
      if (first === undefined) return []
      compare([first, ...others], tree)
      return [first, ...others]
    },
    end(size) {
      const last = checkpoints.at(-1)
      if (last !== undefined && last.size > size)
        findings.add(
          'truncated',
          size + 1,
          `The checkpoint of ${last.time} covers ${last.size} entries, but the log has ${size}: entries were taken away.`,
        )
    },
    covered: () => covered,
  }
}

/** Those that a trusted key signed, by size and time. */
function believed(notes: readonly string[], trust: Trust, findings: Findings): readonly Checkpoint[] {
  const found: Checkpoint[] = []
  notes.forEach((note, index) => {
    const read = readCheckpoint(note, trust)
    if (read.ok) found.push(read.value)
    else findings.add('signature', null, `Checkpoint ${index + 1} of those given ${whyNot[read.reason]}`)
  })
  if (found.length === 0)
    findings.add('uncovered', null, 'No checkpoint that can be believed was given: nothing proves this log. Give one.')
  return found.sort((one, other) => one.size - other.size || one.time.localeCompare(other.time, 'en'))
}

const whyNot: Readonly<Record<CheckpointFault, string>> = {
  'not-a-note': 'is damaged: it is not a signed note.',
  'unknown-key': 'is not signed by a key of this log.',
  'bad-signature': 'was changed after it was signed: its signature is wrong.',
  'not-a-checkpoint': 'is signed, but is not a checkpoint.',
  'other-origin': 'belongs to another log.',
}

function reportChange(findings: Findings, covered: number, { size, time }: Checkpoint): void {
  findings.add(
    'changed',
    covered + 1,
    `${entries(covered + 1, size)} differ from what was signed at ${time}: something was changed, added, moved or taken away.`,
  )
}

function reportFork(findings: Findings, one: Checkpoint, other: Checkpoint): void {
  findings.add(
    'fork',
    null,
    `The checkpoints of ${one.time} (${one.size} entries) and ${other.time} (${other.size} entries) were signed over two different logs.`,
  )
}
