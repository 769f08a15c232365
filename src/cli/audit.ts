// bin/footbridge audit: verify the audit log, export it, or print the key that its checkpoints are signed with. An exported file
// is verified without any database, by whoever holds a checkpoint and the key.

import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

import {
  auditKeyOf,
  auditProofIn,
  auditSeedPath,
  checkAudit,
  logName,
  openAuditSeed,
  readAuditLog,
  readCheckpoints,
  readLog,
  readVerifyingKey,
  verifyingKeyOf,
  verifyingKeyText,
  verifyLog,
  writeLog,
} from '../access/index.ts'
import { databaseConfig, dataFolder, openDatabase, type Database } from '../database/index.ts'
import { Problem, type CenterId } from '../shared/index.ts'
import { sayVerdict } from './audit-verdict.ts'
import { centerOf } from './center-of.ts'
import type { Command, Surroundings } from './command.ts'
import { readFlagsAndFiles } from './options.ts'
import { readSettings } from './settings.ts'

const options = {
  against: { type: 'string', multiple: true },
  log: { type: 'string' },
  key: { type: 'string' },
} as const

const usage = (why: string): Problem => new Problem('usage', { why })

export const auditCommand: Command = {
  name: 'audit',
  help: 'verify [--against CHECKPOINTS] [--log FILE --key KEY] | export FILE | key: the log of who did what',
  async run(args, surroundings) {
    const { values, positionals } = readFlagsAndFiles(args, options)
    const { against = [], log, key } = values
    const [what = '', file, ...more] = positionals
    const plain = log === undefined && key === undefined && against.length === 0
    if (what === 'verify' && file === undefined) {
      if (log !== undefined || key !== undefined) return verifyFile(log, key, against)
      return withCenter(surroundings, (given) => verifyHere(given, against))
    }
    if (what === 'export' && file !== undefined && more.length === 0 && plain)
      return withCenter(surroundings, (given) => exportTo(given, file))
    if (what === 'key' && file === undefined && plain) return withCenter(surroundings, printKey)
    throw usage('Say audit verify, audit export FILE, or audit key. See: bin/footbridge help')
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

/** Checkpoints that are named take the place of this machine's own copies. */
async function verifyHere({ database, center, data }: Given, against: readonly string[]): Promise<number> {
  const own = await auditProofIn({ environment: process.env, dataFolder: data })(center)
  const kept = against.length > 0 ? await readKept(against) : own.kept
  return sayVerdict(await checkAudit({ database, center, keys: own.keys, kept }))
}

async function verifyFile(
  log: string | undefined,
  keyText: string | undefined,
  against: readonly string[],
): Promise<number> {
  if (log === undefined || keyText === undefined || against.length === 0)
    throw usage(
      'To verify a file, give --log FILE, --key KEY (from bin/footbridge audit key) and --against CHECKPOINTS',
    )
  const key = readVerifyingKey(keyText)
  const notes = await readKept(against)
  await orMissing(log, stat(log))
  const entries = readLog(createReadStream(log, { highWaterMark: 1 << 18 }))
  return sayVerdict(await verifyLog(entries, notes, { origin: key.name, keys: [key] }))
}

async function exportTo({ database, center }: Given, file: string): Promise<number> {
  try {
    const text = writeLog(center, readAuditLog(database, center))
    await pipeline(text, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  } catch (cause) {
    throw whyNotWritten(file, cause)
  }
  console.log(`Wrote the audit log of ${logName(center)} to ${file}.`)
  return 0
}

/** An export never writes over another one: the older may be the one that proves something. */
function whyNotWritten(file: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EEXIST') return usage(`The file ${file} is there already and was left as it is. Give another name.`)
  const ofFile = typeof code === 'string' && ['ENOENT', 'EACCES', 'ENOTDIR', 'EISDIR', 'EROFS'].includes(code)
  return ofFile
    ? usage(`The file ${file} could not be written. Check the folder, and that you may write there.`)
    : cause
}

/** Makes the key where there is none: who gives it away before the first start has the one that will sign. */
function printKey({ center, data }: Given): Promise<number> {
  const seed = openAuditSeed(auditSeedPath(process.env, data))
  console.log(verifyingKeyText(verifyingKeyOf(auditKeyOf(seed, center))))
  return Promise.resolve(0)
}

const readKept = async (files: readonly string[]): Promise<readonly string[]> =>
  (await Promise.all(files.map((file) => orMissing(file, readCheckpoints(file))))).flat()

async function orMissing<Value>(file: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (cause) {
    throw new Problem('file-missing', { file }, cause)
  }
}
