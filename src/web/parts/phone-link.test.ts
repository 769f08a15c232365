// The address behind a number: what a phone dials when it is touched.

import { expect, it } from 'vitest'

import { dialled } from './phone-link.tsx'

it.each([
  ['1-800-252-5400', '+18002525400'],
  ['(202) 671-7233', '+12026717233'],
  ['+1 202 671 7233', '+12026717233'],
  ['+52 55 1234 5678', '+525512345678'],
  ['+45 33 12 34 56 78', '+453312345678'],
  ['+5255123456', '+5255123456'],
  ['011 52 55 1234 5678', '011525512345678'],
  ['555-0100', '5550100'],
  ['911', '911'],
  ['#7233', '#7233'],
])('%s dials %s', (number, address) => {
  expect(dialled(number)).toBe(address)
})
