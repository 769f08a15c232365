export { auditEvents, permissions, type AuditEvent, type Permission } from './permission.ts'
export { setUpLinks, type SetUpLinks } from './set-up-link.ts'
