// The whole site in one table, and its access policy: every address with who may use it and what is written down.

import { agencyDeadlines, agencyDuties } from './public/agency-duties.tsx'
import { exit, asset, healthz, robots } from './public/service-pages.ts'
import { checkAnswers, checkForm } from './public/check.tsx'
import { homePage } from './public/home.tsx'
import { chapters, learnChapter, learnIndex, singlePage } from './public/learn.tsx'
import { reportForm, reportFormFilled, whomToCall } from './public/report.tsx'
import { setUpPage } from './public/set-up.tsx'
import { sheetAsPdf, sheetFormEmpty, sheetFormFilled, sheetPage } from './public/sheet.tsx'
import type { Handler, Route } from './route-table.ts'

const open = { permission: 'public', audit: 'none' } as const

const get = (path: string, handler: Handler): Route => ({ method: 'get', path, ...open, languages: 'each', handler })
const post = (path: string, handler: Handler): Route => ({ method: 'post', path, ...open, languages: 'each', handler })

export const routes: readonly Route[] = [
  get('/', homePage),
  get('/learn', learnIndex),
  ...chapters.map(({ name }) => get(`/learn/${name}`, learnChapter(name))),
  get('/leaving-safely', singlePage('leaving-safely')),
  get('/about', singlePage('about')),

  get('/agency-duties', agencyDuties),
  post('/agency-duties', agencyDeadlines),

  get('/check', checkForm),
  post('/check', checkAnswers),

  get('/report', reportForm),
  post('/report', reportFormFilled),
  // Opened by its address (a reload in an old browser), a page made from answers shows its form.
  get('/report/whom-to-call', reportForm),
  post('/report/whom-to-call', whomToCall),
  get('/report/sheet', sheetFormEmpty),
  post('/report/sheet', sheetFormFilled),
  get('/report/sheet/page', sheetFormEmpty),
  post('/report/sheet/page', sheetPage),
  post('/report/sheet.pdf', sheetAsPdf),

  { method: 'get', path: '/exit', ...open, languages: 'none', handler: exit },
  { method: 'get', path: '/assets/:file', ...open, languages: 'none', handler: asset },
  { method: 'get', path: '/healthz', ...open, languages: 'none', handler: healthz },
  { method: 'get', path: '/robots.txt', ...open, languages: 'none', handler: robots },

  {
    method: 'get',
    path: '/set-up/:token',
    permission: 'set-up:begin',
    audit: 'set-up-link-opened',
    languages: 'each',
    handler: setUpPage,
  },
]
