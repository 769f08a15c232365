// The few built files of the pages, read once at start and served under a name that holds their digest, so that
// a browser may keep them for good and never shows an old one.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Bytes = Uint8Array<ArrayBuffer>

export type Asset = {
  readonly type: string
  readonly body: Bytes
  /** As gzip, made when it is first asked for: the lexicon takes a tenth of a second. */
  readonly packed: () => Bytes
}

export type Assets = {
  /** Address of a built file by its plain name ('public.css'). Throws when the build did not make it. */
  address(name: string): string
  find(file: string): Asset | undefined
  /** Addresses of all of them. */
  readonly all: readonly string[]
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
}

/** `folder` holds files named `<name>.<digest>.<ending>`. */
export function loadAssets(folder: string): Assets {
  const files = readdirSync(folder)
  const bodies = new Map(files.map((file) => [file, assetOf(file, new Uint8Array(readFileSync(join(folder, file))))]))
  const addresses = new Map(files.map((file) => [file.replace(/\.[0-9a-f]{10}\./, '.'), `/assets/${file}`]))
  return {
    address(name) {
      const address = addresses.get(name)
      if (address === undefined) throw new Error(`The build did not make ${name}`)
      return address
    },
    find: (file) => bodies.get(file),
    all: [...addresses.values()],
  }
}

function assetOf(file: string, body: Bytes): Asset {
  let packed: Bytes | undefined
  return { type: typeOf(file), body, packed: () => (packed ??= new Uint8Array(gzipSync(body, { level: 9 }))) }
}

const typeOf = (file: string): string => types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
