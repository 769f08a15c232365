// Proofs over the tree (RFC 9162 sections 2.1.3 and 2.1.4, read 2026-11-24): that one entry is in a log of a given root, and
// that a later root only added to an earlier one. They let somebody who holds a checkpoint check without seeing the log.
// Sizes may pass 2^32, so halves are taken by arithmetic: shifts would cut them.

import { emptyRoot, type Hash, isHash, leafAt, nodeHash, rootOf } from './merkle.ts'

export type Inclusion = {
  readonly leaf: Hash
  /** From 0. */
  readonly index: number
  readonly size: number
  readonly proof: readonly Hash[]
  readonly root: Hash
}

export type Consistency = {
  readonly first: number
  readonly firstRoot: Hash
  readonly second: number
  readonly secondRoot: Hash
  readonly proof: readonly Hash[]
}

/** PATH(m, D[n]): the siblings on the way from the leaf to the root, lowest first. Throws a RangeError outside the tree. */
export function inclusionProof(leaves: readonly Hash[], index: number): readonly Hash[] {
  leafAt(leaves, index)
  const siblings: Hash[] = []
  for (let from = 0, to = leaves.length; to - from > 1;) {
    const middle = from + splitOf(to - from)
    const left = index < middle
    siblings.push(left ? rootOf(leaves, middle, to) : rootOf(leaves, from, middle))
    if (left) to = middle
    else from = middle
  }
  return siblings.reverse()
}

/** PROOF(m, D[n]). Between a tree and itself, or from the empty tree, there is nothing to prove: the proof is empty. */
export function consistencyProof(leaves: readonly Hash[], first: number): readonly Hash[] {
  if (!Number.isSafeInteger(first) || first < 0 || first > leaves.length)
    throw new RangeError('The first tree must lie inside the second')
  if (first === 0) return []
  const nodes: Hash[] = []
  let from = 0
  let to = leaves.length
  while (to > first) {
    const middle = from + splitOf(to - from)
    const left = first <= middle
    nodes.push(left ? rootOf(leaves, middle, to) : rootOf(leaves, from, middle))
    if (left) to = middle
    else from = middle
  }
  // A subtree that begins at 0 is the first tree itself; the verifier has its root already.
  if (from > 0) nodes.push(rootOf(leaves, from, to))
  return nodes.reverse()
}

/** RFC 9162 section 2.1.3.2; `fn` and `sn` are its names. */
export function verifyInclusion({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (!areSizes(index, size) || index >= size || ![leaf, ...proof].every(isHash)) return false
  let fn = index
  let sn = size - 1
  let node = leaf
  for (const sibling of proof) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      node = nodeHash(sibling, node)
      for (; !isOdd(fn) && fn !== 0; sn = half(sn)) fn = half(fn)
    } else node = nodeHash(node, sibling)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && node === root
}

/** RFC 9162 section 2.1.4.2; the empty first tree, which it leaves out, is consistent with every tree. */
export function verifyConsistency({ first, firstRoot, second, secondRoot, proof }: Consistency): boolean {
  if (!areSizes(first, second) || first > second || ![firstRoot, ...proof].every(isHash)) return false
  if (first === 0) return proof.length === 0 && firstRoot === emptyRoot
  if (first === second) return proof.length === 0 && firstRoot === secondRoot
  const [start, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof
  if (start === undefined || rest.length === 0) return false
  let fn = first - 1
  let sn = second - 1
  for (; isOdd(fn); fn = half(fn)) sn = half(sn)
  return climb(fn, sn, start, rest, [firstRoot, secondRoot])
}

/** Both roots are built up from the proof at once: `fr` from what lies in the first tree, `sr` from everything. */
function climb(fn: number, sn: number, start: Hash, rest: readonly Hash[], [firstRoot, secondRoot]: [Hash, Hash]) {
  let fr = start
  let sr = start
  for (const node of rest) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(node, fr)
      sr = nodeHash(node, sr)
      for (; !isOdd(fn) && fn !== 0; sn = half(sn)) fn = half(fn)
    } else sr = nodeHash(sr, node)
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && fr === firstRoot && sr === secondRoot
}

/** The largest power of two below the number of leaves: where RFC 6962 cuts a tree in two. */
function splitOf(leaves: number): number {
  let split = 1
  while (split * 2 < leaves) split *= 2
  return split
}

const half = (number: number): number => Math.floor(number / 2)
const isOdd = (number: number): boolean => number % 2 === 1
const isPowerOfTwo = (number: number): boolean => splitOf(number + 1) === number
const areSizes = (one: number, other: number): boolean =>
  Number.isSafeInteger(one) && Number.isSafeInteger(other) && one >= 0 && other >= 0
