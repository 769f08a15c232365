// The forms that a lexicon must not miss, verb by verb, and what holds for every word.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inflectEnglish } from './inflect-en.ts'

const formsOf = (text: string): string[] => text.split(' ')

describe('an English verb', () => {
  it.each([
    ['walk', 'walks walked walking'],
    ['touch', 'touches touched touching'],
    ['kiss', 'kisses kissed kissing'],
    ['stop', 'stops stopped stopping'],
    ['grab', 'grabs grabbed grabbing'],
    ['strip', 'strips stripped stripping'],
    ['rape', 'rapes raped raping'],
    ['abuse', 'abuses abused abusing'],
    ['force', 'forces forced forcing'],
    ['agree', 'agrees agreed agreeing'],
    ['deny', 'denies denied denying'],
    ['obey', 'obeys obeyed obeying'],
    ['die', 'dies died dying'],
    ['lie', 'lies lied lay lain lying'],
    ['tie', 'ties tied tying'],
    ['fix', 'fixes fixed fixing'],
    ['owe', 'owes owed owing'],
    ['traffic', 'traffics trafficked trafficking'],
    ['panic', 'panics panicked panicking'],
    ['visit', 'visits visited visiting'],
    ['admit', 'admits admitted admitting'],
    ['travel', 'travels traveled travelled traveling travelling'],
    ['kidnap', 'kidnaps kidnapped kidnapping'],
    ['threaten', 'threatens threatened threatening'],
    ['flinch', 'flinches flinched flinching'],
    ['quiz', 'quizzes quizzed quizzing'],
    ['stay', 'stays stayed staying'],
    ['show', 'shows showed shown showing'],
    ['relay', 'relays relayed relaying'],
  ])('follows the rules: %s', (verb, forms) => {
    expect(inflectEnglish(verb)).toEqual(expect.arrayContaining(formsOf(forms)))
  })

  it.each([
    ['be', 'is am are was were been being'],
    ['have', 'has had having'],
    ['do', 'does did done doing'],
    ['go', 'goes went gone going'],
    ['run', 'runs ran running'],
    ['hit', 'hits hitting'],
    ['meet', 'meets met meeting'],
    ['sell', 'sells sold selling'],
    ['take', 'takes took taken taking'],
    ['tell', 'tells told telling'],
    ['give', 'gives gave given giving'],
    ['get', 'gets got gotten getting'],
    ['keep', 'keeps kept keeping'],
    ['hold', 'holds held holding'],
    ['beat', 'beats beaten beating'],
    ['buy', 'buys bought buying'],
    ['send', 'sends sent sending'],
    ['sleep', 'sleeps slept sleeping'],
    ['fall', 'falls fell fallen falling'],
    ['feel', 'feels felt feeling'],
    ['say', 'says said saying'],
    ['think', 'thinks thought thinking'],
    ['leave', 'leaves left leaving'],
    ['lose', 'loses lost losing'],
    ['find', 'finds found finding'],
    ['wear', 'wears wore worn wearing'],
    ['make', 'makes made making'],
    ['let', 'lets letting'],
    ['see', 'sees saw seen seeing'],
    ['come', 'comes came coming'],
    ['know', 'knows knew known knowing'],
    ['hide', 'hides hid hidden hiding'],
    ['drive', 'drives drove driven driving'],
    ['pay', 'pays paid paying'],
    ['put', 'puts putting'],
    ['hurt', 'hurts hurting'],
    ['steal', 'steals stole stolen stealing'],
    ['shoot', 'shoots shot shooting'],
    ['seek', 'seeks sought seeking'],
    ['bring', 'brings brought bringing'],
    ['teach', 'teaches taught teaching'],
    ['fight', 'fights fought fighting'],
    ['flee', 'flees fled fleeing'],
    ['burn', 'burns burned burnt burning'],
    ['resell', 'resells resold reselling'],
    ['overhear', 'overhears overheard overhearing'],
  ])('knows the irregular one: %s', (verb, forms) => {
    expect(inflectEnglish(verb)).toEqual(expect.arrayContaining(formsOf(forms)))
  })

  it('gives no regular past that is another word', () => {
    expect(inflectEnglish('see')).not.toContain('seed')
    expect(inflectEnglish('rap')).not.toContain('raped')
    expect(inflectEnglish('star')).not.toContain('stared')
  })
})

describe('an English noun', () => {
  it.each([
    ['man', 'men'],
    ['woman', 'women'],
    ['policeman', 'policemen'],
    ['child', 'children'],
    ['stepchild', 'stepchildren'],
    ['person', 'people persons'],
    ['wife', 'wives'],
    ['knife', 'knives'],
    ['tooth', 'teeth'],
    ['penny', 'pennies pence'],
    ['baby', 'babies'],
    ['boy', 'boys'],
    ['box', 'boxes'],
    ['bus', 'buses'],
    ['bruise', 'bruises'],
    ['photo', 'photos'],
    ['hero', 'heroes'],
    ['crisis', 'crises'],
    ['stomach', 'stomachs'],
  ])('has its plural: %s', (noun, plurals) => {
    expect(inflectEnglish(noun)).toEqual(expect.arrayContaining(formsOf(plurals)))
  })
})

describe('every English word', () => {
  const word = fc.stringMatching(/^[a-zA-Zéü]{1,14}$/)

  it('comes first, in folded letters', () => {
    expect(inflectEnglish('Rendezvous')[0]).toBe('rendezvous')
    expect(inflectEnglish('Fiancé')[0]).toBe('fiance')
    expect(inflectEnglish("o'clock")[0]).toBe('oclock')
  })

  it('has forms that are folded, each once, and the base first', () => {
    fc.assert(
      fc.property(word, (any) => {
        const forms = inflectEnglish(any)
        expect(forms.length).toBeGreaterThan(0)
        expect(forms[0]).toBe(inflectEnglish(any.toLowerCase())[0])
        expect(new Set(forms).size).toBe(forms.length)
        for (const form of forms) expect(form).toMatch(/^[a-z]+$/)
      }),
    )
  })

  it('has a form in s and one in ing', () => {
    fc.assert(
      fc.property(word, (any) => {
        const forms = inflectEnglish(any)
        expect(forms.some((form) => form.endsWith('s'))).toBe(true)
        expect(forms.some((form) => form.endsWith('ing'))).toBe(true)
      }),
    )
  })
})
