// Known answers: the reference vectors of RFC 6962's authors (certificate-transparency, merkle_tree_test; read 2026-11-24).

import { describe, expect, it } from 'vitest'

import { emptyTree, growTree, leafHash, leafHashOfAscii, rootOf } from './merkle.ts'
import { referenceLeaves, referenceRoots } from '../../../tests/audit/reference-vectors.ts'

const leaves = referenceLeaves.map((hex) => leafHash(Buffer.from(hex, 'hex')))

describe('the tree of hashes', () => {
  it('has the roots of the reference for 0 to 8 leaves', () => {
    expect(referenceRoots.map((_, size) => rootOf(leaves.slice(0, size)))).toEqual(referenceRoots)
  })

  it('has the same roots while it grows', () => {
    const tree = growTree()
    const roots = [tree.root(), ...leaves.map((leaf) => (tree.append(leaf), tree.root()))]
    expect(roots).toEqual(referenceRoots)
    expect(tree.size()).toBe(8)
  })

  it('goes on from what was stored at any size as if it had never stopped', () => {
    for (let stop = 0; stop <= 8; stop += 1) {
      const before = growTree()
      leaves.slice(0, stop).forEach(before.append)
      const after = growTree(before.state())
      leaves.slice(stop).forEach(after.append)
      expect(after.root()).toBe(referenceRoots[8])
    }
  })

  it('gives out its state as a copy that later growth does not change', () => {
    const tree = growTree()
    leaves.slice(0, 3).forEach(tree.append)
    const state = tree.state()
    tree.append(leafHashOfAscii('more'))
    expect(growTree(state).root()).toBe(referenceRoots[3])
  })

  it('keeps one hash for each 1 in its size, however long it grows', () => {
    const tree = growTree()
    for (let size = 1; size <= 1000; size += 1) {
      tree.append(leafHashOfAscii(String(size)))
      expect(tree.state().edge).toHaveLength(size.toString(2).replaceAll('0', '').length)
    }
  })

  it('hashes an ASCII text as it hashes its bytes', () => {
    expect(leafHashOfAscii('an entry')).toBe(leafHash(Buffer.from('an entry')))
  })

  it('refuses a stored state that no tree has', () => {
    const hash = leafHashOfAscii('x')
    for (const state of [
      { size: 1, edge: [] },
      { size: 2, edge: [hash, hash] },
      { size: 1, edge: [hash.slice(1)] },
      { size: 1, edge: [hash.toUpperCase()] },
      { size: -1, edge: [] },
      { size: 0.5, edge: [hash] },
    ])
      expect(() => growTree(state)).toThrow(RangeError)
    expect(growTree(emptyTree).size()).toBe(0)
  })
})
