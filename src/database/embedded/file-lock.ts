// A second lock, held by PostgreSQL's own processes: `flock` on a file beside the database. It sees what process ids and
// socket names cannot: a server in another container that shares the folder. The kernel ends it with the last process.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

// Holding the lock, nobody else runs here: what a crash left behind must not be taken for a living server whose process
// id now belongs to something else.
const clearAndRun = 'rm -f "$1"; shift; exec "$@"'

/** The command with the lock around it; as it is where `flock` is not installed. A held lock makes it end at once. */
export function withFileLock(folder: string, command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  if (spawnSync('flock', ['--version'], { stdio: 'ignore' }).status !== 0) return command
  const run = ['sh', '-c', clearAndRun, 'sh', join(folder, 'postmaster.pid'), ...command]
  return ['flock', '--nonblock', '--no-fork', `${folder}.lock`, ...run]
}
