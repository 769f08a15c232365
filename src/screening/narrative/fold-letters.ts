// One spelling for one word: lower case, no accents, no apostrophes. Children and tired adults leave accents out, and a
// telephone puts them in the wrong place; the lexicon therefore compares folded words on both sides.

/** á -> a, ü -> u, ñ -> n; apostrophes of either shape are dropped. */
export const foldLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’‘]/gu, '')
    .trim()
