// bin/footbridge audit: verify the audit log, export it, or print the key that its checkpoints are signed with. An exported file
// is verified without any database, by whoever holds a checkpoint and the key.

import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

import {
  auditKeyOf,
  auditSeedPath,
  checkAudit,
  checkpointFile,
  checkpointFolder,
  logName,
  openAuditSeed,
  readAuditLog,
  readCheckpoints,
  readLog,
  readVerifyingKey,
  verifyLog,
  verifyingKeyOf,
  verifyingKeyText,
  writeLog,
  type Verdict,
} from '../access/index.ts'
import { databaseConfig, dataFolder, openDatabase, type Database } from '../database/index.ts'
import { Problem, type CenterId } from '../shared/index.ts'
import { centerOf } from './center-of.ts'
import type { Command, Surroundings } from './command.ts'
import { readFlagsAndFiles } from './options.ts'
import { readSettings } from './settings.ts'

const options = {
  against: { type: 'string', multiple: true },
  log: { type: 'string' },
  key: { type: 'string' },
} as const

export const auditCommand: Command = {
  name: 'audit',
  help: 'verify [--against CHECKPOINTS] [--log FILE --key KEY] | export FILE | key: the log of who did what',
  async run(args, surroundings) {
    const { values, positionals } = readFlagsAndFiles(args, options)
    const [what, file] = positionals
    const against = values.against ?? []
    if (what === 'verify' && values.log !== undefined) return verifyFile(values.log, values.key, against)
    if (what === 'verify') return withCenter(surroundings, (given) => verifyHere(given, against))
    if (what === 'export' && file !== undefined) return withCenter(surroundings, (given) => exportTo(given, file))
    if (what === 'key') return withCenter(surroundings, (given) => Promise.resolve(printKey(given)))
    throw new Problem('usage', { why: 'Say audit verify, audit export FILE, or audit key. See: bin/footbridge help' })
  },
}

type Given = { readonly database: Database; readonly center: CenterId; readonly data: string }

async function withCenter({ home }: Surroundings, work: (given: Given) => Promise<number>): Promise<number> {
  const config = databaseConfig(process.env, home)
  const database = await openDatabase({ config, home, log: () => undefined, migrate: false, beside: true })
  try {
    const center = await centerOf(database, readSettings(process.env))
    return await work({ database, center, data: dataFolder(process.env, home) })
  } finally {
    await database.close()
  }
}

const keyOf = ({ center, data }: Given) =>
  verifyingKeyOf(auditKeyOf(openAuditSeed(auditSeedPath(process.env, data)), center))

async function verifyHere(given: Given, against: readonly string[]): Promise<number> {
  const own = checkpointFile(checkpointFolder(process.env, given.data), given.center)
  const files = against.length > 0 ? against : await existing(own)
  const kept = (await Promise.all(files.map(readKept))).flat()
  return say(await checkAudit({ ...given, keys: [keyOf(given)], kept }))
}

async function verifyFile(log: string, keyText: string | undefined, against: readonly string[]): Promise<number> {
  if (keyText === undefined || against.length === 0)
    throw new Problem('usage', {
      why: 'To verify a file, give --key KEY (from bin/footbridge audit key) and --against CHECKPOINTS',
    })
  const key = readVerifyingKey(keyText)
  const notes = (await Promise.all(against.map(readKept))).flat()
  await orMissing(log, stat(log))
  return say(
    await verifyLog(readLog(createReadStream(log, { highWaterMark: 1 << 18 })), notes, {
      origin: key.name,
      keys: [key],
    }),
  )
}

async function exportTo({ database, center }: Given, file: string): Promise<number> {
  await orMissing(
    file,
    pipeline(writeLog(center, readAuditLog(database, center)), createWriteStream(file, { mode: 0o600, flags: 'wx' })),
  )
  console.log(`Wrote the audit log of ${logName(center)} to ${file}.`)
  return 0
}

function printKey(given: Given): number {
  console.log(verifyingKeyText(keyOf(given)))
  return 0
}

const readKept = (file: string): Promise<readonly string[]> => orMissing(file, readCheckpoints(file))

const existing = (file: string): Promise<readonly string[]> =>
  stat(file).then(
    () => [file],
    () => [],
  )

async function orMissing<Value>(file: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem('file-missing', { file }, cause)
  }
}

/** Exit code 1 when anything is wrong with the log. */
function say({ clean, entries, covered, problems, more, root }: Verdict): number {
  if (entries === 0 && problems.every(({ kind }) => kind === 'uncovered')) {
    console.log('The log is empty, and no checkpoint says that it ever was not.')
    return 0
  }
  for (const { sentence } of problems) console.error(sentence)
  if (more > 0) console.error(`And ${more} more.`)
  console.log(
    clean
      ? `The log is whole: ${entries} entries, the first ${covered} of them proved by a checkpoint. Root: ${root}`
      : `The log is not as it was signed. Keep the database and all checkpoints as they are, and tell the privacy officer.`,
  )
  return clean ? 0 : 1
}
