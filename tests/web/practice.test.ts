// Practice as a browser without script shows it: every scene and answer is on the page, and nothing asks for an answer back.

import { beforeAll, describe, expect, it } from 'vitest'

import { languages, practiceBands } from '../../src/knowledge/index.ts'
import { content } from '../home.ts'
import { testApp } from '../services.ts'

let site: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  site = await testApp()
})

const textOf = async (path: string): Promise<string> =>
  (await (await site.app.request(path)).text()).replaceAll('&#39;', "'").replaceAll('&quot;', '"')

const prefix = (language: string): string => (language === 'en' ? '' : `/${language}`)
const pages = languages.flatMap((language) => practiceBands.map((band) => [language, band] as const))

describe('practice', () => {
  it('is reached from Learn, and leads to every age', async () => {
    expect(await textOf('/es/learn')).toContain('href="/es/learn/practice"')
    const index = await textOf('/learn/practice')
    for (const band of practiceBands) expect(index).toContain(`href="/learn/practice/${band}"`)
  })

  it.each(pages)(
    'in %s for %s shows each scene, and each choice with its answer folded below',
    async (language, band) => {
      const text = await textOf(`${prefix(language)}/learn/practice/${band}`)
      for (const { id, title, scene, choices } of content.practice[language].bands[band].scenarios) {
        expect(text).toContain(`<h2 id="${id}">${title}</h2>`)
        expect(text).toContain(scene)
        for (const { say, answer } of choices)
          expect(text).toContain(`<details><summary>${say}</summary><p>${answer}</p></details>`)
      }
    },
  )

  it.each(pages)('in %s for %s closes with whom to tell, and asks for nothing', async (language, band) => {
    const text = await textOf(`${prefix(language)}/learn/practice/${band}`)
    expect(text).toContain('href="tel:911"')
    expect(text.includes('href="tel:988"')).toBe(band === '11-13' || band === '14-17')
    expect(text).toContain(`href="${prefix(language)}/report"`)
    expect(text).not.toMatch(/<(form|input|textarea|select)\b/)
  })

  it.each(languages)('says in %s who has reviewed it: nobody yet', async (language) => {
    const text = await textOf(`${prefix(language)}/learn/practice/8-10`)
    expect(content.practice[language].reviewed_by).toEqual([])
    expect(text).toContain(content.messages[language]['page.reviewed-by-nobody'])
  })

  it('has no page for another age', async () => {
    expect((await site.app.request('/learn/practice/0-4')).status).toBe(404)
  })
})
