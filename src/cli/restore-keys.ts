// bin/footbridge restore-keys FILE: reads a backup of keys into a database whose data was restored. Keys of people who were
// erased do not stay. Then it says whether the key file opens them, and whose key is missing.

import { existsSync } from 'node:fs'

import { countWithoutKey, keyFilePath, listKeys, readKeyFile, surveyKeys } from '../access/index.ts'
import { databaseConfig, dataFolder, restoreKeys } from '../database/index.ts'
import type { Command } from './command.ts'
import { counted, keyLines } from './key-report.ts'
import { withoutKey } from './keys.ts'
import { readOptions } from './options.ts'
import { erasedAgain } from './restore.ts'
import { withDatabase } from './with-database.ts'

export const restoreKeysCommand: Command = {
  name: 'restore-keys',
  help: 'FILE [--erasures FILE]: read a backup of keys, after restore and before the service starts',
  async run(args, { home }) {
    const { values, positionals } = readOptions(args, { erasures: { type: 'string', multiple: true } }, 1)
    const [file = ''] = positionals
    const { keys, erased, destroyBy } = await restoreKeys({
      config: databaseConfig(process.env, home),
      home,
      file,
      ledgers: values.erasures ?? [],
      log: console.log,
    })
    console.log(`Restored ${counted(keys)}; count and digest are the same as in the file. Keys of the erased are gone.`)
    if (erased > 0) console.log(erasedAgain(erased))
    if (destroyBy < new Date())
      console.log(`This file was to be destroyed by ${destroyBy.toISOString().slice(0, 10)}. Destroy it now.`)
    return checkKeyFile(home)
  },
}

async function checkKeyFile(home: string): Promise<number> {
  const file = keyFilePath(process.env, dataFolder(process.env, home))
  return withDatabase(home, async (database) => {
    const lost = await countWithoutKey(database)
    if (lost > 0) console.log(withoutKey(lost))
    if (!existsSync(file)) {
      console.log(`Now put your copy of the key file at ${file} (chmod 600), then start the service.`)
      return 0
    }
    const uses = await surveyKeys(database, readKeyFile(file))
    for (const line of keyLines(listKeys(file), uses)) console.log(line)
    return uses.every(({ state }) => state === 'opens') ? 0 : 1
  })
}
