// The headers of a copy: as a `_headers` file, which Netlify, Cloudflare Pages and others read, and in plain words for a host
// that does not. Without them a copy works, but less safely.

import type { CopyFile } from './public-copy.ts'
import type { Copy } from './route-table.ts'
import { headersOfCopy } from './security-headers.ts'

const forPages = 'no-store'
const forAssets = 'public, max-age=31536000, immutable'

export const headerFiles = (copy: Copy, files: readonly CopyFile[]): readonly CopyFile[] => [
  { path: '_headers', body: asRules(copy, files) },
  { path: 'HEADERS.txt', body: inWords(copy) },
]

/** Where two rules fit one address, hosts join the values with a comma: so each address has one rule for caches. */
function asRules(copy: Copy, files: readonly CopyFile[]): string {
  const inFolders = new Set(
    files.map(({ path }) => path.split('/')).flatMap(([top = '', ...rest]) => (rest.length > 0 ? [top] : [])),
  )
  inFolders.delete('assets')
  return [
    ...rule('/*', headersOfCopy(copy)),
    ...['/', '/404.html', ...[...inFolders].map((top) => `/${top}/*`)].flatMap((path) =>
      rule(path, { 'Cache-Control': forPages }),
    ),
    ...rule('/assets/*', { 'Cache-Control': forAssets }),
    '',
  ].join('\n')
}

const rule = (path: string, headers: Readonly<Record<string, string>>): readonly string[] => [
  path,
  ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
]

const inWords = (copy: Copy): string =>
  [
    'This folder is a copy of the public side of Footbridge. Serve it at the root of a domain, by https.',
    'A host that reads the file _headers needs nothing more. On any other host, set these headers.',
    '',
    'On every answer:',
    ...Object.entries(headersOfCopy(copy)).map(([name, value]) => `  ${name}: ${value}`),
    '',
    'Besides:',
    `  Cache-Control: ${forAssets}   (addresses that begin with /assets/)`,
    `  Cache-Control: ${forPages}   (all other addresses)`,
    '',
    'Answer an unknown address with 404.html and status 404. Keep no log of addresses for /check and /report.',
    '',
  ].join('\n')
