// The addresses of all public pages that are asked by their address alone: for the copy as plain files, for the site map,
// and for the tests that look at every page. One list, made from the route table and the pages of content/.

import type { Content } from '../knowledge/index.ts'
import { pageAddresses } from './page-addresses.ts'
import { routes } from './routes.ts'

/** Addresses without language, such as '/learn/where', in the order of the table. */
export const publicPages = (content: Content): readonly string[] => pageAddresses(routes, content)
