// bin/footbridge pages: checks what people read, ours and the center's own files, before anything is started, and prints how
// easy each page is. For whoever edits a page.

import { join } from 'node:path'

import { dataFolder } from '../database/index.ts'
import { fernandezHuertaEase, findPageFaults, fleschKincaidGrade, loadContent, plainText } from '../knowledge/index.ts'
import { parseDirectory } from '../reporting/index.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

export const pagesCommand: Command = {
  name: 'pages',
  help: 'check the pages, ours and those in the center’s folder, and print how easy each is to read',
  run(args, { home }) {
    readOptions(args, {})
    const folder = join(dataFolder(process.env, home), 'center')
    const { pages, center, directory } = loadContent(join(home, 'content'), folder)
    parseDirectory(directory, center)
    for (const [name, page] of pages.en) {
      const grade = fleschKincaidGrade(plainText(page.markdown)).toFixed(1)
      const ease = fernandezHuertaEase(plainText(pages.es.get(name)?.markdown ?? '')).toFixed(0)
      console.log(
        `${name.padEnd(24)} English: grade ${grade.padEnd(5)} Spanish: ease ${ease.padEnd(4)} for: ${page.band}`,
      )
    }
    const faults = findPageFaults(pages)
    for (const fault of faults) console.error(fault)
    console.log(
      `Center: ${center.profile?.name ?? `no profile in ${folder}`}. Calls written down: ${center.called.length}.`,
    )
    return Promise.resolve(faults.length === 0 ? 0 : 1)
  },
}
