// Check boxes: what stands beside a filled one is said, what stands beside an empty one is print.

export type Box = { readonly start: number; readonly end: number; readonly filled: boolean }

const anyBox = /[☐□▢◻⬜☑☒✓✔✗✘■⊠✅]|\[[ _]?\]|\([ _]?\)|\[\s?[xX✓✔]\s?\]|\([xX✓✔]\)/g
const emptyBox = /^(?:[☐□▢◻⬜]|\[[ _]?\]|\([ _]?\))$/

/** The boxes between two offsets, in order. */
export function boxesIn(text: string, start: number, end: number): readonly Box[] {
  return [...text.slice(start, end).matchAll(anyBox)].map(({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.length,
    filled: !emptyBox.test(found),
  }))
}
