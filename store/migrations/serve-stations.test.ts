import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { connectSqlite } from '../sqlite/driver.ts';
import { NOON } from '../testing/records.ts';
import { openedStore, temporaryFolder } from '../testing/temporary-store.ts';
import { serveStations } from './0004-serve-stations.ts';
import { MIGRATIONS } from './all.ts';

test('the cards of a site of the version before come along, each without a group', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'ladehaus.db');
  try {
    const migrations = MIGRATIONS.filter(({ number }) => number < serveStations.number);
    await migrate(connectSqlite, { file, migrations, now: () => NOON });
    const before = await connectSqlite(file, 'read-write');
    await before.exec(
      `INSERT INTO card VALUES (1, '04A2', 'blue', 'Anna', ${NOON}, NULL, NULL, 1, NULL);
       INSERT INTO card VALUES (2, '04A3', '', 'Ben', ${NOON}, NULL, NULL, 0, ${NOON});`,
    );
    await before.close();
    const store = await openedStore(folder);
    const { cards, localLists, heldReservations } = await store.load();
    await store.close();
    expect(cards.map(({ uid, holder, parentTag }) => ({ uid, holder, parentTag }))).toEqual([
      { uid: '04A2', holder: 'Anna', parentTag: null },
      { uid: '04A3', holder: 'Ben', parentTag: null },
    ]);
    expect([localLists, heldReservations]).toEqual([[], []]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
