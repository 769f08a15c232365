// The command line's entry on Node: builds when a source has changed since the last build, then runs it.

import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

import type * as Cli from '../src/cli/main.ts'
import { ensureBuilt } from './build.ts'

const home = join(import.meta.dirname, '..')
const built = await ensureBuilt(home)
const cli = (await import(pathToFileURL(join(built, 'cli.js')).href)) as typeof Cli
process.exitCode = await cli.runCommand(process.argv.slice(2), { home, built })
