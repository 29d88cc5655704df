import type { Site, Status } from '#api/site.ts';
import type { Person } from '#core/people/person.ts';
import type { SiteSettings } from '#core/settings/site.ts';
import type { Application } from '../../application.ts';
import { isoTime } from '../iso-time.ts';

export function statusView(app: Application, person: Person | null): Status {
  const { settings } = app.desk.live;
  return {
    product: 'Ladehaus',
    version: app.version,
    setUp: settings !== null,
    demo: app.demo,
    language: settings?.language ?? 'en',
    serverTime: isoTime(app.clock.now()),
    signedInAs: person === null ? null : { name: person.name },
  };
}

export function siteView({ testToolForced }: Application, settings: SiteSettings): Site {
  const { setUpAt: _setUpAt, ...shown } = settings;
  return {
    ...shown,
    modulesOff: [...shown.modulesOff],
    lanTargets: [...shown.lanTargets],
    testToolForced,
  };
}
