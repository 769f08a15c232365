// The key file: made once, closed to others, found out when it is damaged, and never short of a key after a change.

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { Problem } from '../../shared/index.ts'
import { addKey, keyFilePath, listKeys, makeKeyFile, readKeyFile } from './key-file.ts'
import { keyFingerprint } from './key-lines.ts'

const now = new Date('2026-11-24T10:00:00Z')
const filled = (byte: number) => (count: number) => Buffer.alloc(count, byte)

const root = mkdtempSync(join(tmpdir(), 'footbridge-keys-'))
let path = ''
let number = 0
beforeEach(() => {
  number++
  path = join(root, String(number), 'keys', 'footbridge.keys')
})
afterAll(() => rmSync(root, { recursive: true }))

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof Problem ? error.code : 'not a Problem'
  }
}

const rewrite = (change: (text: string) => string): void => writeFileSync(path, change(readFileSync(path, 'utf8')))

describe('where the key file is', () => {
  it('is in the data folder, or where FOOTBRIDGE_KEY_FILE says', () => {
    expect(keyFilePath({}, '/data')).toBe('/data/keys/footbridge.keys')
    expect(keyFilePath({ FOOTBRIDGE_KEY_FILE: '' }, '/data')).toBe('/data/keys/footbridge.keys')
    expect(keyFilePath({ FOOTBRIDGE_KEY_FILE: '/safe/f.keys' }, '/data')).toBe('/safe/f.keys')
  })
})

describe('making the key file', () => {
  it('writes one key that is read back, closed to everybody else, and says what losing it means', () => {
    const made = makeKeyFile(path, now, filled(7))
    expect(made).toEqual({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]) })
    expect(readKeyFile(path)).toEqual(made)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
    expect(readFileSync(path, 'utf8')).toContain('nobody can ever read those fields again')
    expect(readFileSync(path, 'utf8')).toMatch(
      /^1 2026-11-24 BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc [0-9a-f]{8}\nend 1\n$/m,
    )
  })

  it('has mode 0600 under any umask', () => {
    const before = process.umask(0)
    try {
      makeKeyFile(path, now)
    } finally {
      process.umask(before)
    }
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('never overwrites, and leaves nothing else in the folder', () => {
    makeKeyFile(path, now, filled(7))
    expect(codeOf(() => makeKeyFile(path, now, filled(8)))).toBe('key-file-exists')
    expect(readKeyFile(path).keys.get(1)).toEqual(Buffer.alloc(32, 7))
    expect(readdirSync(join(path, '..'))).toEqual(['footbridge.keys'])
  })

  it('says so where it cannot write', () => {
    mkdirSync(join(root, 'plain'), { recursive: true })
    writeFileSync(join(root, 'plain', 'file'), '')
    expect(codeOf(() => makeKeyFile(join(root, 'plain', 'file', 'f.keys'), now))).toBe('key-file-unwritable')
  })

  it('refuses a source of randomness that gives too little', () => {
    expect(() => makeKeyFile(path, now, () => Buffer.alloc(8))).toThrow(RangeError)
    expect(existsSync(path)).toBe(false)
  })
})

describe('reading the key file', () => {
  it('says when it is missing, with its name', () => {
    expect(() => readKeyFile(path)).toThrow(new Problem('key-file-missing', { file: path }))
  })

  it.each([0o640, 0o604, 0o610, 0o601, 0o620, 0o666])('refuses one that others have a right to: mode %o', (mode) => {
    makeKeyFile(path, now)
    chmodSync(path, mode)
    expect(codeOf(() => readKeyFile(path))).toBe('key-file-open')
    expect(codeOf(() => addKey(path, now))).toBe('key-file-open')
  })

  it('takes one that even its owner may only read', () => {
    makeKeyFile(path, now)
    chmodSync(path, 0o400)
    expect(readKeyFile(path).current).toBe(1)
  })

  it('takes Windows line ends and empty lines, as a copy by mail may have them', () => {
    const made = makeKeyFile(path, now)
    rewrite((text) => `\r\n${text.replaceAll('\n', '\r\n')}\r\n`)
    expect(readKeyFile(path)).toEqual(made)
  })

  it('tells of damage without a character of a key', () => {
    makeKeyFile(path, now, filled(7))
    rewrite((text) => text.replace('BwcHBwc', 'BwcHBwd'))
    expect(codeOf(() => readKeyFile(path))).toBe('key-file-damaged')
    expect(() => readKeyFile(path)).toThrow(/line 10/)
    expect(() => readKeyFile(path)).not.toThrow(/Bwc/)
  })

  it('refuses a folder of that name', () => {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    expect(codeOf(() => readKeyFile(path))).toBe('key-file-damaged')
  })
})

describe('adding a key', () => {
  it('makes it the current one and keeps those before', () => {
    makeKeyFile(path, now, filled(7))
    const ring = addKey(path, new Date('2027-02-01T00:00:00Z'), filled(8))
    expect(ring).toEqual({
      current: 2,
      keys: new Map([
        [1, Buffer.alloc(32, 7)],
        [2, Buffer.alloc(32, 8)],
      ]),
    })
    expect(readKeyFile(path)).toEqual(ring)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(path, '..'))).toEqual(['footbridge.keys'])
  })

  it('does not make a file, and does not carry damage on', () => {
    mkdirSync(join(path, '..'), { recursive: true })
    expect(codeOf(() => addKey(path, now))).toBe('key-file-missing')
    makeKeyFile(path, now)
    rewrite((text) => text.replace('end 1', 'end 2'))
    expect(codeOf(() => addKey(path, now))).toBe('key-file-damaged')
    expect(readdirSync(join(path, '..'))).toEqual(['footbridge.keys'])
  })

  it('waits its turn: while another process is at it, nothing is changed', () => {
    const made = makeKeyFile(path, now)
    symlinkSync(String(process.ppid), `${path}.lock`)
    expect(codeOf(() => addKey(path, now))).toBe('key-file-busy')
    rmSync(`${path}.lock`)
    writeFileSync(`${path}.lock`, 'made by hand')
    expect(codeOf(() => addKey(path, now))).toBe('key-file-busy')
    expect(readKeyFile(path)).toEqual(made)
  })

  it('goes on where a process died in the middle, and clears what it left', () => {
    makeKeyFile(path, now)
    writeFileSync(join(path, '..', '.footbridge.keys.new'), 'half a')
    const dead = spawnSync(process.execPath, ['-e', ''])
    symlinkSync(String(dead.pid), `${path}.lock`)
    expect(addKey(path, now).current).toBe(2)
    expect(readKeyFile(path).current).toBe(2)
    expect(readdirSync(join(path, '..'))).toEqual(['footbridge.keys'])
  })

  it('gives way to a file that changed while it worked', () => {
    makeKeyFile(path, now, filled(7))
    const meanwhile = (count: number): Buffer => {
      rewrite((text) => `# edited\n${text}`)
      return Buffer.alloc(count, 8)
    }
    expect(codeOf(() => addKey(path, now, meanwhile))).toBe('key-file-busy')
    expect(readKeyFile(path).current).toBe(1)
  })
})

describe('showing keys', () => {
  it('gives number, date and fingerprint, and nothing of the key', () => {
    makeKeyFile(path, now, filled(7))
    addKey(path, new Date('2027-02-01T00:00:00Z'), filled(8))
    expect(listKeys(path)).toEqual([
      { number: 1, made: '2026-11-24', fingerprint: keyFingerprint(Buffer.alloc(32, 7)) },
      { number: 2, made: '2027-02-01', fingerprint: keyFingerprint(Buffer.alloc(32, 8)) },
    ])
  })

  it('shares no digits with the check digits of the line', () => {
    makeKeyFile(path, now, filled(7))
    expect(readFileSync(path, 'utf8')).not.toContain(keyFingerprint(Buffer.alloc(32, 7)))
  })
})
