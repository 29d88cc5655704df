import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NOTHING_OWN } from '#core/stations/behaviour.ts';
import { migrate } from '../migrate.ts';
import { connectSqlite } from '../sqlite/driver.ts';
import { NOON } from '../testing/records.ts';
import { openedStore, temporaryFolder } from '../testing/temporary-store.ts';
import { MIGRATIONS } from './all.ts';

test('a site of the first version keeps its station and settings, and nothing is set or learnt yet', async () => {
  const folder = await temporaryFolder();
  try {
    const file = join(folder, 'ladehaus.db');
    const [first] = MIGRATIONS;
    if (first === undefined) throw new Error('There are no migrations');
    await migrate(connectSqlite, { file, migrations: [first], now: () => NOON });
    const before = await connectSqlite(file, 'read-write');
    await before.exec(`
      INSERT INTO settings VALUES (1, 'Hof', 'de', 'de-DE', 'Europe/Berlin', 'everybody', 0, ${NOON});
      INSERT INTO station VALUES ('A', 'Tor', ${NOON}, NULL, 'ABB', 'TAC', NULL, '1.8', '{"kind":"open"}', 1, 11000, NULL, NULL, NULL, '{}');`);
    await before.close();
    const store = await openedStore(folder);
    const site = await store.load();
    await store.close();
    expect(site.settings).toMatchObject({ name: 'Hof', testToolMode: false });
    expect(site.stations).toEqual([
      expect.objectContaining({
        name: 'Tor',
        missingProtocolAllowed: true,
        registration: 'accepted',
        behaviour: NOTHING_OWN,
      }),
    ]);
    expect([site.configurations, site.templates, site.next.template]).toEqual([[], [], 1]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
