export {
  caseActions,
  mayOnCase,
  mayReadNote,
  seesCase,
  type CaseAction,
  type CaseState,
  type Holder,
  type Relation,
} from './case-relation.ts'
