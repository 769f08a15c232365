// The Merkle tree of RFC 6962 section 2.1 (the same in RFC 9162 section 2.1.1; read 2026-11-24) with SHA-256. One root of
// 32 bytes stands for every entry of the log and their order: whoever kept a root can tell later whether anything changed.
// The growing tree keeps its right edge only, one hash for each 1 in the binary form of its size.

import { hash } from 'node:crypto'

/** SHA-256 as 64 hexadecimal digits: cannot be changed in place, and Node makes it three times as fast as a Buffer. */
export type Hash = string

/** What has to be kept to go on: the roots of the complete subtrees, largest first. */
export type TreeState = { readonly size: number; readonly edge: readonly Hash[] }

export type Tree = {
  append(leaf: Hash): void
  size(): number
  root(): Hash
  state(): TreeState
}

export const emptyTree: TreeState = { size: 0, edge: [] }

/** The prefixes 0x00 and 0x01 keep a leaf from being passed off as a node (RFC 6962 section 2.1). */
export function leafHash(bytes: Uint8Array): Hash {
  return hash('sha256', Buffer.concat([Buffer.of(0), bytes]))
}

/** The leaf of a text that holds ASCII only, without the copy: a million of these are made in one check of a log. */
export const leafHashOfAscii = (text: string): Hash => hash('sha256', `\0${text}`)

const pair = Buffer.alloc(65, 1)

export function nodeHash(left: Hash, right: Hash): Hash {
  pair.write(left, 1, 32, 'hex')
  pair.write(right, 33, 32, 'hex')
  return hash('sha256', pair)
}

/** A tree that grows leaf by leaf, from nothing or from a stored state. Throws a RangeError on a state that no tree has. */
export function growTree(stored: TreeState = emptyTree): Tree {
  checkState(stored)
  const edge = [...stored.edge]
  let size = stored.size
  return {
    append(leaf) {
      let node = leaf
      // Each 1 at the end of the size's binary form is a full subtree that the new leaf completes to the next larger one.
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(edge.pop() ?? leaf, node)
      edge.push(node)
      size += 1
    },
    size: () => size,
    root: () => edge.reduceRight<Hash | undefined>((right, left) => joined(left, right), undefined) ?? emptyRoot,
    state: () => ({ size, edge: [...edge] }),
  }
}

/** The root over leaf hashes, or over some of them: `from` is the first, `to` is one past the last. */
export function rootOf(leaves: readonly Hash[], from = 0, to = leaves.length): Hash {
  const tree = growTree()
  for (let at = from; at < to; at += 1) tree.append(leafAt(leaves, at))
  return tree.root()
}

/** The root of a tree without leaves: the hash of nothing. */
export const emptyRoot: Hash = hash('sha256', '')

export function leafAt(leaves: readonly Hash[], at: number): Hash {
  const leaf = leaves[at]
  if (leaf === undefined) throw new RangeError('A leaf must lie inside the tree')
  return leaf
}

/** Whatever comes from outside is asked first: half a hash would leave the bytes of another one in `pair`. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

const joined = (left: Hash, right: Hash | undefined): Hash => (right === undefined ? left : nodeHash(left, right))

function checkState({ size, edge }: TreeState): void {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('The size of a tree must be a whole number')
  const ones = size.toString(2).replaceAll('0', '').length
  if (edge.length !== ones || !edge.every(isHash))
    throw new RangeError('The edge of a tree must have one hash for each 1 in its size')
}
