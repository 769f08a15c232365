// The routes of the area `account`: who may use them, and what is written down. They stand in the table of routes.ts.

import type { Route } from '../../route-table.ts'

export const accountRoutes: readonly Route[] = []
