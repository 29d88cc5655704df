import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connection } from '#store/sqlite/connection.ts';
import { connectSqlite } from '#store/sqlite/driver.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { checkLogbook } from './check-logbook.ts';

let site: TestSite;
let thief: Connection;
let last: number;
let head: string | null;

beforeAll(async () => {
  site = await startSite();
  for (let card = 1; card <= 15; card += 1)
    await site.api.post('/cards', { uid: `CARD${card}`, holder: `Holder ${card}` });
  // With another program, and with what keeps this one from changing entries out of the way.
  thief = await connectSqlite(join(site.folder, 'data', 'ladehaus.db'), 'read-write');
  const [latest] = await site.store.reads.listLog({ limit: 1 });
  last = latest?.id ?? 0;
  head = latest?.hash ?? null;
});
afterAll(async () => {
  await thief.close();
  await site.stop();
});

test('the database itself lets nobody change or take away an entry', async () => {
  await expect(thief.run("UPDATE log_entry SET actor = 'nobody'")).rejects.toThrow('only added to');
  await expect(thief.run('DELETE FROM log_entry')).rejects.toThrow('only added to');
  expect((await site.api.post('/logbook-check')).json.broken).toBeNull();
});

test('every edit, removal, swap and cut is found, and the first bad entry is named', async () => {
  await thief.exec('DROP TRIGGER log_entry_never_changes; DROP TRIGGER log_entry_never_goes;');
  await thief.exec('CREATE TABLE kept AS SELECT * FROM log_entry');
  for (let id = 1; id <= last; id += 1) {
    for (const [column, forged] of EDITS)
      expect(await afterwards(`UPDATE log_entry SET ${column} = ${forged} WHERE id = ${id}`)).toEqual({
        id,
        kind: 'altered',
      });
    expect(await afterwards(`DELETE FROM log_entry WHERE id = ${id}`)).toEqual(
      id === last ? { id, kind: 'cut-off' } : { id: id + 1, kind: id === 1 ? 'altered' : 'gap' },
    );
    expect(await afterwards(`DELETE FROM log_entry WHERE id >= ${id}`)).toEqual({
      id,
      kind: 'cut-off',
    });
    if (id < last)
      expect(
        await afterwards(`UPDATE log_entry SET id = -id WHERE id IN (${id}, ${id + 1});
          UPDATE log_entry SET id = ${2 * id + 1} + id WHERE id < 0`),
      ).toMatchObject({ id });
    expect(await afterwards(`UPDATE log_entry SET hash = NULL WHERE id >= ${id}`)).not.toBeNull();
  }
  expect((await site.api.post('/logbook-check')).json.broken).toBeNull();
}, 120_000);

test('what was cut off while the program was not running is missed, and said again after every start', async () => {
  const file = join(site.folder, 'data', 'keys', 'logbook-head.json');
  await site.restart();
  await eventually(async () => (await found()).checkedAt !== null);
  expect((await found()).broken).toBeNull();
  await site.server.stop();
  const { id } = JSON.parse(readFileSync(file, 'utf8'));
  await thief.exec(`DELETE FROM log_entry WHERE id > ${id - 2}`);
  for (let start = 0; start < 2; start += 1) {
    await site.restart();
    await eventually(async () => (await found()).broken !== null);
    expect((await found()).broken?.entryId).toBeLessThanOrEqual(id);
    const alarm = await eventually(
      async () => (await site.store.reads.listLog({ kinds: ['logbook-broken'], limit: 5 }))[0],
    );
    expect(alarm.entry.level).toBe('fault');
    const { attention } = (await site.api.get('/overview')).json;
    expect(attention[0]).toMatchObject({ kind: 'logbook' });
  }
  // Somebody who changes the file as well is not found out: that is what it can prove, and no more.
  await site.server.stop();
  const { hash, id: end } = (await thief.get('SELECT id, hash FROM log_entry ORDER BY id DESC LIMIT 1')) as {
    id: number;
    hash: string;
  };
  writeFileSync(file, JSON.stringify({ id: end, hash }));
  await site.restart();
  await eventually(async () => (await found()).checkedAt !== null);
  expect((await found()).broken).toBeNull();
}, 120_000);

const EDITS = [
  ['at', 'at + 1'],
  ['kind', "'note'||kind"],
  ['level', "'x'"],
  ['tenant_id', '77'],
  ['station_id', "'OTHER'"],
  ['connector_id', '9'],
  ['session_id', '999'],
  ['actor', "'Somebody else'"],
  ['facts_json', `'{"text":"never said"}'`],
  ['changed_json', "changed_json || ' '"],
  ['hash', "'00' || hash"],
] as const;

/** What is found after tampering; then all is put back. */
async function afterwards(sql: string) {
  await thief.exec(sql);
  const { broken } = await checkLogbook(site.store.reads, { head, kept: null });
  await thief.exec('DELETE FROM log_entry; INSERT INTO log_entry SELECT * FROM kept');
  return broken;
}

async function found() {
  return (await site.api.get('/logbook-check')).json;
}
