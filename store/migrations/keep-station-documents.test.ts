import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instant } from '#core/shared/units.ts';
import type { StationDocument } from '#core/stations/station-document.ts';
import { migrate } from '../migrate.ts';
import { connectSqlite } from '../sqlite/driver.ts';
import { LOBBY, NOON } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';
import { keepStationDocuments } from './0009-keep-station-documents.ts';
import { MIGRATIONS } from './all.ts';

const STATION_OF_VERSION_8 = `
  INSERT INTO station (id, name, adopted_at, credential_json, missing_protocol_allowed, max_power_w, deviations_json,
      inventory_json)
    VALUES ('${LOBBY.id}', 'Yard', ${NOON}, '{"kind":"open"}', 0, 22000, '{}',
      '{"location":"Hof","sim":"","installedOn":"","warrantyUntil":"","components":[],"replaces":"","note":""}');`;

test('a station of the version before keeps its inventory, has no documents, and takes some', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'ladehaus.db');
  try {
    const migrations = MIGRATIONS.filter(({ number }) => number < keepStationDocuments.number);
    await migrate(connectSqlite, { file, migrations, now: () => NOON });
    const before = await connectSqlite(file, 'read-write');
    await before.exec(STATION_OF_VERSION_8);
    await before.close();

    const store = await openedStore(folder);
    const migrated = await store.load();
    expect(migrated.stations).toMatchObject([{ id: LOBBY.id, name: 'Yard', inventory: { location: 'Hof' } }]);
    expect([migrated.documents, migrated.next.document]).toEqual([[], 1]);

    const photo: StationDocument = {
      id: 1,
      stationId: LOBBY.id,
      name: 'Zähler.jpg',
      kind: 'jpeg',
      bytes: 12,
      sha256: 'ab',
      addedAt: NOON,
      addedBy: 'Anna',
      removedAt: null,
    };
    const removed: StationDocument = { ...photo, id: 2, kind: 'pdf', removedAt: instant(NOON + 1) };
    await keep(
      store,
      { kind: 'save-document', document: photo },
      { kind: 'save-document', document: { ...removed, removedAt: null } },
    );
    await keep(store, { kind: 'save-document', document: removed });
    const { documents, next } = await store.load();
    expect([documents, next.document]).toEqual([[photo, removed], 3]);
    expect(await store.reads.listStationDocuments(LOBBY.id)).toEqual([photo]);
    await store.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
