// What is told to the counter: the name of a page and its language, when it was shown, and not a word more.

import { describe, expect, it } from 'vitest'

import { buildApp } from '../../src/web/index.ts'
import { posted, testServices } from '../services.ts'

async function countedSite() {
  const told: unknown[][] = []
  const services = await testServices()
  const app = buildApp({ services, log: () => undefined, count: (...all) => told.push(all) })
  return { app, told }
}

describe('counting', () => {
  it('tells of pages, fixed or made from answers, by their pattern and language', async () => {
    const { app, told } = await countedSite()
    for (const path of ['/', '/es', '/es/learn/signs', '/learn/signs/', '/learn/signs?canary=1'])
      await app.request(path)
    await app.request('/es/report/whom-to-call', posted({ zip: '78701', 't-what': 'canary' }))
    expect(told).toEqual([
      ['en', 'get /'],
      ['es', 'get /'],
      ['es', 'get /learn/signs'],
      ['en', 'get /learn/signs'],
      ['en', 'get /learn/signs'],
      ['es', 'post /report/whom-to-call'],
    ])
  })

  it('does not tell of what is no page, was not there or was not shown', async () => {
    const { app, told } = await countedSite()
    for (const path of [
      '/exit',
      '/healthz',
      '/robots.txt',
      '/assets/canary',
      '/canary',
      '/set-up/canary',
      '/es/canary',
    ])
      await app.request(path)
    await app.request('/report/whom-to-call', posted({ zip: 'canary' }))
    await app.request('/check/child', posted({}, { 'Sec-Fetch-Site': 'cross-site' }))
    expect(told).toEqual([])
  })
})
