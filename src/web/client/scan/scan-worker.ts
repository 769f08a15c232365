// The worker of the scanner: it fetches the lexicon once, builds the engine, and then reads whatever note it is handed. The text
// comes to it from the page, in the same browser, and goes nowhere else.

import { buildScanner, unpackLexicon, type PackedLexicon, type Scanner } from '../../../screening/index.ts'
import type { Ask, Read, Told } from './messages.ts'

type Engine = { readonly scan: Scanner; readonly whys: ReadonlyMap<string, string> }

let engine: Promise<Engine> | undefined

async function build(address: string): Promise<Engine> {
  const lexicon = unpackLexicon((await (await fetch(address)).json()) as PackedLexicon)
  const whys = (['en', 'es'] as const).flatMap((language) =>
    lexicon[language].entries.flatMap((entry) =>
      'why' in entry ? [[`${language}/${entry.id}`, entry.why] as const] : [],
    ),
  )
  return { scan: buildScanner(lexicon), whys: new Map(whys) }
}

async function read({ text, language, noteYear }: Extract<Ask, { readonly text: string }>): Promise<Read> {
  if (engine === undefined) throw new Error('no lexicon yet')
  const { scan, whys } = await engine
  const { findings, ...rest } = scan(text, { language, noteYear })
  return { ...rest, findings: findings.map((finding) => ({ ...finding, why: whys.get(finding.rule) ?? '' })) }
}

const tell = (told: Told): void => postMessage(told)

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  if ('lexicon' in data) engine = build(data.lexicon)
  const { number } = data
  ;('lexicon' in data ? engine : read(data))?.then(
    (done) => tell('language' in done ? { number, read: done } : { number }),
    () => tell({ number, failed: true }),
  )
})
