// Who is in the demo: two centers, eight agencies and thirty people. All of it is invented.

import type { AgencyKind, Discipline, Role } from '../../access/index.ts'

export type DemoAgency = { readonly kind: AgencyKind; readonly name: string }

export type DemoPerson = {
  readonly name: string
  readonly discipline: Discipline
  readonly roles: readonly Role[]
  /** Name of the agency; absent: the center's own staff. */
  readonly agency?: string
}

export type DemoCenter = {
  readonly name: string
  /** Host name: browsers take every name that ends in .localhost to this machine. */
  readonly host: string
  readonly cases: number
  readonly agencies: readonly DemoAgency[]
  readonly people: readonly DemoPerson[]
}

const person = (name: string, discipline: Discipline, roles: readonly Role[], agency?: string): DemoPerson => ({
  name,
  discipline,
  roles,
  ...(agency === undefined ? {} : { agency }),
})

const riverbend: DemoCenter = {
  name: 'Riverbend Center (demo)',
  host: 'localhost',
  cases: 42,
  agencies: [
    { kind: 'law-enforcement', name: 'Riverbend Police' },
    { kind: 'child-protection', name: 'Rowan County Child Services' },
    { kind: 'prosecution', name: 'Rowan County Attorney' },
    { kind: 'medical', name: 'Valley Clinic' },
    { kind: 'school', name: 'Rowan Schools' },
  ],
  people: [
    person('Amara Field', 'administration', ['administrator', 'privacy-officer']),
    person('Carmen Ruiz', 'coordination', ['coordinator']),
    person('Cole Vance', 'coordination', ['coordinator']),
    person('Ines Park', 'intake', ['intake']),
    person('Noor Haddad', 'intake', ['intake']),
    person('Ada Okafor', 'advocacy', ['advocate']),
    person('Abel Frost', 'advocacy', ['advocate']),
    person('Imani Brooks', 'interview', ['interviewer']),
    person('Clara Lind', 'mental-health', ['clinician']),
    person('Theo Marsh', 'mental-health', ['clinician']),
    person('Milo Tran', 'medical', ['medical'], 'Valley Clinic'),
    person('Marta Quinn', 'mentoring', ['mentor-coordinator']),
    person('Mona Hale', 'mentoring', ['mentor']),
    person('Stan Wolfe', 'administration', ['statistics']),
    person('Paula Stone', 'law-enforcement', ['partner'], 'Riverbend Police'),
    person('Owen Grant', 'law-enforcement', ['partner'], 'Riverbend Police'),
    person('Lena Cho', 'child-protection', ['partner'], 'Rowan County Child Services'),
    person('Ray Dalton', 'prosecution', ['partner'], 'Rowan County Attorney'),
    person('Ivy Moss', 'school', ['partner'], 'Rowan Schools'),
  ],
}

const highDesert: DemoCenter = {
  name: 'High Desert Center (demo)',
  host: 'highdesert.localhost',
  cases: 18,
  agencies: [
    { kind: 'law-enforcement', name: 'Mesa County Sheriff' },
    { kind: 'tribe', name: 'Cedar Mesa Tribal Social Services' },
    { kind: 'child-attorney', name: 'Mesa CASA' },
  ],
  people: [
    person('Hope Reed', 'administration', ['administrator']),
    person('Helen Cray', 'administration', ['privacy-officer']),
    person('Hana Mori', 'coordination', ['coordinator']),
    person('Hugo Blum', 'intake', ['intake']),
    person('Bruno Diaz', 'advocacy', ['advocate']),
    person('Ivo Lang', 'interview', ['interviewer']),
    person('Carl Munro', 'mental-health', ['clinician']),
    person('Maud Berg', 'mentoring', ['mentor']),
    person('Pete Marsh', 'law-enforcement', ['partner'], 'Mesa County Sheriff'),
    person('Rosa Begay', 'tribe', ['partner'], 'Cedar Mesa Tribal Social Services'),
    person('Dora King', 'child-attorney', ['partner'], 'Mesa CASA'),
  ],
}

export const demoCenters: readonly DemoCenter[] = [riverbend, highDesert]

/** Of the first center, in the order in which the start page offers them. */
export const demoSignIns = [
  'Carmen Ruiz',
  'Ines Park',
  'Ada Okafor',
  'Clara Lind',
  'Paula Stone',
  'Amara Field',
] as const
