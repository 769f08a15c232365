// What the public pages need that is neither a database nor a port: content, directory, built files. The service and the
// copy as plain files are made from the same.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Temporal } from 'temporal-polyfill'

import { dataFolder } from '../database/index.ts'
import { loadContent } from '../knowledge/index.ts'
import { parseDirectory } from '../reporting/index.ts'
import { loadAssets, requirePages, type Services } from '../web/index.ts'
import type { Surroundings } from './command.ts'
import type { Settings } from './settings.ts'

export type SiteParts = Omit<Services, 'health' | 'setUpLinks' | 'copy' | 'findSignedIn' | 'staff' | 'secure'>

export function siteParts({ home, built }: Surroundings, { address, exitAddress, copies }: Settings): SiteParts {
  const contentFolder = join(home, 'content')
  const content = loadContent(contentFolder, join(dataFolder(process.env, home), 'center'))
  requirePages(content)
  return {
    content,
    contentFolder,
    directory: parseDirectory(content.directory, content.center),
    assets: loadAssets(join(built, 'assets')),
    version: readVersion(home),
    host: address?.host,
    origin: address?.origin,
    copies,
    exitAddress,
    clock: () => Temporal.Now.instant(),
  }
}

function readVersion(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  return version
}
