// Writes a file that only its owner may read, whole or not at all: into a draft beside it, which then takes its name.

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { Problem } from '../shared/index.ts'

/** Replaces a file of that name. Throws Problem('data-folder-unwritable'); then the file is as it was before. */
export function writePrivateFile(file: string, text: string): void {
  const folder = dirname(file)
  const draft = join(folder, `.${basename(file)}.${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeWhole(draft, text)
    renameSync(draft, file)
    syncFolder(folder)
  } catch (cause) {
    rmSync(draft, { force: true })
    throw new Problem('data-folder-unwritable', { folder }, cause)
  }
}

function writeWhole(draft: string, text: string): void {
  const opened = openSync(draft, 'wx', 0o600)
  try {
    writeFileSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Without it, the new name may be lost in a power cut. */
function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
