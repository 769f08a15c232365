// Whether a PostgreSQL server runs on a data folder: what its postmaster.pid says, compared with the living processes.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The process id of a living server of this folder, else undefined. A reused or zombie process does not count. */
export function livingPostmaster(folder: string): number | undefined {
  const pid = Number(readText(join(folder, 'postmaster.pid')).split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  return isAlive(pid) && readText(`/proc/${pid}/cmdline`).split('\0').includes(folder) ? pid : undefined
}

/** A zombie has ended, though its process id is still taken. */
export function isAlive(pid: number): boolean {
  const state = /^\d+ \(.*\) (\w)/s.exec(readText(`/proc/${pid}/stat`))?.[1]
  return state !== undefined && state !== 'Z' && state !== 'X'
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
