import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MeterKeys } from '#core/eichrecht/meter-keys.ts';
import type { Sample } from '#core/sessions/sample.ts';
import { connectorId, sessionId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { migrate } from '../migrate.ts';
import { connectSqlite } from '../sqlite/driver.ts';
import { LOBBY, NOON, runningSession, sampleOf } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';
import { keepMeterKeys } from './0011-keep-meter-keys.ts';
import { MIGRATIONS } from './all.ts';

const STATION_BEFORE = `
  INSERT INTO station (id, name, adopted_at, credential_json, missing_protocol_allowed, max_power_w, deviations_json,
      inventory_json)
    VALUES ('${LOBBY.id}', 'Yard', ${NOON}, '{"kind":"open"}', 0, 22000, '{}',
      '{"location":"","sim":"","installedOn":"","warrantyUntil":"","components":[],"replaces":"","note":""}');
  INSERT INTO meter_sample (station_id, connector_id, session_id, at, received_at, context, other)
    VALUES ('${LOBBY.id}', 1, 1, ${NOON}, ${NOON}, 'Transaction.End', '{"values":[],"signedData":["OCMF|before"]}');`;

const KEY = { curve: 'secp256r1', point: '04aa' } as const;
const KEYS: MeterKeys = {
  stationId: LOBBY.id,
  connectorId: connectorId(2),
  history: [{ key: KEY, since: NOON, until: null, source: 'nameplate', by: 'Anna', note: '' }],
  shown: { key: KEY, source: 'record', at: NOON },
  alarm: null,
};

test('a station of the version before is under no law on measuring, and takes keys, flags and sold readings', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'ladehaus.db');
  try {
    const migrations = MIGRATIONS.filter(({ number }) => number < keepMeterKeys.number);
    await migrate(connectSqlite, { file, migrations, now: () => NOON });
    const before = await connectSqlite(file, 'read-write');
    await before.exec(STATION_BEFORE);
    await before.close();

    const store = await openedStore(folder);
    const migrated = await store.load();
    expect(migrated.stations[0]?.metering).toEqual({ eichrecht: false, timeTariffsAllowed: false });
    expect(migrated.meterKeys).toEqual([]);
    expect((await store.reads.signedSamples(sessionId(1))).map(({ other }) => other)).toEqual([
      expect.stringContaining('OCMF|before'),
    ]);

    const metering = { eichrecht: true, timeTariffsAllowed: true };
    const [station = LOBBY] = migrated.stations;
    const alarm = { seen: { key: KEY, source: 'record' as const, at: instant(NOON + 1) }, judged: null };
    await keep(
      store,
      { kind: 'save-station', station: { ...station, metering } },
      { kind: 'save-meter-keys', keys: KEYS },
    );
    await keep(store, { kind: 'save-meter-keys', keys: { ...KEYS, alarm } });
    const loaded = await store.load();
    expect(loaded.stations[0]?.metering).toEqual(metering);
    expect(loaded.meterKeys).toEqual([{ ...KEYS, alarm }]);
    await store.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('signed values are found among all others without looking at those, and a reading stays with whom it was sold to first', async () => {
  const folder = await temporaryFolder();
  try {
    const store = await openedStore(folder);
    const [first, second] = [runningSession(1), runningSession(2)];
    await keep(
      store,
      { kind: 'save-station', station: LOBBY },
      { kind: 'add-session', session: first },
      { kind: 'add-session', session: second },
    );
    const plain = (of: typeof first): Sample[] => Array.from({ length: 500 }, (_, wh) => sampleOf(of, wh));
    const signed = { ...sampleOf(first, 1), other: '{"values":[],"signedData":["OCMF|x"]}' };
    await keep(
      store,
      { kind: 'add-samples', samples: [...plain(first), signed, ...plain(first)] },
      { kind: 'add-samples', samples: plain(second) },
    );
    expect(await store.reads.signedSamples(first.id)).toEqual([signed]);
    expect(await store.reads.signedSamples(second.id)).toEqual([]);

    const sold = (mark: string, of: typeof first) => ({ mark, sessionId: of.id });
    await keep(store, { kind: 'add-sold-readings', readings: [sold('a', first), sold('b', first)] });
    await keep(store, { kind: 'add-sold-readings', readings: [sold('b', second), sold('c', second)] });
    const found = await store.reads.soldReadings(['b', 'c', 'd']);
    expect(found.toSorted((a, b) => a.mark.localeCompare(b.mark))).toEqual([
      sold('b', first),
      sold('c', second),
    ]);
    await store.close();

    const connection = await connectSqlite(join(folder, 'ladehaus.db'), 'read-write');
    const plan = await connection.all(
      `EXPLAIN QUERY PLAN SELECT * FROM meter_sample WHERE session_id = 1 AND instr(other, '"signedData"') > 0 ORDER BY id`,
      [],
    );
    expect(JSON.stringify(plan)).toContain('USING INDEX signed_meter_sample');
    await connection.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
