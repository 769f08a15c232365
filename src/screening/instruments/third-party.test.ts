// Forms made by others (LHC-Forms, HL7 SDC, fhirpath.js), against what their own engine, fhirpath.js, makes of them. They
// are not part of the project; see withoutForms.

import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import { describe, expect, it } from 'vitest'

import { hasOthersForms, named, othersForm, withoutForms } from '../../../tests/forms.ts'
import type { FormItem } from './form.ts'
import { scoreWithExpressions } from './score-with-expressions.ts'

type Json = Readonly<Record<string, unknown>>

const itemsOf = (form: Json): readonly FormItem[] => form['item'] as readonly FormItem[]
const response = (item: readonly unknown[]) => ({ resourceType: 'QuestionnaireResponse', status: 'completed', item })
const chosen = (item: FormItem, at: number) => ({
  linkId: item.linkId,
  answer: [{ valueCoding: item.answerOption?.at(at)?.['valueCoding'] }],
})

const theirs = (questionnaire: Json, given: unknown, expression: string): readonly unknown[] =>
  fhirpath.evaluate(given, expression, { questionnaire, resource: given }, r4) as unknown[]

describe.runIf(hasOthersForms)(`forms of others${withoutForms}`, () => {
  describe('the weight examples of fhirpath.js', () => {
    it('come to 65432211, a digit for each place where a weight can stand', async () => {
      const [questionnaire, given] = ['questionnaire', 'questionnaire-response'].map((one) =>
        othersForm(`hl7-fhirpathjs/${one}-R4.json`),
      )
      const result = await scoreWithExpressions(questionnaire, given)
      expect(result.total).toBe(65_432_211)
      expect(theirs(questionnaire ?? {}, given, '%context.repeat(item).answer.weight().sum()')).toEqual([result.total])
    })
  })

  describe('the PHQ-9 of LHC-Forms', () => {
    const phq9 = () => othersForm('lhncbc-lforms/phq9-with-the-weight-function.json')
    const questions = () =>
      itemsOf(phq9())
        .filter(({ answerOption }) => answerOption !== undefined)
        .slice(0, 9)
    const weights = "%resource.item.where(linkId != '/69722-7').answer.weight().sum()"

    it.each([
      [0, 0],
      [1, 9],
      [2, 18],
      [-1, 27],
    ])('answer %i to every question comes to %i, as theirs', async (at, total) => {
      const given = response(questions().map((item) => chosen(item, at)))
      expect(await scoreWithExpressions(phq9(), given)).toMatchObject({ total, missing: [], problems: [] })
      expect(theirs(phq9(), given, weights)).toEqual([total])
    })

    it('does not count the question without weights', async () => {
      const given = response(
        itemsOf(phq9())
          .filter(({ answerOption }) => answerOption !== undefined)
          .map((item) => chosen(item, -1)),
      )
      expect(await scoreWithExpressions(phq9(), given)).toMatchObject({ total: 27, problems: [] })
    })

    it('without an answer has nine missing and no total', async () => {
      const result = await scoreWithExpressions(phq9(), response([]))
      expect([result.total, result.missing.length, named(result).length]).toEqual([null, 9, 9])
    })

    it('with one answer has no total, where theirs says 1', async () => {
      const given = response(
        questions()
          .slice(0, 1)
          .map((item) => chosen(item, 1)),
      )
      expect((await scoreWithExpressions(phq9(), given)).total).toBeNull()
      expect(theirs(phq9(), given, weights)).toEqual([1])
    })

    it('with an unknown code has no total, where theirs says 24', async () => {
      const unknown = { valueCoding: { system: 'http://loinc.org', code: 'LA0-0' } }
      const given = response(
        questions().map((item, at) => (at === 3 ? { linkId: item.linkId, answer: [unknown] } : chosen(item, -1))),
      )
      const result = await scoreWithExpressions(phq9(), given)
      expect([result.total, named(result)]).toEqual([null, [`unknown-code ${questions()[3]?.linkId ?? ''} error`]])
      expect(theirs(phq9(), given, weights)).toEqual([24])
    })
  })

  describe('the PHQ-9 of HL7', () => {
    const form = () => othersForm('hl7-sdc/Questionnaire-questionnaire-sdc-profile-example-PHQ9.json')
    const sample = (more: { readonly recorded?: number; readonly system?: string } = {}) => {
      const text = JSON.stringify(
        othersForm('hl7-sdc/QuestionnaireResponse-questionnaireresponse-sdc-profile-example-PHQ9.json'),
      )
      const { recorded = 13, system } = more
      return JSON.parse(
        text
          .replace('"value":13', `"value":${recorded}`)
          .replaceAll(
            '"valueCoding":{',
            system === undefined ? '"valueCoding":{' : `"valueCoding":{"system":"${system}",`,
          ),
      ) as Json
    }
    const system = 'http://hl7.org/fhir/uv/sdc/CodeSystem/CSPHQ9'

    it('records 13, adds up to 10, and gets no total; theirs finds no weight at all', async () => {
      const result = await scoreWithExpressions(form(), sample())
      expect(result.total).toBeNull()
      expect(result.items.reduce((sum, { weight }) => sum + weight, 0)).toBe(10)
      expect(named(result).filter((one) => one.startsWith('system-assumed'))).toHaveLength(9)
      expect(named(result).slice(9)).toEqual([
        'expression-failed H1/TS warning',
        'recorded-total-disagrees H1/TS error',
      ])
      expect(theirs(form(), sample(), '%resource.repeat(item).answer.weight()')).toEqual([])
    })

    it('comes to 10 when the systems and the record are put right', async () => {
      const right = sample({ system, recorded: 10 })
      const result = await scoreWithExpressions(form(), right)
      expect([result.total, named(result)]).toEqual([10, ['expression-failed H1/TS warning']])
      expect(theirs(form(), right, '%resource.repeat(item).answer.weight().sum()')).toEqual([10])
    })
  })

  describe('the Apgar score of LHC-Forms', () => {
    const apgar = () => othersForm('lhncbc-lforms/apgar-with-itemWeight-variable.json')

    it.each([
      [[0, 0, 0, 0, 0], 0],
      [[2, 1, 2, 0, 1], 6],
      [[2, 2, 2, 2, 2], 10],
    ])('%j comes to %i', async (answers, total) => {
      const given = response(answers.map((at, place) => chosen(itemsOf(apgar())[place] as FormItem, at)))
      expect(await scoreWithExpressions(apgar(), given)).toMatchObject({ total, problems: [] })
    })

    it('has no total without all five', async () => {
      const given = response([0, 1, 2, 3].map((place) => chosen(itemsOf(apgar())[place] as FormItem, 2)))
      expect(await scoreWithExpressions(apgar(), given)).toMatchObject({ total: null, missing: ['32410-3'] })
    })
  })

  describe('the contained value set of LHC-Forms', () => {
    const form = () => othersForm('lhncbc-lforms/q-with-contained-valueset-with-itemWeight.json')
    const answer = (linkId: string, system: string, code: string) => ({
      linkId,
      answer: [{ valueCoding: { system, code } }],
    })
    const given = (first: unknown, second: unknown) =>
      response([{ linkId: 'link-1', item: [{ linkId: 'link-1.1', item: [first, second] }] }])

    it.each<[string, string, number]>([
      ['some-system-1', 'some-code-1', 2],
      ['some-system-1', 'some-code-2', 3],
      ['some-system-2', 'some-code-1', 11],
      ['some-system-2', 'some-code-2', 21],
    ])('%s %s comes to %i, where theirs would ask a server', async (system, code, total) => {
      const answers = given(answer('link-1.1.1', system, code), answer('link-1.1.2', 'some-system-1', 'some-code-1'))
      expect(await scoreWithExpressions(form(), answers)).toMatchObject({ total, problems: [] })
      expect(() => theirs(form(), answers, '%resource.repeat(item).answer.weight().sum()')).toThrow()
    })
  })
})
