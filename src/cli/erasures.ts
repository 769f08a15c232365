// bin/footbridge erasures FILE: the list of who was erased, ids and times only. A restore needs the newest one, so that nobody
// comes back: write it after each erasure, to another machine than this. It works beside a running service.

import type { Command } from './command.ts'
import { readOptions } from './options.ts'
import { withDatabase } from './with-database.ts'

export const erasuresCommand: Command = {
  name: 'erasures',
  help: 'FILE: write who was erased (ids and times) to a new file, for a later restore',
  run(args, { home }) {
    const file = readOptions(args, {}, 1).positionals[0] ?? ''
    return withDatabase(home, async (database) => {
      const people = await database.writeErasures(file)
      console.log(`Wrote ${file}: ${people} erased. Keep it off this machine; restore takes it with --erasures.`)
      return 0
    })
  },
}
