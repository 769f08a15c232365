// Words that stand in the same sets of all patterns are one symbol: all forms of a verb cost the machine as much as one.

/** `inSet`: set number -> the symbols of its words. */
export type Symbols = {
  readonly of: ReadonlyMap<string, number>
  readonly inSet: readonly (readonly number[])[]
  readonly count: number
}

/** Symbol 0 is every word that stands in no set. */
export function symbolsOf(sets: readonly (readonly string[])[]): Symbols {
  const memberships = new Map<string, number[]>()
  sets.forEach((words, set) => {
    for (const word of words) {
      const known = memberships.get(word)
      if (known === undefined) memberships.set(word, [set])
      else known.push(set)
    }
  })
  const numbers = new Map<string, number>()
  const of = new Map<string, number>()
  for (const [word, membership] of memberships) {
    const signature = membership.join()
    const number = numbers.get(signature) ?? numbers.size + 1
    numbers.set(signature, number)
    of.set(word, number)
  }
  return {
    of,
    inSet: sets.map((words) => [...new Set(words.map((word) => of.get(word) ?? 0))]),
    count: numbers.size + 1,
  }
}
