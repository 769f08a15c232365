// The word sets of patterns as numbers. Patterns share their sets, which may have hundreds of words: each is spelled out once.

export type WordSets = {
  /** Set number -> its words. */
  readonly list: readonly (readonly string[])[]
  /** The number of a set: the same for the same words. */
  readonly numberOf: (words: readonly string[]) => number
}

export function wordSets(): WordSets {
  const list: (readonly string[])[] = []
  const byIdentity = new Map<readonly string[], number>()
  const byWords = new Map<string, number>()
  const numberOf = (words: readonly string[]): number => {
    const seen = byIdentity.get(words)
    if (seen !== undefined) return seen
    const key = words.join(' ')
    const number = byWords.get(key) ?? list.push(words) - 1
    byWords.set(key, number)
    byIdentity.set(words, number)
    return number
  }
  return { list, numberOf }
}
