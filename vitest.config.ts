import { defineConfig } from 'vitest/config'

// Real databases and browsers take turns on two cores: two files at a time, generous limits, no retry.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'dist/**', ...(process.env['FOOTBRIDGE_LONG'] === '1' ? [] : ['tests/long/**'])],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/global-setup.ts'],
  },
})
