// The staff side on a free port of this machine, by the name "localhost": passkeys work there without https.

import { staffSite, type StaffSite } from '../staff.ts'
import type { Sites } from './browser.ts'
import { localSites } from './local-sites.ts'

export type StaffSites = Sites & { readonly site: StaffSite; close(): Promise<void> }

export async function openStaffSites(): Promise<StaffSites> {
  const local = localSites()
  const neutral = await local.weather()
  const made = Promise.withResolvers<StaffSite>()
  const listening = await local.listen(async (request) => (await made.promise).app.fetch(request))
  const origin = listening.replace('127.0.0.1', 'localhost')
  const site = await staffSite({ origin, exitAddress: neutral })
  made.resolve(site)
  return {
    origin,
    neutral,
    site,
    async close() {
      local.close()
      await site.close()
    },
  }
}
