export { buildApp } from './app.ts'
export { loadAssets, type Assets } from './assets.ts'
export { requirePages } from './public/learn.tsx'
export type { Health, Services } from './route-table.ts'
