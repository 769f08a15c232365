// From a data folder to a running built-in database: hold the folder, find the binaries, make the files, start the server.

import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

import { Problem } from '../../shared/index.ts'
import { embeddedAdministrator } from '../connections.ts'
import { copyBinaries, findBinaries } from './binaries.ts'
import { isNewCluster, makeCluster } from './cluster.ts'
import { holdDataFolder, type HeldFolder } from './data-folder.ts'
import { chooseRunAs } from './run-as.ts'
import { livingPostmaster } from './postmaster.ts'
import { startServer } from './server.ts'
import { takeServiceLock } from './service-lock.ts'
import { makeSocketFolder, socketFolderOf } from './socket-folder.ts'

export type EmbeddedParts = { readonly folder: string; readonly home: string; readonly log: (line: string) => void }

export type RunningEmbedded = {
  /** Folder of the socket: the `host` of a connection. */
  readonly socketFolder: string
  close(): Promise<void>
}

export async function openEmbedded({ folder: given, home, log }: EmbeddedParts): Promise<RunningEmbedded> {
  const held = await holdDataFolder(given)
  try {
    return await startIn(held, home, log)
  } catch (error) {
    held.release()
    throw error
  }
}

async function startIn(held: HeldFolder, home: string, log: (line: string) => void): Promise<RunningEmbedded> {
  const { folder } = held
  const runAs = chooseRunAs(process.env)
  const logFile = join(folder, 'postgres.log')
  const copyTo = join(folder, 'postgresql')
  if (!runAs.reaches(folder)) throw new Problem('data-folder-closed', { folder })
  const binaries = runAs.kind === 'user' ? copyBinaries(home, copyTo) : findBinaries(home, copyTo)
  const socketFolder = makeSocketFolder(folder, runAs.uid)
  runAs.own(folder)
  runAs.own(socketFolder)
  const parts = { folder: join(folder, 'postgres'), binaries, runAs, logFile }
  if (isNewCluster(parts.folder)) log('Preparing the database (first start)...')
  makeCluster(parts)
  const server = await startServer({ ...parts, socketFolder })
  const lock = await takeServiceLock(embeddedAdministrator(socketFolder))
  // Another service has the say here: its server goes on.
  if (lock === undefined) {
    server.leave()
    throw new Problem('already-running', { folder, pid: 'on another machine or in another container' })
  }
  return {
    socketFolder,
    async close() {
      await lock.release()
      await server.stop()
      held.release()
    },
  }
}

/**
 * The socket of a service that runs on this folder, for a command that works beside it; undefined where none runs.
 * Closing does nothing: the service goes on.
 */
export function attachToRunning(given: string): RunningEmbedded | undefined {
  if (!existsSync(given)) return undefined
  const folder = realpathSync(given)
  if (livingPostmaster(join(folder, 'postgres')) === undefined) return undefined
  return { socketFolder: socketFolderOf(folder), close: () => Promise.resolve() }
}
