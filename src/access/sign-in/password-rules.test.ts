// Which passwords pass and which do not, as a table; and that no rule of composition slipped in.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { longOnesKnown } from './common-passwords.ts'
import { checkPassword } from './password-rules.ts'

const ada = { email: 'ada.osei@riverbend.example', name: 'Ada Peña Osei', centerName: 'Riverbend Center' }

describe('a new password', () => {
  it.each([
    ['fourteen letter', 'kettle umbrella'.slice(0, 14), 'too-short'],
    ['nothing', '', 'too-short'],
    ['14 pictures, which are 28 units of UTF-16', '🦊🐢🦉🐝🦋🐙🦀🐳🦒🐘🦔🐿🦆🐞', 'too-short'],
    ['15 pictures', '🦊🐢🦉🐝🦋🐙🦀🐳🦒🐘🦔🐿🦆🐞🐌', undefined],
    ['14 letters, one written as two code points that NFKC joins', 'kettle umbrele\u0301'.slice(0, 15), 'too-short'],
    ['7 ligatures that NFKC parts into 14 letters', 'ﬁﬂﬀﬁﬂﬀﬁ', 'too-short'],
    ['fifteen characters', 'kettle umbrella', undefined],
    ['two hundred', 'a winter kettle '.repeat(12) + 'umbrella', undefined],
    ['two hundred and one', 'a winter kettle '.repeat(12) + 'umbrellas', 'too-long'],
    ['lower case alone', 'quietriverstonesinging', undefined],
    ['digits alone, without order', '830174629501738', undefined],
    ['spaces and no digit', 'the otter reads at noon', undefined],
    ['another script', 'выдра читает книгу утром', undefined],
    ['one letter', 'aaaaaaaaaaaaaaaa', 'repeats'],
    ['one piece, the last cut short', 'Mango7Mango7Man', 'repeats'],
    ['one piece, in changing case', 'mangotreeMANGOTREE', 'repeats'],
    ['a piece that would pass alone, twice', 'kettle umbrella.kettle umbrella.', undefined],
    ['the digits', '123456789012345', 'repeats'],
    ['the digits down and up', '987654321012345678', 'repeats'],
    ['rows of the keyboard', 'QwertyuiopAsdfgh', 'repeats'],
    ['columns of the keyboard', '1qaz2wsx3edc4rfv', 'repeats'],
    ['the alphabet backwards', 'zyxwvutsrqponmlk', 'repeats'],
    ['letters in fours', 'aaaabbbbccccdddd', 'repeats'],
    ['a long one of the list', 'ManchesterUnited', 'common'],
    ['a common word with a tail', 'Password!2024!!2025', 'common'],
    ['a common word with a tail of spaces and marks', 'basketball ... 2026 !', 'common'],
    ['the name', 'Ada Pena Osei 2026!', 'about-you'],
    ['the name, with its accent', 'peñapeña-osei-1987', 'about-you'],
    ['the local part of the e-mail', 'ada.osei+ada.osei', 'about-you'],
    ["the center's name", 'RiverbendCenter2026', 'about-you'],
    ["the center's name backed by one word", 'riverbend-otter-77', 'about-you'],
    ['our own name', 'footbridge-footbridge 3!', 'about-you'],
    ['a sentence that names the center', 'at Riverbend we plant quiet maples', undefined],
    ['a name of three letters', 'ada sings in the quarry', undefined],
  ] as const)('%s', (_, password, fault) => {
    expect(checkPassword(password, ada)).toBe(fault)
  })

  it('is compared with at least the 3,000 most common that are long enough', () => {
    expect(longOnesKnown()).toBeGreaterThan(3_000)
  })

  it('is not about anybody where the account has no names yet', () => {
    expect(checkPassword('riverbend-otter-77', { email: '', name: '', centerName: '' })).toBeUndefined()
  })

  it('passes whatever its kinds of characters, when its 20 letters are drawn by lot', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('bcdfghjkmnpqrstvwxz')),
      minLength: 20,
      maxLength: 20,
    })
    fc.assert(
      fc.property(letters, (password) => {
        fc.pre(new Set(password).size > 8)
        expect(checkPassword(password, ada)).toBeUndefined()
      }),
      { seed: 5 },
    )
  })

  it('is judged alike in every spelling of the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
        expect(checkPassword(password.normalize('NFKD'), ada)).toBe(checkPassword(password.normalize('NFKC'), ada))
      }),
    )
  })

  it('is judged in milliseconds even when it is a megabyte of digits', () => {
    const before = performance.now()
    checkPassword('7'.repeat(1_000_000), ada)
    checkPassword(`${'7 '.repeat(99)}x`, ada)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})
