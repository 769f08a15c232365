// Builds the service: one bundle for Node, the style sheet, the few browser modules. The result lies in dist/<digest of
// all sources>, so that a build is made once, never half, and two processes that build at the same time do no harm.

import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { leanStyles } from './lean-styles.ts'

/** Returns the folder of the finished build. Throws an Error with a sentence when dist/ cannot be written. */
export async function ensureBuilt(home: string): Promise<string> {
  const built = join(home, 'dist', digestOfSources(home))
  if (existsSync(built)) return built
  const draft = makeDraft(home)
  try {
    await Promise.all([
      buildServer(home, draft),
      buildStyles(home, draft),
      buildClient(home, draft),
      addLexicon(home, draft),
      copyIcon(home, draft),
    ])
    publish(draft, built)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return built
}

function digestOfSources(home: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(join(home, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|tsx|scss|svg)$/.test(name),
  )
  for (const file of [...files.filter((name) => !/\.test\.tsx?$/.test(name)).sort()]
    .map((name) => join('src', name))
    .concat(lexiconFiles(home), 'bin/build.ts', 'bin/lean-styles.ts', 'package-lock.json')) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(home, file)))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

const lexiconFiles = (home: string): readonly string[] =>
  readdirSync(join(home, 'content/lexicon'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join('content/lexicon', name))

function makeDraft(home: string): string {
  const folder = join(home, 'dist')
  try {
    mkdirSync(folder, { recursive: true })
    return mkdtempSync(join(folder, '.draft-'))
  } catch {
    throw new Error(
      `Footbridge has to be built once and may not write ${folder}. Run 'npm run build' as the user who installed it.`,
    )
  }
}

/** Whoever finishes first wins; older builds are taken away, as nothing reads them after start. */
function publish(draft: string, built: string): void {
  try {
    renameSync(draft, built)
  } catch (error) {
    if (!existsSync(built)) throw error
  }
  const dist = join(built, '..')
  for (const name of readdirSync(dist)) {
    if (!name.startsWith('.draft-') && join(dist, name) !== built)
      rmSync(join(dist, name), { recursive: true, force: true })
  }
}

async function buildServer(home: string, draft: string): Promise<void> {
  const { build } = await import('esbuild')
  await build({
    entryPoints: { cli: join(home, 'src/cli/main.ts'), 'scan-worker': join(home, 'src/cli/scan-worker.ts') },
    outdir: draft,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: 'linked',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  })
}

/** Each with the folders of src/web whose classes it has. */
const sheets = {
  public: ['public', 'parts', 'client'],
  staff: ['public', 'parts', 'client', 'staff'],
  scan: ['staff/scan', 'client/scan'],
} as const

async function buildStyles(home: string, draft: string): Promise<void> {
  await Promise.all((['public', 'staff', 'scan'] as const).map((name) => buildSheet(name, home, draft)))
}

async function buildSheet(name: keyof typeof sheets, home: string, draft: string): Promise<void> {
  const { compileAsync } = await import('sass')
  const { css } = await compileAsync(join(home, `src/web/client/${name}.scss`), {
    style: 'compressed',
    loadPaths: [join(home, 'node_modules')],
    quietDeps: true,
  })
  addAsset(draft, name, 'css', await leanStyles(css, home, sheets[name]))
}

/** `exit` runs on old browsers too; the scanner needs a newer one and says so where it does not start. */
const clientModules = [
  { name: 'exit', entry: 'exit.ts', format: 'esm', target: 'es2019' },
  { name: 'staff', entry: 'staff/staff.ts', format: 'esm', target: 'es2022' },
  { name: 'scan', entry: 'scan/scan-page.ts', format: 'esm', target: 'es2022' },
  { name: 'scan-worker', entry: 'scan/scan-worker.ts', format: 'iife', target: 'es2022' },
] as const

async function buildClient(home: string, draft: string): Promise<void> {
  const { build } = await import('esbuild')
  for (const { name, entry, format, target } of clientModules) {
    const { outputFiles } = await build({
      entryPoints: [join(home, 'src/web/client', entry)],
      bundle: true,
      minify: true,
      format,
      target,
      write: false,
      logLevel: 'warning',
    })
    for (const { text } of outputFiles) addAsset(draft, name, 'js', text)
  }
}

/** The lexicon as the browser's scanner takes it: see src/screening/narrative/packed-lexicon.ts. */
async function addLexicon(home: string, draft: string): Promise<void> {
  const [{ loadLexicon }, { packLexicon }] = await Promise.all([
    import('../src/knowledge/index.ts'),
    import('../src/screening/index.ts'),
  ])
  addAsset(draft, 'lexicon', 'json', packLexicon(loadLexicon(join(home, 'content/lexicon'))))
}

async function copyIcon(home: string, draft: string): Promise<void> {
  addAsset(
    draft,
    'favicon',
    'svg',
    await Promise.resolve(readFileSync(join(home, 'src/web/client/favicon.svg'), 'utf8')),
  )
}

function addAsset(draft: string, name: string, ending: string, text: string): void {
  const folder = join(draft, 'assets')
  mkdirSync(folder, { recursive: true })
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10)
  writeFileSync(join(folder, `${name}.${digest}.${ending}`), text)
}

if (import.meta.main) console.log(await ensureBuilt(join(import.meta.dirname, '..')))
