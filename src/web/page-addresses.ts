// From the route table and the pages of content/ to the addresses of all public pages that are asked by their address alone.
// It is given the table, so that a route of the table can use it too.

import type { Content } from '../knowledge/index.ts'
import { isFixed } from './fixed-pages.ts'
import { isOfCopies } from './parts/copy.ts'
import type { Route } from './route-table.ts'

/** Addresses without language, such as '/learn/where', in the order of the table. */
export const pageAddresses = (routes: readonly Route[], { pages }: Content): readonly string[] =>
  routes
    .filter((route) => isFixed(route) && !isOfCopies(route.path))
    .flatMap(({ path }) =>
      path.includes(':page') ? [...pages.en].filter(isListed).map(([name]) => path.replace(':page', name)) : [path],
    )

const isListed = ([, { section }]: readonly [string, { readonly section: string }]): boolean => section !== 'site'
