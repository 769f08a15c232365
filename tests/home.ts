// The project's folder, its content and directory, loaded once for all tests of a file.

import { join } from 'node:path'

import { loadContent, sayIn, type Language } from '../src/knowledge/index.ts'
import { parseDirectory } from '../src/reporting/index.ts'

export const home = join(import.meta.dirname, '..')
export const contentFolder = join(home, 'content')
export const content = loadContent(contentFolder)
export const directory = parseDirectory(content.directory)

export const wordingIn = (language: Language) => ({ language, say: sayIn(content.messages, language) })
