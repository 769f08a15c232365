export { draftDays, dropDraft, findDraft, saveDraft, type Draft, type DraftFields, type DraftParts } from './draft.ts'
