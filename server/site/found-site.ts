import type { Setup } from '#api/site.ts';
import type { Person } from '#core/people/person.ts';
import type { SiteSettings } from '#core/settings/site.ts';
import type { Clock } from '../clock.ts';
import { newOwner } from '../people/new-owner.ts';
import type { SiteDesk } from './site-desk.ts';

/** Names the site and its owner. Null when somebody was quicker. */
export async function foundSite(
  { desk, clock }: { readonly desk: SiteDesk; readonly clock: Clock },
  setup: Setup,
): Promise<Person | null> {
  const now = clock.now();
  const owner = await newOwner(desk, { name: setup.ownerName, password: setup.password, now });
  return desk.decide<Person | null>((live) => {
    if (live.settings !== null) return { value: null, changes: [] };
    const settings: SiteSettings = {
      name: setup.siteName.trim(),
      language: setup.language,
      region: setup.region,
      timeZone: setup.timeZone,
      access: setup.access,
      lanOpen: false,
      testToolMode: false,
      modulesOff: [],
      lanTargets: [],
      setUpAt: now,
    };
    return {
      value: owner,
      changes: [
        { kind: 'save-settings', settings },
        { kind: 'save-tenant', tenant: { ...live.root, name: settings.name, addedAt: now } },
        { kind: 'save-person', person: owner },
      ],
      told: [{ kind: 'site' }],
    };
  });
}
