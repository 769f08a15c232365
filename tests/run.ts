// `npm test`: types, lint, format, then every test; the last line says 'N passed, N failed' over all of them.
// `npm run test:long` adds the slow ones (200 rounds of kill -9).

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runChecks } from './check.ts'

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

const home = join(import.meta.dirname, '..')
const long = process.argv.includes('--long')

const checks = runChecks()
const tests = runTests()
const skipped = tests.skipped === 0 ? '' : `, ${tests.skipped} skipped`
console.log(`${checks.passed + tests.passed} passed, ${checks.failed + tests.failed} failed${skipped}`)
process.exitCode = checks.failed + tests.failed === 0 ? 0 : 1

function runTests(): { readonly passed: number; readonly failed: number; readonly skipped: number } {
  const folder = mkdtempSync(join(tmpdir(), 'footbridge-tests-'))
  try {
    const file = join(folder, 'report.json')
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const environment = { ...process.env, ...(long ? { FOOTBRIDGE_LONG: '1', FOOTBRIDGE_CRASH_ROUNDS: '200' } : {}) }
    const vitest = join(home, 'node_modules/vitest/vitest.mjs')
    const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: home, stdio: 'inherit', env: environment })
    return count(JSON.parse(readFileSync(file, 'utf8')) as Report, status)
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that could not even be loaded holds no test: it counts as one failure, as does a non-zero exit of unknown cause. */
function count(report: Report, status: number | null): { passed: number; failed: number; skipped: number } {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + unloaded
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
