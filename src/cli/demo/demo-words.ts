// The invented children, caregivers and notes of the demo. No sexual detail, no blame: what professionals write down.

import type { Discipline } from '../../access/index.ts'

export const givenNames = [
  ...['Maya', 'Luis', 'Jada', 'Tomás', 'Kira', 'Elena', 'Noah', 'Aaliyah', 'Mateo', 'Sofía', 'Devon', 'Amina', 'Rosa'],
  ...['Leo', 'Camila', 'Jaden', 'Nora', 'Iván', 'Talia', 'Marcus', 'Lucía', 'Owen', 'Zoe', 'Andrés', 'Grace', 'Eli'],
] as const

export const surnames = [
  ...['Rivera', 'Johnson', 'Peña', 'Nguyen', 'Carter', 'Muñoz', 'Begay', 'Thompson', 'Garza', 'Ali', 'Walker', 'Cruz'],
  ...['Bennett', 'Herrera', 'Yazzie', 'Coleman', 'Ortiz', 'Price', 'Delgado', 'Reyes', 'Morgan', 'Castillo', 'Hughes'],
] as const

export const notes: Readonly<Partial<Record<Discipline, readonly string[]>>> = {
  intake: [
    'Call from the school counselor. 17 days missed since September. A driver the school does not know picks the child up.',
    'Report from the hotline: missing since Friday, third time this year. Police have the report. Aunt has had no word.',
    'Clinic nurse calls: the child came with a man who answered every question. Nurse asked to see the child alone and did.',
  ],
  coordination: [
    'Team review set for Thursday. Police and child services will both be there.',
    'Interview and medical exam put on the same day, so that the child comes once.',
  ],
  advocacy: [
    'Met at the center. Water, a snack, a quiet room. Explained what happens next and that nothing is her fault.',
    'Safety plan reviewed. She has two numbers she knows by heart and a word that tells us to call.',
    'Bus cards and a warm coat from the closet. He asked whether he may come again; next visit is Tuesday.',
  ],
  interview: ['Interview held. The child chose the room and asked for two breaks. Report goes to the team.'],
  'mental-health': [
    'First session. Sleeps badly. We practiced breathing. Wants to draw next time.',
    'Fourth session. Talked about school and about who is safe to talk to. Mood steadier than last week.',
  ],
  medical: ['Exam done with consent, advocate in the room. Follow-up in two weeks.'],
  'law-enforcement': ['Phone records asked for. No contact with the child without the advocate.'],
  'child-protection': ['Home visit done. Grandmother can take the child for now; background check under way.'],
  prosecution: ['Read the file. No date in court yet; victim notice goes through the advocate.'],
  school: ['Attendance since the plan: 9 of 10 days. The front office knows who may pick up.'],
  tribe: ['Tribal services notified and on the team. A relative placement is being looked at.'],
  'child-attorney': ['Met the child. Wants to stay at the same school.'],
}
