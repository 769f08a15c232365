// MB of UTF-8 per second of CPU, engines interleaved: each round runs every engine once, the median counts.

export type Contender = {
  readonly name: string
  readonly texts: readonly string[]
  readonly run: (texts: readonly string[]) => number
}

export const megabytes = (texts: readonly string[]): number =>
  texts.reduce((total, text) => total + Buffer.byteLength(text), 0) / 1e6

function cpuSeconds(work: () => unknown): number {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export function ratesOf(contenders: readonly Contender[], rounds: number): ReadonlyMap<string, number> {
  const sizes = new Map(contenders.map(({ name, texts }) => [name, megabytes(texts)]))
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (const { texts, run } of contenders) run(texts.slice(0, Math.max(50, texts.length / 10)))
  for (let round = 0; round < rounds; round++)
    for (const { name, texts, run } of contenders) times.get(name)?.push(cpuSeconds(() => run(texts)))
  return new Map([...times].map(([name, seconds]) => [name, (sizes.get(name) ?? 0) / median(seconds)]))
}
