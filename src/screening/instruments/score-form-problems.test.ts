// A form or a response that is itself wrong, or not the one it should be: a named problem, and never a 0.

import { describe, expect, it } from 'vitest'

import {
  choice,
  chose,
  filled,
  form,
  formUrl,
  gave,
  gated,
  group,
  named,
  plain,
  response,
  said,
} from '../../../tests/forms.ts'
import { score } from './score.ts'

const two = form([choice('a'), choice('b')])
const rest = chose('b', 1)

type Row = readonly [
  what: string,
  questionnaire: unknown,
  response: unknown,
  problems: readonly string[],
  total: number | null,
]

const rows: readonly Row[] = [
  [
    'a linkId stands elsewhere',
    form([group('g', [choice('a')]), choice('b')]),
    response([chose('a', 0), rest]),
    ['misplaced-item a error', 'missing-answer a error'],
    null,
  ],
  [
    'a group is there twice',
    form([group('g', [choice('a')])]),
    response([filled('g', [chose('a', 1)]), filled('g', [chose('a', 1)])]),
    ['several-groups g error'],
    null,
  ],
  [
    'a repeating group is there twice',
    form([group('g', [choice('a')], { repeats: true })]),
    response([filled('g', [chose('a', 1)]), filled('g', [chose('a', 2)])]),
    [],
    3,
  ],
  [
    'one time of a repeating group is not answered',
    form([group('g', [choice('a')], { repeats: true })]),
    response([filled('g', [chose('a', 1)]), filled('g', [])]),
    ['missing-answer a error'],
    null,
  ],
  [
    'an answer was not to be asked',
    gated,
    response([said('gate', false), chose('a', 1), chose('b', 1)]),
    ['answer-on-disabled-item a warning'],
    1,
  ],
  [
    'a text that asks nothing is answered',
    form([choice('a'), plain('d', 'display')]),
    response([chose('a', 1), gave('d', { valueString: 'x' })]),
    ['answer-type-wrong d error'],
    null,
  ],
  [
    'the form has a linkId twice',
    form([choice('a'), choice('a')]),
    response([chose('a', 1)]),
    ['linkid-twice a error'],
    null,
  ],
  [
    'the form has an unknown type',
    form([choice('a'), plain('n', 'slider')]),
    response([chose('a', 1)]),
    ['item-type-unknown n error'],
    null,
  ],
  [
    'the response is to another form',
    two,
    response([chose('a', 2), rest], { questionnaire: 'http://example.org/other' }),
    ['other-questionnaire error'],
    null,
  ],
  [
    'the response is to another version',
    form([choice('a')], { version: '2' }),
    response([chose('a', 2)], { questionnaire: `${formUrl}|1` }),
    ['other-version warning'],
    2,
  ],
  [
    'the form has no address',
    form([choice('a')], { url: undefined }),
    response([chose('a', 2)]),
    ['questionnaire-unnamed warning'],
    2,
  ],
  [
    'the form is named by its id',
    form([choice('a')], { url: undefined, id: 'f' }),
    response([chose('a', 2)], { questionnaire: 'Questionnaire/f' }),
    [],
    2,
  ],
  [
    'the response is not finished',
    two,
    response([chose('a', 2), rest], { status: 'in-progress' }),
    ['not-completed warning'],
    3,
  ],
  ['the response was amended', two, response([chose('a', 2), rest], { status: 'amended' }), [], 3],
  [
    'the response was entered in error',
    two,
    response([chose('a', 2), rest], { status: 'entered-in-error' }),
    ['entered-in-error error'],
    null,
  ],
  [
    'a value set is damaged',
    form([choice('a')], { contained: [{ resourceType: 'ValueSet', compose: 3 }] }),
    response([chose('a', 2)]),
    ['resource-unreadable warning'],
    2,
  ],
  ['the form is none', { resourceType: 'Patient' }, response([]), ['questionnaire-unreadable error'], null],
  ['the response is none', two, [], ['response-unreadable error'], null],
  ['an item has no linkId', form([{ type: 'choice' }]), response([]), ['questionnaire-unreadable error'], null],
]

describe('score', () => {
  it.each(rows)('when %s', (_, questionnaire, given, problems, total) => {
    const result = score(questionnaire, given)
    expect(named(result)).toEqual(problems)
    expect(result.total).toBe(total)
  })
})
