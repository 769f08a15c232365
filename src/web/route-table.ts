// What a route is. The table of all routes is the access policy: each states who may use it and what is written down
// about it, and its type refuses a route that leaves either out.

import type { Context } from 'hono'
import type { Temporal } from 'temporal-polyfill'

import type {
  AccountParts,
  AuditEvent,
  AuditProof,
  Cost,
  Directories,
  FindSignedIn,
  Permission,
  SetUpLinks,
  SignedIn,
  Vault,
} from '../access/index.ts'
import type { Database } from '../database/index.ts'
import type { Content, Language, Say } from '../knowledge/index.ts'
import type { Directory } from '../reporting/index.ts'
import type { Assets } from './assets.ts'

export type Health = { readonly ok: boolean; readonly kind: string; readonly migration: string | null }

/** A copy as plain files: `service` is the origin that takes its forms, null where there is none. */
export type Copy = { readonly service: string | null }

/** What the pages need from the rooms below; made once at start. */
export type Services = {
  readonly content: Content
  readonly directory: Directory
  /** Path of content/, for the templates of documents. */
  readonly contentFolder: string
  readonly assets: Assets
  readonly version: string
  /** Host of FOOTBRIDGE_URL: a proxy may show the service another one. */
  readonly host: string | undefined
  /** Origin of FOOTBRIDGE_URL, or of the copy: whole addresses, for search engines, are made with it. */
  readonly origin: string | undefined
  /** Origins of copies of the public side whose forms are taken (FOOTBRIDGE_PUBLIC_COPIES). */
  readonly copies: readonly string[]
  /** Set while a copy of the public side is made; null in the service itself. */
  readonly copy: Copy | null
  /** The neutral site that the exit leads to. */
  readonly exitAddress: string
  /** The present moment: it decides what is open. A test stops it. */
  readonly clock: () => Temporal.Instant
  readonly health: () => Promise<Health>
  readonly setUpLinks: SetUpLinks
  /** Whether people reach us by https: cookies are then bound to this host. */
  readonly secure: boolean
  readonly findSignedIn: FindSignedIn
  /** What staff pages do; null in the copy of the public side, and where staff cannot sign in safely. */
  readonly staff: StaffServices | null
}

/** What the actions of staff pages need. */
export type StaffServices = {
  readonly database: Database
  readonly vault: Vault
  readonly accounts: AccountParts
  /** Whether anybody may enter as one of the invented people of the demo. */
  readonly demo: boolean
  /** The agencies' own directories that people may sign in with; absent where there are none. */
  readonly sso?: Directories | undefined
  /** What the audit log is checked against; where it is left out, the command line checks it. */
  readonly auditProof?: AuditProof
}

/** One request, with what a page needs to answer it. */
export type Visit = {
  readonly request: Context
  readonly language: Language
  /** The address without its language, such as '/check'. */
  readonly path: string
  readonly say: Say
  readonly services: Services
}

/** A visit of somebody who is signed in and has the permission of the route. */
export type StaffVisit = Visit & { readonly signedIn: SignedIn }

export type StaffHandler = (visit: StaffVisit) => Response | Promise<Response>

export type Handler = (visit: Visit) => Response | Promise<Response>

type Open = { readonly permission: 'public' | 'set-up:begin'; readonly handler: Handler }
export type StaffRoute = { readonly permission: Exclude<Permission, 'set-up:begin'>; readonly handler: StaffHandler }

export type Route = (Open | StaffRoute) & {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly audit: AuditEvent | 'none'
  /** Pages stand under / and under /es; everything else has one address. */
  readonly languages: 'each' | 'none'
  /** Stated only where method and path do not tell (`costOf`): a PDF that is kept in memory costs nothing. */
  readonly cost?: Cost | 'none'
}
