import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sessionId, stationId } from '#core/shared/ids.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { migrate } from '../migrate.ts';
import { connectSqlite } from '../sqlite/driver.ts';
import { NOON } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';
import { peopleAndAccess } from './0008-people-and-access.ts';
import { MIGRATIONS } from './all.ts';

const SITE_OF_VERSION_7 = `
  INSERT INTO settings VALUES (1, 'Hof Süd', 'de', 'de-DE', 'Europe/Berlin', 'known-cards', 0, ${NOON}, 0);
  INSERT INTO person VALUES (4, 'Anna', 'scrypt$1$salt$key', ${NOON});
  INSERT INTO sign_in VALUES ('hash', 4, ${NOON}, ${NOON + 1_000}, 'Firefox');
  INSERT INTO card VALUES (1, '04A2', 'blue', 'Ben', ${NOON}, NULL, NULL, 1, NULL, 'HALL');
  INSERT INTO card VALUES (2, '04A3', '', 'Cleo', ${NOON}, ${NOON}, NULL, 0, NULL, NULL);
  INSERT INTO station (id, name, adopted_at, credential_json, missing_protocol_allowed, max_power_w, deviations_json)
    VALUES ('A', 'Yard', ${NOON}, '{"kind":"open"}', 0, 22000, '{}');
  INSERT INTO session (id, transaction_id, start_key, station_id, connector_id, id_tag, card_uid, card_id, holder,
      holder_folded, admission_json, started_at, start_station_time, start_time_source, start_received_at,
      start_register, doubts_json, state, first_sample_id)
    VALUES (9, 9, 'k', 'A', 1, '04A2', '04A2', 1, 'Ben', 'ben', '{"kind":"admitted"}', ${NOON}, '', 'ours', ${NOON},
      0, '[]', 'running', 1);
  INSERT INTO log_entry (at, kind, level, actor, facts_json) VALUES (${NOON}, 'note', 'info', 'Anna', '{"text":"x"}');`;

test('a site of the version before hangs on the root, and its owner stays owner and signed in', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'ladehaus.db');
  try {
    const migrations = MIGRATIONS.filter(({ number }) => number < peopleAndAccess.number);
    await migrate(connectSqlite, { file, migrations, now: () => NOON });
    const before = await connectSqlite(file, 'read-write');
    await before.exec(SITE_OF_VERSION_7);
    await before.close();

    const store = await openedStore(folder);
    const site = await store.load();
    expect(site.tenants).toEqual([
      { id: ROOT_TENANT, parentId: null, name: 'Hof Süd', kind: 'company', addedAt: NOON, removedAt: null },
    ]);
    expect(site.people).toMatchObject([
      {
        id: 4,
        name: 'Anna',
        grants: [{ tenantId: ROOT_TENANT, role: 'owner' }],
        passwordRecord: 'scrypt$1$salt$key',
      },
    ]);
    expect(await store.reads.signIn('hash')).toMatchObject({
      personId: 4,
      userAgent: 'Firefox',
      lastSeenAt: NOON,
    });
    expect(site.cards).toMatchObject([
      { uid: '04A2', tenantId: ROOT_TENANT, maxConcurrent: null, parentTag: 'HALL', blockedAt: null },
      { uid: '04A3', tenantId: ROOT_TENANT, maxConcurrent: 1, parentTag: null, blockedAt: NOON },
    ]);
    expect(site.stations).toMatchObject([
      {
        id: stationId('A'),
        tenantId: ROOT_TENANT,
        groupIds: [],
        powerClass: null,
        inventory: { components: [] },
      },
    ]);
    expect(await store.reads.session(sessionId(9))).toMatchObject({ tenantId: ROOT_TENANT, driverId: null });
    const [entry] = await store.reads.listLog({ limit: 9 });
    expect(entry).toMatchObject({ entry: { tenantId: ROOT_TENANT, changed: [] }, hash: null });
    await store.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([
  ['Özgür Weiß', 'ozgur weiss'],
  ['Jose\u0301 Ibáñez', 'jose ibanez'],
  ['Zoë Čapek-Łuński', 'zoe capek'],
  ['ÅSA ØSTERGÅRD', 'asa østergard'],
])(
  'a card that %s held before is found by %s, and stands where it would if it were new',
  async (holder, search) => {
    const folder = await temporaryFolder();
    const file = join(folder, 'ladehaus.db');
    try {
      const migrations = MIGRATIONS.filter(({ number }) => number < peopleAndAccess.number);
      await migrate(connectSqlite, { file, migrations, now: () => NOON });
      const before = await connectSqlite(file, 'read-write');
      await before.exec(SITE_OF_VERSION_7);
      await before.exec(
        `INSERT INTO card VALUES (7, '04FF', 'Büro', '${holder}', ${NOON}, NULL, NULL, 0, NULL, NULL)`,
      );
      await before.close();

      const store = await openedStore(folder);
      const found = () =>
        store.reads.listCards({
          tenantIds: null,
          now: NOON,
          limit: 10,
          search: { text: `${search} buro 04ff`, ids: [] },
        });
      const { items } = await found();
      expect(items).toMatchObject([{ holder }]);
      const inOrder = async () =>
        (await store.reads.listCards({ tenantIds: null, now: NOON, limit: 10 })).items;
      const migrated = await inOrder();
      await keep(store, ...items.map((card) => ({ kind: 'save-card', card }) as const));
      expect((await found()).items).toEqual(items);
      expect(await inOrder()).toEqual(migrated);
      await store.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);

test('lines of the logbook can neither be changed nor taken away', async () => {
  const folder = await temporaryFolder();
  try {
    await (await openedStore(folder)).close();
    const database = await connectSqlite(join(folder, 'ladehaus.db'), 'read-write');
    await database.exec(
      `INSERT INTO log_entry (at, kind, level, facts_json) VALUES (${NOON}, 'note', 'info', '{"text":"x"}')`,
    );
    await expect(database.exec("UPDATE log_entry SET facts_json = '{}'")).rejects.toThrow('only added to');
    await expect(database.exec('DELETE FROM log_entry')).rejects.toThrow('only added to');
    await database.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
