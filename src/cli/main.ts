// The command line: picks the command, prints a Problem as one sentence, and gives its exit code (2: the call was wrong).

import { Problem } from '../shared/index.ts'
import { auditCommand } from './audit.ts'
import { backupKeysCommand } from './backup-keys.ts'
import { backupCommand } from './backup.ts'
import type { Command, Surroundings } from './command.ts'
import { countsCommand } from './counts.ts'
import { erasuresCommand } from './erasures.ts'
import { exportPublicCommand } from './export-public.ts'
import { instrumentCommand } from './instrument.ts'
import { keysCommand } from './keys.ts'
import { migrateCommand } from './migrate.ts'
import { pagesCommand } from './pages.ts'
import { restoreKeysCommand } from './restore-keys.ts'
import { restoreCommand } from './restore.ts'
import { routeCommand } from './route.ts'
import { scanCommand } from './scan.ts'
import { schemaCommand } from './schema.ts'
import { scoreCommand } from './score.ts'
import { serveCommand } from './serve.ts'

const commands: readonly Command[] = [
  serveCommand,
  routeCommand,
  scanCommand,
  pagesCommand,
  scoreCommand,
  exportPublicCommand,
  migrateCommand,
  backupCommand,
  restoreCommand,
  keysCommand,
  backupKeysCommand,
  restoreKeysCommand,
  erasuresCommand,
  schemaCommand,
  countsCommand,
  auditCommand,
  instrumentCommand,
]

export async function runCommand(
  [name = 'help', ...args]: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') return help()
  const command = commands.find((one) => one.name === name)
  try {
    if (command === undefined)
      throw new Problem('usage', { why: `There is no command "${name}". See: bin/footbridge help` })
    return await command.run(args, surroundings)
  } catch (error) {
    if (error instanceof Problem) console.error(error.message)
    else console.error(unexpected(error))
    return error instanceof Problem ? error.exit : 1
  }
}

/** An error of the database may quote a child's data: of those only the code is shown, and the place in our code. */
function unexpected(error: unknown): string {
  if (!(error instanceof Error)) return 'Something unexpected happened. Please report it.'
  const ofDatabase = 'severity' in error && 'code' in error
  const what = ofDatabase ? `the database said ${String(error.code)}` : error.message
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
  return [`Something unexpected happened: ${what}. Please report it with these lines.`, ...places].join('\n')
}

function help(): number {
  console.log('Footbridge: from a warning sign somebody noticed to safe, in care for life.\n')
  for (const { name, help: line } of commands) console.log(`  bin/footbridge ${name.padEnd(13)} ${line}`)
  return 0
}
