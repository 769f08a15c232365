// Names as they are said on the telephone and as they are written. A pair is alike when it shares a sound, because that is how
// the index finds it.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { givenSound, surnameSound } from './name-sound.ts'

const alike = (one: readonly string[], other: readonly string[]): boolean => one.some((sound) => other.includes(sound))

describe('a surname', () => {
  it.each([
    ['Smith', 'Smyth'],
    ['Smith', 'Schmidt'],
    ['Johnson', 'Jonson'],
    ['Clark', 'Clarke'],
    ['Nguyen', 'NGUYỄN'],
    ["O'Brien", 'OBrian'],
    ['O´Brien', 'O’Brien'],
    ['McDonald', 'Mac Donald'],
    ['Mc Donald', 'MacDonald'],
    ['Stephens', 'Stevens'],
    ['Smith-Jones', 'Jones'],
    ['Van der Berg', 'Vanderberg'],
    ['van der Berg', 'Berg'],
    ['Johnson Jr.', 'Johnson'],
    ['Strauß', 'Strauss'],
    ['Sørensen', 'Sorensen'],
    ['Al-Masri', 'Almasri'],
    ['García', 'Garcia'],
    ['González', 'Gonsales'],
    ['Muñoz', 'Munos'],
    ['Muñoz', 'Mun\u0303oz'],
    ['Vásquez', 'Basques'],
    ['Rivera', 'Ribera'],
    ['Hernández', 'Ernandes'],
    ['Jiménez', 'Giménez'],
    ['Jiménez', 'Ximénez'],
    ['Llanos', 'Yanos'],
    ['Cervantes', 'Servantes'],
    ['Zapata', 'Sapata'],
    ['Quiñones', 'Kinones'],
    ['de la Cruz', 'Cruz'],
    ['de la Cruz', 'Delacruz'],
    ['De La Cruz', 'DELACRUZ'],
    ['García Márquez', 'Marques'],
    ['García Márquez', 'García'],
    ['Ortega y Gasset', 'Gasset'],
    ['López de Haro', 'Haro'],
  ])('%s is found as %s', (one, other) => {
    expect(alike(surnameSound(one), surnameSound(other))).toBe(true)
  })

  it.each([
    ['Smith', 'Jones'],
    ['García', 'Márquez'],
    ['de la Cruz', 'de la Rosa'],
    ['van Dyke', 'van Buren'],
    ['Miller', 'Meyer'],
    ['Hall', 'Ball'],
    ['Johnson Jr.', 'Rivera Jr.'],
    ['Ortega y Gasset', 'Haro y Luna'],
  ])('%s is not found as %s', (one, other) => {
    expect(alike(surnameSound(one), surnameSound(other))).toBe(false)
  })

  it('gives each sound of two surnames, sorted and once', () => {
    expect(surnameSound('García Márquez')).toEqual(['KRS', 'MRKS'])
    expect(surnameSound('García García')).toEqual(['KRS'])
  })

  it('that looks like a particle alone is a name', () => {
    expect(surnameSound('Le')).toEqual(['L'])
    expect(surnameSound('Do')).toEqual(['T'])
  })

  it('of another script stands for itself', () => {
    expect(surnameSound('李')).toEqual(['=李'])
    expect(surnameSound('李')).not.toEqual(surnameSound('王'))
  })

  it('without a letter has no sound', () => {
    expect([...surnameSound(''), ...surnameSound(' - . '), ...surnameSound('\ud800')]).toEqual([])
  })
})

describe('a given name', () => {
  it.each([
    ['Catherine', 'Kathryn'],
    ['Steven', 'Stephen'],
    ['Christian', 'Cristián'],
    ['María José', 'Jose'],
    ['Ana-María', 'Maria'],
    ['María de los Ángeles', 'Angeles'],
    ['Yesenia', 'Jessenia'],
    ['Javier', 'Xavier'],
    ["D'Andre", 'DAndre'],
    ['J. Ann', 'Anne'],
  ])('%s is found as %s', (one, other) => {
    expect(alike(givenSound(one), givenSound(other))).toBe(true)
  })

  it.each([
    ['Ana', 'María'],
    ['J. Ann', 'J. Lucía'],
  ])('%s is not found as %s', (one, other) => {
    expect(alike(givenSound(one), givenSound(other))).toBe(false)
  })
})

describe('any text', () => {
  it('gives few sounds and never throws, and case and composition of accents do not matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(surnameSound(text).length).toBeLessThanOrEqual(48)
      }),
      { numRuns: 1_000 },
    )
    const letters = fc.string({
      unit: fc.constantFrom(...'a b c ç d e é g h i j k l m n ñ o ó p r s t u ü v w x y z -'.split(' '), ' '),
      maxLength: 30,
    })
    fc.assert(
      fc.property(letters, (name) => {
        expect(surnameSound(name.toUpperCase())).toEqual(surnameSound(name))
        expect(surnameSound(name.normalize('NFD'))).toEqual(surnameSound(name))
      }),
    )
  })
})
