// bin/footbridge export-public DIR: the public side as plain files for any host that serves folders, without a database.

import { resolve } from 'node:path'

import { publicCopy } from '../web/index.ts'
import type { Command, Surroundings } from './command.ts'
import { readOptions } from './options.ts'
import { publishFolder, requireOurFolder } from './publish-folder.ts'
import { readAddress, readSettings } from './settings.ts'
import { siteParts } from './site-parts.ts'

const options = { service: { type: 'string' }, address: { type: 'string' } } as const

export const exportPublicCommand: Command = {
  name: 'export-public',
  help: 'DIR [--service URL] [--address URL]: the public pages as plain files for any web host',
  async run(args, surroundings) {
    const { values, positionals } = readOptions(args, options, 1)
    const folder = resolve(positionals[0] ?? '')
    requireOurFolder(folder)
    const copy = copyFor(values, surroundings)
    const files = await publicCopy(copy)
    const kept = publishFolder(folder, files)
    console.log(`Wrote ${files.length} files to ${folder}. Serve it at the root of a domain; headers: HEADERS.txt.`)
    if (kept.length > 0) console.log(keptThere(kept))
    console.log(sentTo(copy.copy.service, copy.origin))
    return 0
  },
}

/** The service's own address takes the forms and is the one to be found, where nothing else is said. */
function copyFor(values: { service?: string; address?: string }, surroundings: Surroundings) {
  const settings = readSettings(process.env)
  const service = readAddress('--service', values.service) ?? settings.address
  const address = readAddress('--address', values.address) ?? settings.address
  const parts = siteParts(surroundings, settings)
  return { ...parts, origin: address?.origin, copy: { service: service?.origin ?? null } }
}

/** Somebody who looks for an old page of theirs, or wonders why one is still there, sees it here. */
function keptThere(kept: readonly string[]): string {
  const more = kept.length > 6 ? ` and ${kept.length - 6} more` : ''
  return `Kept as they were, not made by an export: ${kept.slice(0, 6).join(', ')}${more}.`
}

function sentTo(service: string | null, origin: string | undefined): string {
  const map = origin === undefined ? 'No sitemap: give --address URL, the address of the copy.' : ''
  const forms =
    service === null
      ? 'No service was given: every page works without one, by lists instead of forms.'
      : `Forms go to ${service}: set FOOTBRIDGE_PUBLIC_COPIES there to the address of the copy.`
  return [forms, map].filter((line) => line !== '').join('\n')
}
