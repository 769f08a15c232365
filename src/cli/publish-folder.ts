// Writes a folder of files so that it is never half there: into a draft beside it, which then takes its name. A folder that
// holds anything but an earlier copy of ours is never touched.

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

/** The file that says that a folder is ours to replace. */
const marker = '.footbridge-copy'

/** Throws Problem('export-folder-foreign') when something stands there that an export did not make. */
export function requireOurFolder(folder: string): void {
  if (!existsSync(folder)) return
  const ours = statSync(folder).isDirectory() && (readdirSync(folder).length === 0 || existsSync(join(folder, marker)))
  if (!ours) throw new Problem('export-folder-foreign', { folder })
}

/** Throws Problem('export-unwritable'); then the folder is as it was before. */
export function publishFolder(given: string, files: readonly CopyFile[]): void {
  const folder = existsSync(given) ? realpathSync(given) : given
  try {
    mkdirSync(dirname(folder), { recursive: true })
    const draft = mkdtempSync(draftName(folder))
    try {
      write(draft, files)
      swap(draft, folder)
    } finally {
      rmSync(draft, { recursive: true, force: true })
    }
    removeLeftDrafts(folder)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected'
    throw new Problem('export-unwritable', { folder, reason }, error)
  }
}

const draftName = (folder: string): string => `${folder}.draft-`

/** What an export left behind that was stopped in the middle. */
function removeLeftDrafts(folder: string): void {
  for (const name of readdirSync(dirname(folder)))
    if (name.startsWith(basename(draftName(folder))))
      rmSync(join(dirname(folder), name), { recursive: true, force: true })
}

function write(draft: string, files: readonly CopyFile[]): void {
  // A web server that runs as another user has to read it.
  chmodSync(draft, 0o755)
  writeFileSync(join(draft, marker), 'Made by bin/footbridge export-public, which may replace this folder.\n')
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
  const aside = `${draft}-before`
  renameSync(folder, aside)
  try {
    renameSync(draft, folder)
  } catch (error) {
    renameSync(aside, folder)
    throw error
  }
  rmSync(aside, { recursive: true, force: true })
}
