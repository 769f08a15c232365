// A process of its own for the test of rotation: opens the built-in database and wraps all keys under the newest of the key
// file, one in each transaction, until it is done or killed. Runs on Node's own type stripping.

import { writeSync } from 'node:fs'
import { join } from 'node:path'

import { readKeyFile } from '../../src/access/keys/index.ts'
import { rewrapKeys } from '../../src/access/rewrap-keys.ts'
import { openDatabase } from '../../src/database/index.ts'
import { asAda } from '../cast.ts'

const [folder = '', keyFile = ''] = process.argv.slice(2)
const home = join(import.meta.dirname, '../..')
const database = await openDatabase({ config: { kind: 'embedded', folder }, home, log: () => undefined })
writeSync(1, 'open\n')
await rewrapKeys(database, asAda.center, readKeyFile(keyFile), 1)
writeSync(1, 'done\n')
await database.close()
