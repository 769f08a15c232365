// The files of the built-in database: made once by initdb under another name and renamed when whole, so that a first
// start that was interrupted is simply made again.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { Problem } from '../../shared/index.ts'
import { embeddedVersion, type Binaries } from './binaries.ts'
import type { RunAs } from './run-as.ts'

export type ClusterParts = {
  readonly folder: string
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly logFile: string
}

export const isNewCluster = (folder: string): boolean => !existsSync(join(folder, 'PG_VERSION'))

/** Throws when the files belong to another version or cannot be made. */
export function makeCluster({ folder, binaries, runAs, logFile }: ClusterParts): void {
  if (!isNewCluster(folder)) {
    const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
    if (found !== embeddedVersion)
      throw new Problem('embedded-database-version', { folder, found, expected: embeddedVersion })
    return
  }
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  runInitdb(draft, { binaries, runAs, logFile })
  renameSync(draft, folder)
}

function runInitdb(draft: string, { binaries, runAs, logFile }: Omit<ClusterParts, 'folder'>): void {
  const [program, ...args] = runAs.wrap(binaries.initdb, [
    '-D', draft,
    '-U', 'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-locale',
    '--no-instructions',
  ]) // prettier-ignore
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', env: plainEnvironment() })
  if (status !== 0) throw new Problem('embedded-database-failed', { log: logFile }, new Error(stderr))
}

/** What PostgreSQL gets of our environment: nothing that would change its language, its paths or its libraries. */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' })
