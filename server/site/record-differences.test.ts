import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '#core/changes.ts';
import { toldOfStation } from '#core/imports/imported-station.ts';
import { checkEntries, UNCHECKED } from '#core/logbook/verify-chain.ts';
import { runThrough } from '#core/shared/run-through.ts';
import { SqlError } from '#store/sqlite/connection.ts';
import { watchedWriter } from '#store/testing/watched-connections.ts';
import { runOf, uploadList } from '../testing/import-file.ts';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';
import { LiveSite } from './live-site.ts';
import { differencesOneByOne } from './record-differences.ts';
import { sha256 } from './seal-entries.ts';

let site: TestSite;
let disk: ReturnType<typeof watchedWriter>;

beforeEach(async () => {
  disk = watchedWriter();
  site = await startSite({ connect: disk.connect });
});
afterEach(() => site.stop());

test('an entry says what a person changed, field by field, before and after', async () => {
  const { id } = (await site.api.post('/cards', { uid: 'A1', holder: 'Anna' })).json;
  await site.api.patch(`/cards/${id}`, { holder: 'Berta', blocked: true });
  const [entry] = await latest(1);
  expect(entry?.actor).toBe(OWNER.name);
  expect(entry?.changed).toEqual([
    {
      of: 'card',
      id: String(id),
      before: { holder: 'Anna', blockedAt: null },
      after: { holder: 'Berta', blockedAt: expect.any(Number) },
    },
  ]);
});

test('what a station does by itself leaves no differences', async () => {
  const station = await site.station('A');
  await station.ok('StartTransaction', {
    connectorId: 1,
    idTag: 'CARD',
    meterStart: 0,
    timestamp: new Date().toISOString(),
  });
  const [entry] = await latest(1);
  expect(entry).toMatchObject({ kind: 'session-started', actor: null, changed: [], tenantId: 1 });
});

test('a secret is never said, only that it was changed', async () => {
  await site.api.post('/password', { current: OWNER.password, next: 'another good password' });
  const [entry] = await latest(1);
  expect(entry?.changed).toEqual([
    { of: 'person', id: '1', before: { passwordRecord: '•••' }, after: { passwordRecord: '•••' } },
  ]);
  await site.adopt('A');
  const { password } = (await site.api.post('/stations/A/password', {})).json;
  const everything = JSON.stringify(await latest(200));
  expect(everything).not.toContain(password);
  expect(everything).not.toContain('scrypt');
});

test('what changes more than fifty records is summed up, with a hash over all of it', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => `04A2B8${String(index).padStart(2, '0')};Anna`);
  const upload = { text: `uid;holder\n${rows.join('\n')}\n`, headers: { 'content-type': 'text/csv' } };
  const { json: draft } = await site.api.send(
    'POST',
    '/api/v1/imports/cards/drafts?fileName=cards.csv',
    upload,
  );
  const run = await site.api.post(`/import-drafts/${draft.id}/run`, { mapping: { uid: 0, holder: 1 } });
  expect(run.status, run.text).toBeLessThan(300);
  const entry = (await latest(5)).find(({ changed }) => changed.length > 0);
  expect(entry?.changed).toEqual([
    {
      of: 'card',
      id: '',
      before: {},
      after: { records: 60, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ]);
});

test('of very many records that are saved anew an entry says the one that has become another', async () => {
  const uids = Array.from({ length: 51 }, (_, index) => `04A2B8${String(index).padStart(2, '0')};Anna`);
  const draft = await uploadList(site.api, 'cards', `uid;holder\n${uids.join('\n')}\n`);
  await runOf(site.api, draft, { mapping: { uid: 0, holder: 1 } });
  const live = new LiveSite(await site.store.load());
  const saved = [...live.access.cards.values()].map((card, at): Change => {
    return { kind: 'save-card', card: at === 50 ? { ...card, holder: 'Berta' } : card };
  });
  expect(saved).toHaveLength(51);
  expect(runThrough(differencesOneByOne(live, saved))).toMatchObject([
    { of: 'card', before: { holder: 'Anna' }, after: { holder: 'Berta' } },
  ]);
});

test('the hash of many imported stations can be taken again from what the import has kept', async () => {
  const ids = Array.from({ length: 51 }, (_, index) => `HOF-${index}`);
  await site.station('HOF-7');
  const lines = ids.map((id) => `${id};Stellplatz ${id}`);
  const draft = await uploadList(site.api, 'stations', `identity;name\n${lines.join('\n')}\n`);
  const run = await runOf(site.api, draft, { mapping: { identity: 0, name: 1 } });
  const kept = await site.store.reads.importRows(run.id);
  const told = kept.map(({ record }) =>
    record.of === 'station' ? { id: record.after.id, after: toldOfStation(record.after) } : null,
  );
  const hash = sha256(told.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const entry = (await latest(5)).find(({ changed }) => changed.length > 0);
  expect(entry?.changed).toMatchObject([{ of: 'station', after: { records: 51, sha256: hash } }]);
});

test('a disk that fails in between leaves no gap in the chain', async () => {
  await site.api.post('/cards', { uid: 'A1', holder: 'Anna' });
  let left = 2;
  disk.beforeRun = (sql) => {
    if (!sql.startsWith('INSERT') || left === 0) return;
    left -= 1;
    throw new SqlError('SQLITE_IOERR', 'the disk has failed');
  };
  await Promise.all(
    Array.from({ length: 8 }, (_, index) => site.api.post('/logbook', { text: `Note ${index}` })),
  );
  const { broken, sound } = checkEntries(
    UNCHECKED,
    await site.store.reads.sealedEntries({ after: 0, limit: 500 }),
    sha256,
  );
  expect(broken).toBeNull();
  expect(sound).toBeGreaterThan(8);
  await site.restart();
  const all = await site.store.reads.sealedEntries({ after: 0, limit: 500 });
  expect(checkEntries(UNCHECKED, all, sha256)).toMatchObject({ broken: null, sound: all.length });
});

async function latest(limit: number) {
  return (await site.store.reads.listLog({ limit })).map(({ entry }) => entry);
}
