// Which files of an exported folder are ours: its marker lists them. Whatever else is there (a CNAME, .well-known, a .git)
// is somebody else's, and goes along unchanged into the next copy.

import {
  chmodSync,
  copyFileSync,
  existsSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  constants,
  type Stats,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** The file that says that a folder is ours to replace, and which files in it are. */
export const marker = '.footbridge-copy'

export const markerText = (files: readonly string[]): string =>
  ['Made by bin/footbridge export-public, which replaces these files and keeps all others:', ...files, ''].join('\n')

/** Undefined for a marker without a list, as exports made them at first. */
function listedIn(folder: string): readonly string[] | undefined {
  const file = join(folder, marker)
  if (!existsSync(file)) return []
  const [, ...listed] = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  return listed.length === 0 ? undefined : listed
}

const foldersOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, names) => names.slice(0, index + 1).join('/'))

/** What in the folder is not ours: files, and whole folders where nothing of ours is or will be. */
export function foreignIn(folder: string, next: readonly string[]): readonly string[] {
  if (!existsSync(folder)) return []
  const ours = new Set([marker, ...(listedIn(folder) ?? next)])
  const shared = new Set([...ours, ...next].flatMap(foldersOf))
  const walk = (under: string): readonly string[] =>
    readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
      const path = `${under}${entry.name}`
      if (entry.isDirectory()) return shared.has(path) ? walk(`${path}/`) : [path]
      return ours.has(path) ? [] : [path]
    })
  return walk('')
}

/** The first of them that stands where one of our files, or a folder for it, has to be. */
export function inTheWay(foreign: readonly string[], next: readonly string[]): string | undefined {
  const files = new Set(next)
  const folders = new Set(next.flatMap(foldersOf))
  return foreign.find(
    (path) => files.has(path) || folders.has(path) || foldersOf(path).some((above) => files.has(above)),
  )
}

/** They stay where they are too, so that nothing is lost when the export is stopped. */
export function carryOver(foreign: readonly string[], from: string, to: string): void {
  for (const path of foreign) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    carry(join(from, path), join(to, path))
  }
}

function carry(from: string, to: string): void {
  const found = lstatSync(from)
  if (found.isDirectory()) {
    mkdirSync(to)
    for (const name of readdirSync(from)) carry(join(from, name), join(to, name))
    likeBefore(to, found)
  } else if (found.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to)
    keepOwner(to, found)
  } else linkOrCopy(from, to, found)
}

/** The same file under a second name, whatever it is; a copy where the file system knows no second names. */
function linkOrCopy(from: string, to: string, found: Stats): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (!found.isFile()) throw error
    copyFileSync(from, to, constants.COPYFILE_EXCL)
    likeBefore(to, found)
  }
}

function likeBefore(path: string, found: Stats): void {
  keepOwner(path, found)
  chmodSync(path, found.mode & 0o7777)
  utimesSync(path, found.atime, found.mtime)
}

/** Only root may give a file away. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  if (process.getuid?.() === 0) lchownSync(path, uid, gid)
}
