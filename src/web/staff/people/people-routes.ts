// The routes of the area `people`: who may use them, and what is written down. They stand in the table of routes.ts.

import type { Route } from '../../route-table.ts'

export const peopleRoutes: readonly Route[] = []
