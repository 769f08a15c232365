// Proofs: the reference vectors, and a slow oracle written from the words of RFC 6962 section 2.1 on the data itself.

import { createHash } from 'node:crypto'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  referenceConsistency,
  referenceLeaves,
  referencePaths,
  referenceRoots,
} from '../../../tests/audit/reference-vectors.ts'
import { type Hash, leafHash, rootOf } from './merkle.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './merkle-proof.ts'

const leaves = referenceLeaves.map((hex) => leafHash(Buffer.from(hex, 'hex')))
const rootAt = (size: number): Hash => referenceRoots[size] ?? 'none'
const leafNumber = (index: number): Hash => leaves[index] ?? 'none'

type Data = readonly string[]

const sha256 = (...parts: readonly Buffer[]): string => createHash('sha256').update(Buffer.concat(parts)).digest('hex')
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

/** "let k be the largest power of two smaller than n (i.e., k < n <= 2k)" */
const kOf = (n: number): number => Math.max(...[...Array(31).keys()].map((p) => 2 ** p).filter((k) => k < n))

function mth(d: Data): string {
  if (d.length === 0) return sha256()
  if (d.length === 1) return sha256(Buffer.of(0), bytes(d[0] ?? ''))
  const k = kOf(d.length)
  return sha256(Buffer.of(1), bytes(mth(d.slice(0, k))), bytes(mth(d.slice(k))))
}

function path(m: number, d: Data): readonly string[] {
  if (d.length === 1) return []
  const k = kOf(d.length)
  return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))]
}

function subproof(m: number, d: Data, b: boolean): readonly string[] {
  if (m === d.length) return b ? [] : [mth(d)]
  const k = kOf(d.length)
  return m <= k
    ? [...subproof(m, d.slice(0, k), b), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))]
}

const data = fc.array(fc.stringMatching(/^([0-9a-f]{2}){0,6}$/), { minLength: 1, maxLength: 40 })
const dataAndPlace = data.chain((d) => fc.tuple(fc.constant(d), fc.nat(d.length - 1)))
const hashesOf = (d: Data): readonly Hash[] => d.map((hex) => leafHash(bytes(hex)))

/** Every way to spoil a proof by one hash: changed, left out, doubled. */
const spoiled = (proof: readonly Hash[]): readonly (readonly Hash[])[] => [
  [...proof, rootOf([])],
  ...proof.flatMap((hash, at) => [
    proof.toSpliced(at, 1, rootOf([hash, hash])),
    proof.toSpliced(at, 1),
    proof.toSpliced(at, 0, hash),
    proof.toSpliced(at, 1, hash.slice(2)),
  ]),
]

describe('a proof that an entry is in the log', () => {
  it('is that of the reference, and verifies', () => {
    for (const { index, size, proof } of referencePaths) {
      expect(inclusionProof(leaves.slice(0, size), index)).toEqual(proof)
      expect(verifyInclusion({ leaf: leafNumber(index), index, size, proof, root: rootAt(size) })).toBe(true)
    }
  })

  it('is that of the oracle, and verifies', () => {
    fc.assert(
      fc.property(dataAndPlace, ([d, index]) => {
        const all = hashesOf(d)
        const proof = inclusionProof(all, index)
        expect(rootOf(all)).toBe(mth(d))
        expect(proof).toEqual(path(index, d))
        const leaf = all[index] ?? ''
        expect(verifyInclusion({ leaf, index, size: d.length, proof, root: mth(d) })).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('fails when a hash of it, the leaf, the place, the size or the root is another', () => {
    for (let size = 1; size <= 8; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(leaves.slice(0, size), index)
        const good = { leaf: leafNumber(index), index, size, proof, root: rootAt(size) }
        expect(verifyInclusion(good)).toBe(true)
        const others = [
          ...spoiled(proof).map((bad) => ({ ...good, proof: bad })),
          { ...good, leaf: leafNumber((index + 1) % 8) },
          { ...good, root: rootAt(size - 1) },
          { ...good, index: size },
          { ...good, index: -1 },
          { ...good, index: 0.5 },
          ...(size > 1 ? [{ ...good, index: (index + 1) % size }] : []),
        ]
        expect(others.filter(verifyInclusion)).toEqual([])
      }
  })

  it('is not made for an entry outside the log', () => {
    expect(() => inclusionProof(leaves, 8)).toThrow(RangeError)
    expect(() => inclusionProof([], 0)).toThrow(RangeError)
  })
})

describe('a proof that a log only grew', () => {
  it('is that of the reference, and verifies', () => {
    for (const { first, second, proof } of referenceConsistency) {
      expect(consistencyProof(leaves.slice(0, second), first)).toEqual(proof)
      const [firstRoot, secondRoot] = [rootAt(first), rootAt(second)]
      expect(verifyConsistency({ first, firstRoot, second, secondRoot, proof })).toBe(true)
    }
  })

  it('is that of the oracle, and verifies', () => {
    fc.assert(
      fc.property(dataAndPlace, ([d, before]) => {
        const first = before + 1
        const proof = consistencyProof(hashesOf(d), first)
        expect(proof).toEqual(subproof(first, d, true))
        const [firstRoot, secondRoot] = [mth(d.slice(0, first)), mth(d)]
        expect(verifyConsistency({ first, firstRoot, second: d.length, secondRoot, proof })).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('fails when a hash of it, a size or a root is another', () => {
    for (let second = 2; second <= 8; second += 1)
      for (let first = 1; first < second; first += 1) {
        const proof = consistencyProof(leaves.slice(0, second), first)
        const good = { first, firstRoot: rootAt(first), second, secondRoot: rootAt(second), proof }
        expect(verifyConsistency(good)).toBe(true)
        const others = [
          ...spoiled(proof).map((bad) => ({ ...good, proof: bad })),
          { ...good, firstRoot: rootAt(first - 1) },
          { ...good, secondRoot: rootAt(second - 1) },
          { ...good, proof: [] },
          { ...good, first: second + 1 },
          { ...good, first: second },
        ]
        expect(others.filter(verifyConsistency)).toEqual([])
      }
  })

  it('holds between the empty log and any other, with an empty proof and the empty root only', () => {
    const good = {
      first: 0,
      firstRoot: rootAt(0),
      second: 5,
      secondRoot: rootAt(5),
      proof: consistencyProof(leaves, 0),
    }
    expect(verifyConsistency(good)).toBe(true)
    expect(verifyConsistency({ ...good, firstRoot: rootAt(1) })).toBe(false)
    expect(verifyConsistency({ ...good, proof: [rootAt(1)] })).toBe(false)
  })

  it('is not made for a log longer than the later one', () => {
    expect(() => consistencyProof(leaves, 9)).toThrow(RangeError)
    expect(() => consistencyProof(leaves, -1)).toThrow(RangeError)
  })

  it('may not be longer than the tree is high, even if the roots were made to fit', () => {
    const extra = leafNumber(7)
    const over = (root: Hash): Hash => sha256(Buffer.of(1), bytes(extra), bytes(root))
    const path = { leaf: leafNumber(2), index: 2, size: 3, proof: [...inclusionProof(leaves.slice(0, 3), 2), extra] }
    expect(verifyInclusion({ ...path, root: over(rootAt(3)) })).toBe(false)
    const [first, second] = [3, 5]
    const proof = [...consistencyProof(leaves.slice(0, second), first), extra]
    const [firstRoot, secondRoot] = [over(rootAt(first)), over(rootAt(second))]
    expect(verifyConsistency({ first, firstRoot, second, secondRoot, proof })).toBe(false)
  })

  it('works for sizes above 2^32, where shifts would cut them', () => {
    const [old, added] = [rootAt(1), rootAt(2)]
    const [first, second] = [2 ** 40, 2 ** 40 + 1]
    const secondRoot = sha256(Buffer.of(1), bytes(old), bytes(added))
    expect(verifyConsistency({ first, firstRoot: old, second, secondRoot, proof: [added] })).toBe(true)
    expect(verifyInclusion({ leaf: added, index: first, size: second, proof: [old], root: secondRoot })).toBe(true)
  })
})
