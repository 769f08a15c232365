// The whole site in one table, and its access policy: every address with who may use it and what is written down.

import { handoutNames, instrumentIds, practiceBands } from '../knowledge/index.ts'
import { agencyDeadlines, agencyDuties } from './public/agency-duties.tsx'
import { exit, asset, healthz } from './public/service-pages.ts'
import { checkDoors } from './public/check-doors.tsx'
import { checkForm, checkResult } from './public/check.tsx'
import { forMe } from './public/for-me.tsx'
import { handoutAsPdf, handoutList, handoutPage } from './public/handouts.tsx'
import { homePage } from './public/home.tsx'
import { learnIndex, learnPage, singlePage } from './public/learn.tsx'
import { placePage, placesPage } from './public/places.tsx'
import { practiceIndex, practicePage } from './public/practice.tsx'
import { reportForm, reportFormFilled, whomToCall } from './public/report.tsx'
import { setUpPage, setUpPosted } from './public/set-up.tsx'
import { sheetAsPdf, sheetAsText, sheetFormEmpty, sheetFormFilled, sheetPage, sheetScript } from './public/sheet.tsx'
import { robots, siteMap } from './public/site-map.ts'
import { supportPage } from './public/support.tsx'
import type { Handler, Route } from './route-table.ts'
import { accountRoutes } from './staff/account/account-routes.ts'
import { auditRoutes } from './staff/audit/audit-routes.ts'
import { casesRoutes } from './staff/cases/cases-routes.ts'
import { instrumentList } from './staff/instrument-list.tsx'
import { instrumentPage } from './staff/instrument-page.tsx'
import { peopleRoutes } from './staff/people/people-routes.ts'
import { scanPage } from './staff/scan/scan-page.tsx'
import { useAnswered, useAsJson, useForm } from './staff/use.tsx'

const open = { permission: 'public', audit: 'none' } as const

const get = (path: string, handler: Handler): Route => ({ method: 'get', path, ...open, languages: 'each', handler })
const post = (path: string, handler: Handler): Route => ({ method: 'post', path, ...open, languages: 'each', handler })

export const routes: readonly Route[] = [
  get('/', homePage),
  get('/learn', learnIndex),
  get('/learn/handouts', handoutList),
  ...handoutNames.flatMap((name) => [
    get(`/learn/handouts/${name}`, handoutPage(name)),
    // Made once and kept in memory: free for whoever asks for it again.
    { ...get(`/learn/handouts/${name}.pdf`, handoutAsPdf(name)), cost: 'none' as const },
  ]),
  get('/learn/practice', practiceIndex),
  ...practiceBands.map((band) => get(`/learn/practice/${band}`, practicePage(band))),
  get('/learn/agency-duties', agencyDuties),
  post('/learn/agency-duties', agencyDeadlines),
  get('/learn/:page', learnPage),
  get('/leaving-safely', singlePage('leaving-safely')),
  get('/about', singlePage('about')),
  get('/support', supportPage),

  get('/check', checkDoors),
  get('/check/child', checkForm('child')),
  post('/check/child', checkResult('child')),
  get('/check/work', checkForm('work')),
  post('/check/work', checkResult('work')),
  get('/check/me', forMe),

  get('/report', reportForm),
  post('/report', reportFormFilled),
  // Opened by its address (a reload in an old browser), a page made from answers shows its form.
  get('/report/whom-to-call', reportForm),
  // Never refused: a network that sends too much must not take the state's number from somebody else on it.
  { ...post('/report/whom-to-call', whomToCall), cost: 'none' },
  get('/report/places', placesPage),
  get('/report/places/:page', placePage),
  get('/report/sheet', sheetFormEmpty),
  post('/report/sheet', sheetFormFilled),
  get('/report/script', sheetFormEmpty),
  post('/report/script', sheetScript),
  get('/report/sheet/page', sheetFormEmpty),
  post('/report/sheet/page', sheetPage),
  post('/report/sheet.pdf', sheetAsPdf),
  post('/report/sheet.txt', sheetAsText),

  // Open to anyone until accounts exist: they name no child and keep nothing.
  get('/staff/scan', scanPage),
  get('/staff/instruments', instrumentList),
  ...instrumentIds.flatMap((id) => [
    get(`/staff/instruments/${id}`, instrumentPage(id)),
    get(`/staff/instruments/${id}/use`, useForm(id)),
    post(`/staff/instruments/${id}/use`, useAnswered(id)),
    post(`/staff/instruments/${id}.json`, useAsJson(id)),
  ]),

  ...accountRoutes,
  ...peopleRoutes,
  ...casesRoutes,
  ...auditRoutes,

  { method: 'get', path: '/exit', ...open, languages: 'none', handler: exit },
  { method: 'get', path: '/assets/:file', ...open, languages: 'none', handler: asset },
  { method: 'get', path: '/healthz', ...open, languages: 'none', handler: healthz },
  { method: 'get', path: '/robots.txt', ...open, languages: 'none', handler: robots },
  { method: 'get', path: '/sitemap.xml', ...open, languages: 'none', handler: siteMap(() => routes) },

  {
    method: 'get',
    path: '/set-up/:token',
    permission: 'set-up:begin',
    audit: 'set-up-link-opened',
    languages: 'each',
    handler: setUpPage,
  },
  {
    method: 'post',
    path: '/set-up/:token',
    permission: 'set-up:begin',
    audit: 'first-administrator-made',
    languages: 'each',
    handler: setUpPosted,
  },
]
