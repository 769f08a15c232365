// bin/footbridge backup FILE: one consistent logical copy of all data, without keys (those have their own file), and beside it
// the list of who was erased. It works beside a running service.

import type { Command } from './command.ts'
import { readOptions } from './options.ts'
import { withDatabase } from './with-database.ts'

export const backupCommand: Command = {
  name: 'backup',
  help: 'FILE: write all data, without keys, to a new file',
  run(args, { home }) {
    const file = readOptions(args, {}, 1).positionals[0] ?? ''
    return withDatabase(home, async (database) => {
      const { tables, rows, bytes } = await database.writeBackup(file)
      console.log(`Wrote ${file}: ${rows} rows of ${tables.length} tables, ${bytes} bytes.`)
      console.log(`Wrote ${file}.erasures: who was erased. Keep it with the file; keys have their own: backup-keys.`)
      return 0
    })
  },
}
