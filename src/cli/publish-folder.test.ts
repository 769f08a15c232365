// What an export may delete, and what it may not: files that it did not write are not its own.

import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { publishFolder, requireOurFolder } from './publish-folder.ts'

const marker = '.footbridge-copy'
const earlierMarker = 'Made by bin/footbridge export-public, which may replace this folder.\n'

let root: string
let site: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fb-publish-'))
  site = join(root, 'site')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const publish = (...paths: readonly string[]): readonly string[] =>
  publishFolder(
    site,
    paths.map((path) => ({ path, body: `ours: ${path}` })),
  )

function put(path: string, text = `foreign: ${path}`): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Every file with what it holds, and every empty folder; the marker's text is left out. */
function tree(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    const stats = lstatSync(path)
    if (stats.isSymbolicLink()) found[name] = `-> ${readlinkSync(path)}`
    else if (stats.isFile()) found[name] = name === marker ? '' : readFileSync(path, 'utf8')
    else if (stats.isDirectory() && readdirSync(path).length === 0) found[`${name}/`] = ''
  }
  return found
}

describe('a folder beside the copy', () => {
  it.each([
    'site.draft-of-my-thesis',
    'site.draft-thesis',
    'site.draft-abc123-before',
    'site.draft-',
    'site.drafts',
    'site.draft-abc123-before-that',
  ])('called %s stays', (name) => {
    put(`${name}/page.txt`)
    publish('index.html')
    publish('index.html')
    expect(tree(join(root, name))).toEqual({ 'page.txt': `foreign: ${name}/page.txt` })
  })

  it('with our marker stays, too, unless its name is one that we give', () => {
    for (const name of ['site.draft-of-my-thesis', 'site.draft-abc12', 'other.draft-abc123']) put(`${name}/${marker}`)
    publish('index.html')
    expect(readdirSync(root)).toHaveLength(4)
  })

  it('stays when a link that is named like a draft leads to it', () => {
    put(`elsewhere/${marker}`)
    put('elsewhere/page.txt')
    symlinkSync('elsewhere', join(root, 'site.draft-abc123'))
    publish('index.html')
    expect(readdirSync(join(root, 'elsewhere'))).toHaveLength(2)
    expect(existsSync(join(root, 'site.draft-abc123'))).toBe(true)
  })

  it.each(['site.draft-abc123', 'site.draft-XyZ789-before'])('that a stopped export left (%s) is removed', (name) => {
    publish('index.html')
    put(`${name}/${marker}`, earlierMarker)
    put(`${name}/index.html`)
    publish('index.html')
    expect(readdirSync(root)).toEqual(['site'])
  })
})

describe('an export that was stopped between its two renames', () => {
  it.each([false, true])('left the earlier copy aside: it is found, with what was not ours (empty: %s)', (empty) => {
    publish('index.html', 'old.html')
    put('site/CNAME')
    renameSync(site, `${site}.draft-abc123-before`)
    if (empty) mkdirSync(site)
    expect(publish('index.html')).toEqual(['CNAME'])
    expect(tree(site)).toEqual({ [marker]: '', 'index.html': 'ours: index.html', CNAME: 'foreign: site/CNAME' })
    expect(readdirSync(root)).toEqual(['site'])
  })
})

describe('what an export did not write', () => {
  it('goes along unchanged: CNAME, .well-known, .git, links, empty folders, modes and times', () => {
    publish('index.html', 'learn/index.html', 'gone.html')
    for (const path of ['CNAME', '.well-known/acme/token', '.git/objects/ab/cd', '.git/HEAD', 'learn/own.html'])
      put(`site/${path}`)
    mkdirSync(join(site, '.git/refs/tags'), { recursive: true })
    symlinkSync('../outside', join(site, 'link'))
    chmodSync(join(site, '.git/objects/ab/cd'), 0o444)
    chmodSync(join(site, '.git'), 0o700)
    const before = statSync(join(site, '.git/HEAD'))
    const kept = publish('index.html', 'learn/index.html')
    expect([...kept].sort()).toEqual(['.git', '.well-known', 'CNAME', 'learn/own.html', 'link'])
    expect(tree(site)).toEqual({
      [marker]: '',
      'index.html': 'ours: index.html',
      'learn/index.html': 'ours: learn/index.html',
      CNAME: 'foreign: site/CNAME',
      '.well-known/acme/token': 'foreign: site/.well-known/acme/token',
      '.git/objects/ab/cd': 'foreign: site/.git/objects/ab/cd',
      '.git/HEAD': 'foreign: site/.git/HEAD',
      '.git/refs/tags/': '',
      'learn/own.html': 'foreign: site/learn/own.html',
      link: '-> ../outside',
    })
    expect(statSync(join(site, '.git/objects/ab/cd')).mode & 0o777).toBe(0o444)
    expect(statSync(join(site, '.git')).mode & 0o777).toBe(0o700)
    expect(statSync(join(site, '.git/HEAD'))).toMatchObject({ mtimeMs: before.mtimeMs, uid: before.uid })
  })

  it('goes along even where a program listens on it', async () => {
    publish('index.html')
    const socket = join(site, 'daemon.ipc')
    const server = createServer().listen(socket)
    await new Promise((resolve) => server.once('listening', resolve))
    expect(publish('index.html')).toEqual(['daemon.ipc'])
    expect(lstatSync(socket).isSocket()).toBe(true)
    server.close()
  })

  it('stays with the next copy and the one after', () => {
    publish('index.html')
    put('site/CNAME')
    for (let times = 0; times < 3; times++) expect(publish('index.html')).toEqual(['CNAME'])
  })

  it('goes along into a folder of ours that was not there before', () => {
    publish('index.html')
    put('site/.well-known/own.txt')
    publish('index.html', '.well-known/security.txt')
    expect(Object.keys(tree(site)).sort()).toEqual(
      [marker, 'index.html', '.well-known/own.txt', '.well-known/security.txt'].sort(),
    )
  })

  it('goes along from a copy with an earlier marker, which has no list', () => {
    for (const name of ['index.html', 'gone.html', 'CNAME', '.git/HEAD']) put(`site/${name}`)
    put(`site/${marker}`, earlierMarker)
    expect([...publish('index.html')].sort()).toEqual(['.git', 'CNAME', 'gone.html'])
    expect(tree(site)).toEqual({
      [marker]: '',
      'index.html': 'ours: index.html',
      'gone.html': 'foreign: site/gone.html',
      CNAME: 'foreign: site/CNAME',
      '.git/HEAD': 'foreign: site/.git/HEAD',
    })
    expect(readFileSync(join(site, marker), 'utf8')).toContain('\nindex.html\n')
  })

  it('is told apart when another program has turned the line ends of the marker', () => {
    publish('index.html', 'gone.html')
    writeFileSync(join(site, marker), readFileSync(join(site, marker), 'utf8').replaceAll('\n', '\r\n'))
    expect(publish('index.html')).toEqual([])
    expect(existsSync(join(site, 'gone.html'))).toBe(false)
  })

  it.each([
    ['a file where one of ours has to be', 'new.html', ['new.html']],
    ['a file where a folder of ours has to be', 'learn', ['learn/index.html']],
    ['a folder where a file of ours has to be', 'new.html/page', ['new.html']],
    ['a file in a folder of ours that becomes a file', 'folder/own', ['folder']],
  ])('is refused, with a sentence, when it is in the way: %s', (_, foreign, next) => {
    publish('index.html', 'folder/page.html')
    put(`site/${foreign}`)
    const before = tree(site)
    expect(() => publish('index.html', ...next)).toThrow(
      /holds \S+, which no export made and which is in the way of the new copy, so nothing was written\./,
    )
    expect(tree(site)).toEqual(before)
    expect(readdirSync(root)).toEqual(['site'])
  })

  it('is refused when it is a link where a folder of ours was, and what it leads to stays', () => {
    publish('assets/a.js')
    put('elsewhere/a.js')
    rmSync(join(site, 'assets'), { recursive: true })
    symlinkSync('../elsewhere', join(site, 'assets'))
    expect(() => publish('assets/a.js')).toThrow('in the way')
    expect(tree(join(root, 'elsewhere'))).toEqual({ 'a.js': 'foreign: elsewhere/a.js' })
  })

  it('is not changed through one of our files that has become a second name of it', () => {
    publish('index.html')
    put('mine.txt')
    unlinkSync(join(site, 'index.html'))
    linkSync(join(root, 'mine.txt'), join(site, 'index.html'))
    publish('index.html')
    expect(readFileSync(join(root, 'mine.txt'), 'utf8')).toBe('foreign: mine.txt')
  })
})

describe('any order of exports and foreign files', () => {
  const name = fc.constantFrom('a', 'b', 'c.html', '.git', 'site.draft-')
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'))
  const paths = fc.array(path, { maxLength: 6 }).map(possible)
  const step = fc.record({ ours: paths, foreign: fc.array(path, { maxLength: 4 }) })

  it('leaves our newest files and every foreign one; or, refused, everything as it was', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        rmSync(site, { recursive: true, force: true })
        let ours: readonly string[] = []
        const foreign = new Set<string>()
        for (const { ours: next, foreign: added } of steps) {
          const before = existsSync(site) ? tree(site) : {}
          if (published(next)) {
            ours = [...next, marker]
            expect(Object.keys(tree(site)).sort()).toEqual([...new Set([...ours, ...foreign])].sort())
            for (const one of foreign) expect(readFileSync(join(site, one), 'utf8')).toBe(`foreign: site/${one}`)
          } else expect(tree(site)).toEqual(before)
          for (const one of added) if (!ours.includes(one) && placed(one)) foreign.add(one)
          expect(readdirSync(root)).toEqual([basename(site)])
          requireOurFolder(site)
        }
      }),
      { numRuns: 150 },
    )
  })

  function published(next: readonly string[]): boolean {
    try {
      publish(...next)
      return true
    } catch (error) {
      expect(String(error)).toContain('is in the way of the new copy')
      return false
    }
  }

  /** False where a file cannot be, as a folder is there or a file above it. */
  function placed(one: string): boolean {
    try {
      put(`site/${one}`)
      return true
    } catch {
      return false
    }
  }
})

/** Without a path that is a folder of another one. */
function possible(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].filter((one) => !paths.some((other) => other.startsWith(`${one}/`)))
}
