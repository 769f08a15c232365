// Writes a folder of files so that it is never half there: into a draft beside it, which then takes its name. A folder that
// holds anything but an earlier copy of ours is never touched; in one of ours, what is not ours goes along.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { Problem } from '../shared/index.ts'
import type { CopyFile } from '../web/index.ts'
import { carryOver, foreignIn, inTheWay, marker, markerText } from './our-files.ts'

/** Throws Problem('export-folder-foreign') when something stands there that an export did not make. */
export function requireOurFolder(folder: string): void {
  if (!existsSync(folder)) return
  const ours = statSync(folder).isDirectory() && (readdirSync(folder).length === 0 || existsSync(join(folder, marker)))
  if (!ours) throw new Problem('export-folder-foreign', { folder })
}

/**
 * Returns what was there, is not ours and went along. Throws Problem('export-in-the-way') or Problem('export-unwritable');
 * then the folder is as it was before.
 */
export function publishFolder(given: string, files: readonly CopyFile[]): readonly string[] {
  const folder = existsSync(given) ? realpathSync(given) : given
  try {
    mkdirSync(dirname(folder), { recursive: true })
    bringBack(folder)
    const paths = [marker, ...files.map(({ path }) => path)]
    const foreign = foreignIn(folder, paths)
    const file = inTheWay(foreign, paths)
    if (file !== undefined) throw new Problem('export-in-the-way', { folder, file })
    const draft = mkdtempSync(draftName(folder))
    try {
      write(draft, files, markerText(paths))
      carryOver(foreign, folder, draft)
      swap(draft, folder)
    } finally {
      removeWhole(draft)
    }
    for (const left of leftDrafts(folder)) removeWhole(left)
    return foreign
  } catch (error) {
    if (error instanceof Problem) throw error
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected'
    throw new Problem('export-unwritable', { folder, reason }, error)
  }
}

const draftName = (folder: string): string => `${folder}.draft-`
const asideEnd = '-before'

/** What an export left behind that was stopped in the middle: named as we name it, and with our marker in it. */
function leftDrafts(folder: string): readonly string[] {
  const start = basename(draftName(folder))
  return readdirSync(dirname(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(start))
    .filter(({ name }) => /^[A-Za-z0-9]{6}(-before)?$/.test(name.slice(start.length)))
    .map(({ name }) => join(dirname(folder), name))
    .filter((draft) => existsSync(join(draft, marker)))
}

/** An export that was stopped between its two renames left no folder, and the earlier copy aside. */
function bringBack(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) return
  const aside = leftDrafts(folder).find((draft) => draft.endsWith(asideEnd))
  if (aside !== undefined) renameSync(aside, folder)
}

/** The marker goes last: stopped in the middle, the rest can still be told as ours. */
function removeWhole(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name !== marker) rmSync(join(folder, name), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

function write(draft: string, files: readonly CopyFile[], list: string): void {
  writeFileSync(join(draft, marker), list)
  // A web server that runs as another user has to read it.
  chmodSync(draft, 0o755)
  for (const { path, body } of files) {
    mkdirSync(dirname(join(draft, path)), { recursive: true })
    writeFileSync(join(draft, path), body)
  }
}

/** The old copy steps aside, and comes back if the new one cannot take its place. */
function swap(draft: string, folder: string): void {
  if (!existsSync(folder)) {
    renameSync(draft, folder)
    return
  }
  const aside = `${draft}${asideEnd}`
  renameSync(folder, aside)
  try {
    renameSync(draft, folder)
  } catch (error) {
    renameSync(aside, folder)
    throw error
  }
  removeWhole(aside)
}
