// The routes of the area `cases`: who may use them, and what is written down. They stand in the table of routes.ts, the ones
// with a fixed name before those that name a case. Where a form is posted, its page answers by GET too.

import type { AuditEvent } from '../../../access/index.ts'
import type { Route, StaffHandler, StaffRoute } from '../../route-table.ts'
import { caregiverForm, saveCaregiver } from './caregiver.tsx'
import { caseList, caseSearch } from './case-list.tsx'
import { casePage } from './case-page.tsx'
import { addConflict, conflictForm } from './conflict.tsx'
import { emergencyForm, openInEmergency } from './emergency.tsx'
import { erase, eraseForm } from './erase.tsx'
import { leave, leaveForm } from './leave.tsx'
import { merge, mergeForm } from './merge.tsx'
import { newCase, openNewCase } from './new-case.tsx'
import { addNote, find, findForm, olderNotes, share, shareForm } from './notes.tsx'
import { reveal } from './reveal.ts'
import { changeSeal, sealForm } from './seal.tsx'
import { changeState, stateForm } from './state.tsx'
import { addTask, finish, taskForm } from './tasks.tsx'
import { changeTeam, teamForm } from './team.tsx'

const route =
  (method: Route['method']) =>
  (path: string, permission: StaffRoute['permission'], audit: AuditEvent, handler: StaffHandler): Route => ({
    ...{ method, path, permission, audit, languages: 'each', handler },
  })

const get = route('get')
const post = route('post')

const one = '/staff/cases/:id'

export const casesRoutes: readonly Route[] = [
  get('/staff/cases', 'case:see', 'cases-listed', caseList),
  post('/staff/cases', 'case:see', 'case-searched', caseSearch),
  get('/staff/cases/new', 'case:open', 'case-opened', newCase),
  post('/staff/cases/new', 'case:open', 'case-opened', openNewCase),
  get('/staff/cases/emergency', 'case:break-glass', 'glass-broken', emergencyForm),
  // Or `glass-refused`.
  post('/staff/cases/emergency', 'case:break-glass', 'glass-broken', openInEmergency),

  get(one, 'case:see', 'case-seen', casePage),
  get(`${one}/reveal`, 'field:reveal', 'case-seen', casePage),
  post(`${one}/reveal`, 'field:reveal', 'field-revealed', reveal),
  get(`${one}/notes`, 'case:see', 'note-seen', olderNotes),
  post(`${one}/notes`, 'note:write', 'note-written', addNote),
  get(`${one}/notes/:note/share`, 'note:write', 'case-seen', shareForm),
  post(`${one}/notes/:note/share`, 'note:write', 'note-shared', share),
  get(`${one}/find`, 'case:see', 'case-seen', findForm),
  post(`${one}/find`, 'case:see', 'case-searched', find),
  get(`${one}/tasks`, 'task:write', 'case-seen', taskForm),
  post(`${one}/tasks`, 'task:write', 'task-set', addTask),
  get(`${one}/done`, 'task:write', 'case-seen', casePage),
  post(`${one}/done`, 'task:write', 'task-done', finish),
  get(`${one}/caregiver`, 'case:change', 'case-seen', caregiverForm),
  post(`${one}/caregiver`, 'case:change', 'case-changed', saveCaregiver),
  get(`${one}/state`, 'case:change', 'case-seen', stateForm),
  post(`${one}/state`, 'case:change', 'case-changed', changeState),
  get(`${one}/seal`, 'case:seal', 'case-seen', sealForm),
  // Or `case-unsealed`, `legal-hold-set`, `legal-hold-lifted`.
  post(`${one}/seal`, 'case:seal', 'case-sealed', changeSeal),
  get(`${one}/team`, 'case:team', 'case-seen', teamForm),
  // Or `team-removed`.
  post(`${one}/team`, 'case:team', 'team-added', changeTeam),
  // Anybody on a case may say it of herself, and leave.
  get(`${one}/conflict`, 'case:see', 'case-seen', conflictForm),
  post(`${one}/conflict`, 'case:see', 'conflict-recorded', addConflict),
  get(`${one}/leave`, 'case:see', 'case-seen', leaveForm),
  post(`${one}/leave`, 'case:see', 'team-removed', leave),
  get(`${one}/merge`, 'person:merge', 'case-seen', mergeForm),
  post(`${one}/merge`, 'person:merge', 'person-merged', merge),

  get('/staff/individuals/:id/erase', 'person:erase', 'person-erased', eraseForm),
  // Or `erasure-refused`.
  post('/staff/individuals/:id/erase', 'person:erase', 'person-erased', erase),
]
