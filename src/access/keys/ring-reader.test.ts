// A running service sees a key that was added, and keeps what it has when the file is spoilt under it.

import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, it } from 'vitest'

import { addKey, makeKeyFile, readKeyFile } from './key-file.ts'
import { ringReader } from './ring-reader.ts'

let folder: string
let file: string
let said: string[]
const now = new Date('2026-11-24T12:00:00Z')
const reader = () => ringReader(file, (line) => said.push(line))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fb-'))
  file = join(folder, 'keys')
  said = []
  makeKeyFile(file, now)
})
afterEach(() => rmSync(folder, { recursive: true }))

it('gives the new key as soon as one was added', () => {
  const ring = reader()
  expect(ring().current).toBe(1)
  addKey(file, now)
  expect(ring()).toEqual(readKeyFile(file))
  expect(ring().current).toBe(2)
  expect(said).toEqual([])
})

it('does not read a file again that nobody changed', () => {
  const ring = reader()
  expect(ring()).toBe(ring())
})

it.each<[string, () => void, RegExp]>([
  ['is deleted', () => rmSync(file), /could not be opened/],
  ['is cut', () => writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20)), /changed or is incomplete/],
  ['is opened to others', () => chmodSync(file, 0o644), /Others may read/],
])('keeps its keys when the file %s, and says so once', (_, spoil, sentence) => {
  const ring = reader()
  const before = ring()
  spoil()
  expect([ring(), ring()]).toEqual([before, before])
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(sentence)
  expect(said[0]).toMatch(/will not start again/)
})

it('keeps its keys when an older copy is put back, and when another file is', () => {
  const older = join(folder, 'older')
  copyFileSync(file, older)
  addKey(file, now)
  const ring = reader()
  copyFileSync(older, file)
  expect(ring().current).toBe(2)
  expect(said[0]).toContain('lost key 2')
  rmSync(file)
  makeKeyFile(file, now)
  expect(ring().current).toBe(2)
  expect(said[1]).toContain('lost key 1, 2')
})

it('takes the right file when it is put back', () => {
  const ring = reader()
  const whole = readFileSync(file, 'utf8')
  writeFileSync(file, 'spoilt')
  ring()
  writeFileSync(file, whole)
  addKey(file, now)
  expect(ring().current).toBe(2)
})

it('refuses to begin without a file that can be used', () => {
  rmSync(file)
  expect(reader).toThrow('could not be opened')
})
