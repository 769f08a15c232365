// How a PostgreSQL program is started. PostgreSQL refuses to run as root: there it runs as nobody inside a user namespace
// (`unshare`, which also works under a closed home), or as a system user where the machine forbids that. If the service
// is killed, the kernel asks PostgreSQL to stop (`pdeathsig`), so no orphan stays behind.

import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type RunAs = {
  readonly kind: 'self' | 'unshare' | 'user'
  /** Owner of PostgreSQL's files as the file system sees it. */
  readonly uid: number
  /** The program and arguments to spawn for a program and its arguments. */
  wrap(program: string, args: readonly string[]): readonly [string, ...string[]]
  /** Gives one folder made by root (not what is in it) to the user that PostgreSQL runs as. */
  own(folder: string): void
  /** Whether PostgreSQL can reach this folder at all. */
  reaches(folder: string): boolean
}

const succeeds = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** FOOTBRIDGE_ROOT_MODE=unshare|user forces one of the two ways of root. */
export function chooseRunAs(environment: NodeJS.ProcessEnv): RunAs {
  const lastWish = succeeds('setpriv', '--pdeathsig', 'INT', 'true') ? ['setpriv', '--pdeathsig', 'INT'] : []
  if (process.getuid?.() !== 0) return plain('self', lastWish)
  const forced = environment['FOOTBRIDGE_ROOT_MODE']
  const unshare = ['unshare', '-U', '--map-user=65534']
  if (forced !== 'user' && succeeds('unshare', ...unshare.slice(1), 'true'))
    return plain('unshare', [...unshare, ...lastWish])
  return asSystemUser()
}

const plain = (kind: RunAs['kind'], before: readonly string[]): RunAs => ({
  kind,
  uid: process.getuid?.() ?? 0,
  wrap: (program, args) => {
    const [first = program, ...rest] = [...before, program, ...args]
    return [first, ...rest]
  },
  own: () => undefined,
  reaches: () => true,
})

function asSystemUser(): RunAs {
  const { uid, gid } = systemUser()
  const before = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--pdeathsig', 'INT']
  return {
    kind: 'user',
    uid,
    wrap: (program, args) => ['setpriv', ...before, program, ...args],
    own: (folder) => chownSync(folder, uid, gid),
    reaches: (folder) => isOpenToAll(dirname(folder)),
  }
}

/** The user `postgres` of the distribution, else `nobody`. Both have a passwd entry, which PostgreSQL asks for. */
function systemUser(): { readonly uid: number; readonly gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534) }
}

/** Every folder above must let anybody pass. */
function isOpenToAll(folder: string): boolean {
  if ((lstatSync(folder).mode & 0o001) === 0) return false
  return folder === dirname(folder) || isOpenToAll(dirname(folder))
}
