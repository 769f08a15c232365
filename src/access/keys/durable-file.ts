// A private file that is on the disk when the function returns, or not there at all: written aside, synced, then given its
// name, and the folder synced, because a power cut may otherwise lose the name. Callers take turns (key-file-lock.ts), so
// the name aside is always the same, and what a crash left there is cleared by the next change.

import { closeSync, fchmodSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export const privateMode = 0o600

/** A new file of mode 0600. False where the name is taken; then nothing was changed. */
export function createDurably(path: string, text: string): boolean {
  return writeAside(path, text, (aside) => linkUnlessTaken(aside, path))
}

/** In place of the file of that name, in one step. `stillRight` is asked last; when it throws, nothing was changed. */
export function replaceDurably(path: string, text: string, stillRight: () => void): void {
  writeAside(path, text, (aside) => {
    stillRight()
    renameSync(aside, path)
  })
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

function writeAside<Value>(path: string, text: string, name: (aside: string) => Value): Value {
  const aside = join(dirname(path), `.${basename(path)}.new`)
  rmSync(aside, { force: true })
  try {
    withOpened(aside, 'wx', (opened) => {
      fchmodSync(opened, privateMode)
      writeFileSync(opened, text)
      fsyncSync(opened)
    })
    return name(aside)
  } finally {
    rmSync(aside, { force: true })
    withOpened(dirname(path), 'r', fsyncSync)
  }
}

function withOpened(path: string, flags: 'r' | 'wx', work: (opened: number) => void): void {
  const opened = openSync(path, flags, privateMode)
  try {
    work(opened)
  } finally {
    closeSync(opened)
  }
}

function linkUnlessTaken(aside: string, path: string): boolean {
  try {
    linkSync(aside, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}
