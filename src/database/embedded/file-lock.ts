// A second lock, held by PostgreSQL's own processes: `flock` on a file beside the database. It sees what process ids and
// socket names cannot: a server in another container that shares the folder. The kernel ends it with the last process.

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** The command with the lock around it; as it is where `flock` is not installed. A held lock makes it end at once. */
export function withFileLock(folder: string, command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  const file = `${folder}.lock`
  const { status, error } = spawnSync('flock', ['--nonblock', file, 'true'], { stdio: 'ignore' })
  if (error !== undefined) return command
  // Nobody runs here: what a crash left behind must not be taken for a living server with the same process id.
  if (status === 0) rmSync(join(folder, 'postmaster.pid'), { force: true })
  return ['flock', '--nonblock', '--no-fork', file, ...command]
}
