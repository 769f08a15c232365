// Says how a check of the audit log ended: what is wrong goes to standard error, a sentence each, the end to standard output.

import type { Verdict } from '../access/index.ts'

/** Exit code 1 when anything is wrong with the log, or nothing proves it. */
export function sayVerdict({ clean, entries, covered, problems, more, root }: Verdict): number {
  const unproved = problems.every(({ kind }) => kind === 'uncovered')
  if (entries === 0 && unproved) {
    console.log('The log is empty, and no checkpoint says that it ever was not.')
    return 0
  }
  for (const { sentence } of problems) console.error(sentence)
  if (more > 0) console.error(`And ${more} more.`)
  if (clean)
    console.log(
      `The log is whole: ${entries} entries, the first ${covered} of them proved by a checkpoint. Root: ${root}`,
    )
  else console.log(unproved ? unprovedEnd : wrongEnd)
  return clean ? 0 : 1
}

const unprovedEnd =
  'Nothing was found to be wrong, but nothing proves the log either: give the checkpoints that were kept.'

const wrongEnd =
  'The log is not as it was signed. Keep the database and all checkpoints as they are, and tell the privacy officer.'
