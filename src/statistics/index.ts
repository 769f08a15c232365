export { countPages, type Counting } from './count-pages.ts'
export { listTotals, type Days } from './page-total-queries.ts'
export { shownTotal, type PageTotal } from './page-total.ts'
