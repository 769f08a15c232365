// Holds everything that people read: complete in both languages, in step, in our words, and easy enough to read.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { content, contentFolder } from '../../tests/home.ts'
import {
  fernandezHuertaEase,
  findHandoutFaults,
  findInstrumentFaults,
  findPageFaults,
  findPracticeFaults,
  findRefusedWords,
  fleschKincaidGrade,
  indicatorCodes,
  languages,
  placeholders,
  plainText,
  type Language,
} from './index.ts'

const explanationText = (language: Language): string[] =>
  Object.values(content.explanations[language]).flatMap(({ name, what, looks_like, may_also_mean, do: act }) => [
    `${name}.`,
    what,
    looks_like,
    may_also_mean,
    act,
  ])

const pageTexts = (language: Language): (readonly [string, string])[] =>
  [...content.pages[language]].map(([name, page]) => [name, plainText(page.markdown)])

describe('the indicators', () => {
  it('are the 60 codes of the vocabulary, in its order', () => {
    expect(content.indicators.map(({ code }) => code)).toEqual([...indicatorCodes])
    expect(indicatorCodes).toHaveLength(60)
  })

  it.each(languages)('have each their own name in %s', (language) => {
    const names = Object.values(content.explanations[language]).map(({ name }) => name)
    expect(new Set(names).size).toBe(60)
  })
})

describe('the messages', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(content.messages.es).sort()).toEqual(Object.keys(content.messages.en).sort())
  })

  it.each(Object.keys(content.messages.en))('%s uses the same placeholders in both languages', (key) => {
    expect(placeholders(content.messages.es[key] ?? '')).toEqual(placeholders(content.messages.en[key] ?? ''))
  })

  it('name no phone number of their own but 911: numbers come from the directory', () => {
    const all = [...Object.values(content.messages.en), ...Object.values(content.messages.es)].join('\n')
    expect(all.match(/\d{3}-\d{3,4}/g)).toBeNull()
  })
})

describe('the pages', () => {
  it('keep the rules of pages: both languages in step, our words, easy to read, no number of their own', () => {
    expect(findPageFaults(content.pages)).toEqual([])
  })

  it('link only to addresses of our own or to none', () => {
    const links = languages.flatMap((language) =>
      [...content.pages[language].values()].flatMap(({ markdown }) => [...markdown.matchAll(/\]\(([^)]*)\)/g)]),
    )
    expect(links.map(([, link = '']) => link).filter((link) => !link.startsWith('/'))).toEqual([])
  })
})

describe('practice', () => {
  it('keeps its rules: both languages in step, a way to tell in each scene, nobody at fault, easy enough for children', () => {
    expect(findPracticeFaults(content.practice)).toEqual([])
  })
})

describe('the posters and hand-outs', () => {
  it('keep the rules of hand-outs: both languages in step, our words, easy to read, no number but 911 and 988', () => {
    expect(findHandoutFaults(content.handouts)).toEqual([])
  })
})

describe('the instruments', () => {
  it('keep their rules: no wording, a source for each fact, nothing settled from memory, both languages in our words', () => {
    expect(findInstrumentFaults(content.instruments)).toEqual([])
  })
})

describe('reading level', () => {
  it('the explanations of the indicators are at most at grade 6, in Spanish 70 or more', () => {
    expect(fleschKincaidGrade(explanationText('en').join(' '))).toBeLessThanOrEqual(6)
    expect(fernandezHuertaEase(explanationText('es').join(' '))).toBeGreaterThanOrEqual(70)
  })

  it('the messages are at most at grade 6, in Spanish 70 or more', () => {
    const sentences = (language: Language): string =>
      Object.values(content.messages[language])
        .map((text) => (/[.?!:]$/.test(text) ? text : `${text}.`))
        .join(' ')
    expect(fleschKincaidGrade(sentences('en'))).toBeLessThanOrEqual(6)
    expect(fernandezHuertaEase(sentences('es'))).toBeGreaterThanOrEqual(70)
  })
})

describe('who listens', () => {
  const said = (language: Language): string =>
    [...content.listeners.lines, ...content.listeners.people].map(({ passes_on }) => passes_on[language]).join(' ')

  it('is written for young people: grade 5 or below, in Spanish 80 or more, in our words', () => {
    expect(fleschKincaidGrade(said('en'))).toBeLessThanOrEqual(5)
    expect(fernandezHuertaEase(said('es'))).toBeGreaterThanOrEqual(80)
    expect(languages.flatMap((language) => findRefusedWords(said(language), language))).toEqual([])
  })

  it('names no number, and promises privacy only where a page of the line was read', () => {
    expect(said('en') + said('es')).not.toMatch(/\d{3}-|\d{4,}/)
    for (const { passes_on, source } of content.listeners.lines.filter((one) => one.source === null))
      expect([passes_on.en, source]).toEqual([expect.stringContaining('We did not find their rule'), null])
  })
})

describe('words', () => {
  it.each(languages)('nothing that the public reads in %s uses a refused word', (language) => {
    const texts = [
      ...Object.values(content.messages[language]),
      ...explanationText(language),
      ...pageTexts(language).map(([, text]) => text),
    ]
    expect(texts.flatMap((text) => findRefusedWords(text, language))).toEqual([])
  })

  it('the directory in plain words uses no refused word either', () => {
    const files = readdirSync(join(contentFolder, 'directory')).filter((name) => name.endsWith('.yaml'))
    const text = files.map((name) => readFileSync(join(contentFolder, 'directory', name), 'utf8')).join('\n')
    expect([...findRefusedWords(text, 'en'), ...findRefusedWords(text, 'es')]).toEqual([])
  })
})
