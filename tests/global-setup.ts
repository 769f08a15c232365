// Runs once before all tests: builds the service, so that tests of the command line and the browser use the real build.

import { ensureBuilt } from '../bin/build.ts'
import { home } from './home.ts'

export async function setup(): Promise<void> {
  process.env['FOOTBRIDGE_BUILT'] = await ensureBuilt(home)
}
