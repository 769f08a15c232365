// The agencies' own directories that people may sign in with, as the operator's file names them. None is asked before it is used.

import { openDirectories, readProviders, ssoFilePath, type Directories } from '../access/index.ts'
import { dataFolder } from '../database/index.ts'
import type { Settings } from './settings.ts'
import { addressOf } from './staff-parts.ts'

/** Undefined: there is no such file. Throws Problem 'sso-file-wrong' or 'sso-file-open'. */
export function openSso(environment: NodeJS.ProcessEnv, home: string, settings: Settings): Directories | undefined {
  const file = ssoFilePath(environment, dataFolder(environment, home))
  if (file === undefined) return undefined
  const { origin } = addressOf(settings)
  return openDirectories({ providers: readProviders(file), origin, now: () => new Date(), log: console.error })
}
