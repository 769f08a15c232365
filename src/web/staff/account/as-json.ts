// An answer for our own script, kept by no cache.

import type { Visit } from '../../route-table.ts'

export const answerJson = ({ request }: Pick<Visit, 'request'>, value: object): Response =>
  request.json(value, 200, { 'Cache-Control': 'no-store' })
