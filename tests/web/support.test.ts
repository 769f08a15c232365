// The center's own page, from its profile, and the neutral one where there is none.

import { describe, expect, it } from 'vitest'

import type { CenterProfile } from '../../src/knowledge/index.ts'
import { content } from '../home.ts'
import { testApp } from '../services.ts'

const riverbend: CenterProfile = {
  name: 'Riverbend Children’s Advocacy Center',
  phone: '555-0100',
  website: 'https://riverbend.example/',
  does: null,
  therapy_promise: null,
  refer: { en: 'Call our intake desk.', es: 'Llame a nuestra recepción.' },
  give: 'https://riverbend.example/give',
  volunteer: null,
  mentor: {
    time: { en: 'Four hours a week.', es: 'Cuatro horas por semana.' },
    length: { en: 'At least two years.', es: 'Dos años o más.' },
    difficulty: { en: 'Trust takes time.', es: 'La confianza toma tiempo.' },
    apply: 'https://riverbend.example/mentor',
  },
  training: 'https://riverbend.example/training',
  offices: [],
  tribes: [],
}

const siteOf = (profile: CenterProfile | null) =>
  testApp(undefined, undefined, { content: { ...content, center: { profile, called: [] } } })

const read = async (profile: CenterProfile | null, path: string): Promise<string> =>
  (await (await siteOf(profile)).app.request(path)).text()

describe('support', () => {
  it('is neutral without a profile: no name, no giving link, no promise in our name', async () => {
    const text = await read(null, '/support')
    expect(text).toContain('What a children’s advocacy center does')
    expect(text).toContain('Many centers promise that therapy is free')
    expect(text).not.toContain('Therapy here is free')
    expect(text.match(/<a [^>]*href="https:/g)).toBeNull()
  })

  it('speaks for the center with a profile, and promises free therapy for life unless it says otherwise', async () => {
    const text = await read(riverbend, '/support')
    expect(text).toContain('<h1>Riverbend Children’s Advocacy Center</h1>')
    expect(text).toContain('Therapy here is free, for the life of every abused child.')
    expect(text).toContain('Call our intake desk.')
    expect(text).toContain('href="https://riverbend.example/give"')
    expect(text).not.toContain('>Volunteer<')
    const other = { ...riverbend, therapy_promise: { en: 'Free until 25.', es: 'Gratis hasta los 25.' } }
    expect(await read(other, '/support')).not.toContain('Therapy here is free')
  })

  it('says time, length and difficulty of mentoring before the way to apply, in Spanish too', async () => {
    const text = await read(riverbend, '/es/support')
    const places = ['Cuatro horas', 'Dos años', 'La confianza', 'riverbend.example/mentor'].map((part) =>
      text.indexOf(part),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places.every((place) => place > 0)).toBe(true)
  })

  it.each(['/check', '/check/child', '/check/me', '/report', '/report/sheet'])(
    'asks for no gift on %s',
    async (path) => {
      const text = await read(riverbend, path)
      expect(text).not.toContain('riverbend.example/give')
      expect(text).toContain('Run by Riverbend')
    },
  )
})
