// The staff side on a free port of this machine, by the name "localhost": passkeys work there without https.

import { staffSite, type StaffSite } from '../staff.ts'
import type { Sites } from './browser.ts'
import { localSites } from './local-sites.ts'

export type StaffSites = Sites & { readonly site: StaffSite; close(): Promise<void> }

export async function openStaffSites(): Promise<StaffSites> {
  const local = localSites()
  const neutral = await local.weather()
  let site: StaffSite | undefined
  const listening = await local.listen((request) => site?.app.fetch(request) ?? new Response('', { status: 503 }))
  const origin = listening.replace('127.0.0.1', 'localhost')
  site = await staffSite({ origin, exitAddress: neutral })
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
