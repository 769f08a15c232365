// No key that was ever handed out may be missing from the file: not when several processes add keys at once, and not when one
// is killed at any moment. Everything wrapped under a lost key would be lost. Slow: only with --long.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { keyFingerprint, listKeys, makeKeyFile, readKeyFile } from '../../src/access/keys/index.ts'
import { home } from '../home.ts'

const root = mkdtempSync(join(tmpdir(), 'footbridge-key-crash-'))
let path = ''
let number = 0
beforeEach(() => {
  path = join(root, String(++number), 'footbridge.keys')
  makeKeyFile(path, new Date('2026-11-24T10:00:00Z'))
})
afterAll(() => rmSync(root, { recursive: true }))

/** Adds keys until it has `count`, and prints the fingerprint of each once it has it. */
const program = `
  const { addKey, keyFingerprint } = await import(${JSON.stringify(join(home, 'src/access/keys/index.ts'))})
  const [path, count] = [process.argv[1], Number(process.argv[2])]
  console.log('ready')
  for (let added = 0; added < count; ) {
    try {
      const { current, keys } = addKey(path, new Date())
      console.log(keyFingerprint(keys.get(current)))
      added++
    } catch (error) {
      if (error.code !== 'key-file-busy') throw error
    }
  }`

function adding(count: number): {
  readonly kill: () => void
  readonly started: Promise<void>
  readonly told: Promise<string[]>
} {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, path, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let start: () => void = () => undefined
  const started = new Promise<void>((resolve) => (start = resolve))
  createInterface(child.stdout).on('line', (line) => (line === 'ready' ? start() : lines.push(line)))
  const told = new Promise<string[]>((resolve) => child.once('close', () => resolve(lines)))
  return { kill: () => void child.kill('SIGKILL'), started, told }
}

const missing = (told: readonly string[]): readonly string[] => {
  const kept = new Set(listKeys(path).map(({ fingerprint }) => fingerprint))
  return told.filter((fingerprint) => !kept.has(fingerprint))
}

describe('adding keys', () => {
  it('loses none while four processes add ten each', { timeout: 120_000 }, async () => {
    const told = (await Promise.all([10, 10, 10, 10].map((count) => adding(count).told))).flat()
    expect([told.length, missing(told)]).toEqual([40, []])
    expect(readKeyFile(path).current).toBe(41)
  })

  it('loses none and is never stuck over 100 kills', { timeout: 300_000 }, async () => {
    const told: string[] = []
    for (let round = 0; round < 100; round++) {
      const child = adding(1_000_000)
      await child.started
      await wait(Math.random() * 30)
      child.kill()
      told.push(...(await child.told))
      expect(missing(told), `round ${round}`).toEqual([])
    }
    expect(told.length).toBeGreaterThan(100)
    const last = await adding(1).told
    expect([last.length, missing(last)]).toEqual([1, []])
    expect(keyFingerprint(readKeyFile(path).keys.get(readKeyFile(path).current) ?? Buffer.alloc(0))).toBe(last[0])
  })
})
