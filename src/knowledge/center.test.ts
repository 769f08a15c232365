// A center's own files: read at start, refused with the name of the file when something in them is wrong.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { contentFolder } from '../../tests/home.ts'
import { loadContent } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-center-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const load = () => loadContent(contentFolder, folder)

describe("a center's files", () => {
  it('may all be absent', () => {
    expect(load().center).toEqual({ profile: null, called: [] })
  })

  it('give the profile and the calls', () => {
    writeFileSync(join(folder, 'profile.yaml'), 'name: Riverbend\nphone: "555-0100"\n')
    writeFileSync(
      join(folder, 'called.yaml'),
      '- { number: "1-800-252-5400", on: "2026-11-20", answered: right, by: x }\n',
    )
    expect(load).toThrow(/called\.yaml/)
    writeFileSync(join(folder, 'called.yaml'), '- { number: "1-800-252-5400", on: "2026-11-20", answered: right }\n')
    expect(load().center.profile).toMatchObject({ name: 'Riverbend', phone: '555-0100', tribes: [] })
    expect(load().center.called).toHaveLength(1)
  })

  it.each(['phone: "ring us"', 'give: "http://plain.example"', 'telephone: "555-0100"'])('refuse %s', (line) => {
    writeFileSync(join(folder, 'profile.yaml'), `name: Riverbend\n${line}\n`)
    expect(load).toThrow(/profile\.yaml/)
  })

  it('add pages, and take the place of ours', () => {
    for (const language of ['en', 'es']) {
      mkdirSync(join(folder, 'pages', language), { recursive: true })
      cpSync(join(contentFolder, 'pages', language, 'where.md'), join(folder, 'pages', language, 'our-town.md'))
    }
    expect(load().pages.es.get('our-town')?.title).toBe(load().pages.es.get('where')?.title)
    rmSync(join(folder, 'pages', 'es', 'our-town.md'))
    expect(load).toThrow('es/our-town.md is missing')
  })
})
