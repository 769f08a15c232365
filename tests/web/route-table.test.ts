// The route table is the access policy: complete, and nothing is open that should not be.

import { describe, expect, it } from 'vitest'

import { auditEvents, permissions } from '../../src/access/index.ts'
import { routes } from '../../src/web/routes.ts'

describe('the route table', () => {
  it('names for each route a known permission or public, and a known audit event or none', () => {
    for (const { permission, audit } of routes) {
      expect(['public', ...Object.keys(permissions)]).toContain(permission)
      expect(['none', ...auditEvents]).toContain(audit)
    }
  })

  it('writes down every use of a route that is not public', () => {
    for (const { permission, audit, path } of routes.filter((route) => route.permission !== 'public')) {
      expect([path, permission, audit]).not.toContain('none')
    }
  })

  it('has each address once', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it('has a page by GET at each address that a form is sent to: loaded anew, a step that swapped in place shows it', () => {
    const posts = routes.filter(({ method, path }) => method === 'post' && !/\.\w+$/.test(path))
    const pages = new Set(routes.filter(({ method }) => method === 'get').map(({ path }) => path))
    expect(posts.length).toBeGreaterThan(3)
    expect(posts.filter(({ path }) => !pages.has(path))).toEqual([])
  })

  it('opens to the public exactly this', () => {
    const open = routes
      .filter(({ permission }) => permission === 'public')
      .map(({ method, path }) => `${method} ${path}`)
    expect(open).toMatchInlineSnapshot(`
      [
        "get /",
        "get /learn",
        "get /learn/handouts",
        "get /learn/handouts/it-is-not-your-fault",
        "get /learn/handouts/it-is-not-your-fault.pdf",
        "get /learn/handouts/you-noticed-something",
        "get /learn/handouts/you-noticed-something.pdf",
        "get /learn/handouts/for-parents",
        "get /learn/handouts/for-parents.pdf",
        "get /learn/handouts/what-to-say",
        "get /learn/handouts/what-to-say.pdf",
        "get /learn/handouts/three-grown-ups",
        "get /learn/handouts/three-grown-ups.pdf",
        "get /learn/practice",
        "get /learn/practice/5-7",
        "get /learn/practice/8-10",
        "get /learn/practice/11-13",
        "get /learn/practice/14-17",
        "get /learn/agency-duties",
        "post /learn/agency-duties",
        "get /learn/:page",
        "get /leaving-safely",
        "get /about",
        "get /support",
        "get /check",
        "get /check/child",
        "post /check/child",
        "get /check/work",
        "post /check/work",
        "get /check/me",
        "get /report",
        "post /report",
        "get /report/whom-to-call",
        "post /report/whom-to-call",
        "get /report/places",
        "get /report/places/:page",
        "get /report/sheet",
        "post /report/sheet",
        "get /report/script",
        "post /report/script",
        "get /report/sheet/page",
        "post /report/sheet/page",
        "post /report/sheet.pdf",
        "post /report/sheet.txt",
        "get /staff/scan",
        "get /staff/instruments",
        "get /staff/instruments/cse-it",
        "get /staff/instruments/cse-it/use",
        "post /staff/instruments/cse-it/use",
        "post /staff/instruments/cse-it.json",
        "get /staff/instruments/htst-florida",
        "get /staff/instruments/htst-florida/use",
        "post /staff/instruments/htst-florida/use",
        "post /staff/instruments/htst-florida.json",
        "get /staff/instruments/star",
        "get /staff/instruments/star/use",
        "post /staff/instruments/star/use",
        "post /staff/instruments/star.json",
        "get /staff/instruments/tvit",
        "get /staff/instruments/tvit/use",
        "post /staff/instruments/tvit/use",
        "post /staff/instruments/tvit.json",
        "get /staff/instruments/focus-s",
        "get /staff/instruments/focus-s/use",
        "post /staff/instruments/focus-s/use",
        "post /staff/instruments/focus-s.json",
        "get /staff/instruments/sscst",
        "get /staff/instruments/sscst/use",
        "post /staff/instruments/sscst/use",
        "post /staff/instruments/sscst.json",
        "get /staff/instruments/qyit",
        "get /staff/instruments/qyit/use",
        "post /staff/instruments/qyit/use",
        "post /staff/instruments/qyit.json",
        "get /staff/instruments/raft",
        "get /staff/instruments/raft/use",
        "post /staff/instruments/raft/use",
        "post /staff/instruments/raft.json",
        "get /staff/sign-in",
        "post /staff/sign-in",
        "get /staff/sign-in/code",
        "post /staff/sign-in/code",
        "get /staff/sign-in/passkey",
        "post /staff/sign-in/passkey",
        "post /staff/sign-in/passkey.json",
        "get /staff/welcome/:token",
        "post /staff/welcome/:token",
        "get /staff/enrol",
        "get /staff/enrol/passkey",
        "post /staff/enrol/passkey",
        "post /staff/enrol/passkey.json",
        "get /staff/enrol/password",
        "post /staff/enrol/password",
        "get /staff/enrol/app",
        "post /staff/enrol/app",
        "get /staff/demo",
        "post /staff/demo",
        "get /exit",
        "get /assets/:file",
        "get /healthz",
        "get /robots.txt",
        "get /sitemap.xml",
      ]
    `)
  })

  it('changes nothing by GET: every form is posted', () => {
    expect(
      routes.filter(
        ({ method, path }) => method === 'post' && !/^\/(check|report|learn\/agency-duties|staff|set-up)/.test(path),
      ),
    ).toEqual([])
  })
})
