// bin/footbridge backup-keys FILE: the keys of people, still wrapped by the key file, in a file of their own. It is destroyed
// after 30 days: until then it could bring back somebody who was erased. It works beside a running service.

import { destroyBy, keyBackupDays } from '../database/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'
import { withDatabase } from './with-database.ts'

export const backupKeysCommand: Command = {
  name: 'backup-keys',
  help: 'FILE: write the keys of people to a new file, apart from the data',
  run(args, { home }) {
    const file = readOptions(args, {}, 1).positionals[0] ?? ''
    return withDatabase(home, async (database) => {
      const made = new Date()
      const { rows } = await database.writeKeyBackup(file)
      const day = destroyBy(made).toISOString().slice(0, 10)
      console.log(`Wrote ${file}: ${rows} keys, closed with the key file, which is not in it.`)
      console.log(`Wrote ${file}.erasures: who was erased. Keep it with the file.`)
      console.log(
        `Destroy ${file} by ${day} (${keyBackupDays} days): an erasure is complete when the last older one is gone.`,
      )
      return 0
    })
  },
}
