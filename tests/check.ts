// `npm run check`: types, lint and format, each a line. Exit code 1 when one fails.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const home = join(import.meta.dirname, '..')
const tool = (path: string): string => join(home, 'node_modules', path)

const checks = [
  { name: 'types', args: [tool('typescript/bin/tsc'), '-p', home] },
  { name: 'lint', args: [tool('eslint/bin/eslint.js'), '--max-warnings', '0', home] },
  { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', home] },
] as const

/** Runs all checks, printing what they print. Returns how many passed and failed. */
export function runChecks(): { readonly passed: number; readonly failed: number } {
  const results = checks.map(({ name, args }) => {
    const { status } = spawnSync(process.execPath, args, { cwd: home, stdio: 'inherit' })
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`)
    return status === 0
  })
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed }
}

if (import.meta.main) process.exitCode = runChecks().failed === 0 ? 0 : 1
