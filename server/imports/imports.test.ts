import { afterAll, beforeAll, expect, test } from 'vitest';
import { CSV_TYPE } from '#api/imports.ts';
import { dryRunOf, runOf, uploadList } from '../testing/import-file.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const MAPPING = { uid: 0, driver: 1, plate: 2, groups: 3 };

const upload = (text: string, kind = 'cards', by = site.api) => uploadList(by, kind, text);
const dryRun = (draft: string, wish: object) => dryRunOf(site.api, draft, wish);
const run = (draft: string, wish: object) => runOf(site.api, draft, wish);

const cards = async () => (await site.api.get('/cards')).json.items as { uid: string; holder: string }[];

test('cards come in with their drivers and vehicles, once however often the file does', async () => {
  const text = 'UID;Fahrer;Kennzeichen;Gruppe\n04A2B8C1;Ada Lovelace;S-AB 123E;\n04A2B8C2;Ada Lovelace;;\n';
  const first = await run(await upload(text), { mapping: MAPPING });
  expect(first.counts).toEqual({ new: 2, changed: 0, unchanged: 0, error: 0, skipped: 0 });
  const again = await run(await upload(text), { mapping: MAPPING });
  expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 2, error: 0, skipped: 0 });
  expect((await cards()).map(({ uid }) => uid).toSorted()).toEqual(['04A2B8C1', '04A2B8C2']);
  await site.restart();
  const third = await run(await upload(text), { mapping: MAPPING });
  expect(third.counts.unchanged).toBe(2);
});

test('another car of the same driver comes instead of the old one, and the driver stays', async () => {
  const text = (plate: string) => `UID;Fahrer;Kennzeichen\n04A2B8E1;Eva Wechsel;${plate}\n`;
  const mapping = { uid: 0, driver: 1, plate: 2 };
  await run(await upload(text('S-AB 1')), { mapping });
  await run(await upload(text('S-AB 2')), { mapping });
  const { id } = (await site.api.get('/cards?search=04A2B8E1')).json.items[0];
  const { assignments } = (await site.api.get(`/cards/${id}`)).json;
  const open = assignments.filter(({ to }: { to: string | null }) => to === null);
  expect(open).toMatchObject([{ driver: { name: 'Eva Wechsel' }, vehicle: { plate: 'S-AB 2' } }]);
});

test('a technician changes stations by an import, and not who may charge at them', async () => {
  const group = (await site.api.post('/groups', { of: 'stations', name: 'Vorstand' })).json;
  await site.api.post('/stations', { id: 'TIEF-1', groupIds: [group.id] });
  const grants = [{ tenantId: 1, role: 'technician' }];
  const { client } = await signedInPerson(site, { name: 'Technik', grants });
  const draft = await upload('Identity;Gruppe\nTIEF-1;\n', 'stations', client);
  const wish = { mapping: { identity: 0, groups: 1 }, options: { emptyClears: true } };
  const { json } = await client.post(`/import-drafts/${draft}/dry-run`, wish);
  expect(json.items[0].problems).toMatchObject([{ kind: 'out-of-reach' }]);
  expect(json.counts).toMatchObject({ error: 1 });
});

test('what is damaged waits in the dry run, is fixed in place, and comes in', async () => {
  const draft = await upload('UID;Fahrer;;Gruppe\n4A2B8D1;Ben;;\n1,2E+45;Cem;;\n04A2B8D3;MÃ¼ller;;Pool\n');
  const before = await dryRun(draft, { mapping: { uid: 0, driver: 1, groups: 3 } });
  expect(before.counts).toMatchObject({ new: 0, error: 3 });
  const kinds = before.items.map((row: { problems: { kind: string; suggestion: string }[] }) =>
    row.problems.map(({ kind, suggestion }) => `${kind} ${suggestion}`),
  );
  expect(kinds).toEqual([
    ['zero-lost 04A2B8D1'],
    ['scientific null'],
    ['wrong-encoding Müller', 'unknown-group null'],
  ]);
  const wish = {
    mapping: { uid: 0, driver: 1, groups: 3 },
    fixes: { 2: { uid: '04A2B8D1' }, 4: { driver: 'Müller' } },
    skips: [3],
    options: { createGroups: true },
  };
  expect((await dryRun(draft, wish)).counts).toMatchObject({ new: 2, error: 0, skipped: 1 });
  expect((await run(draft, wish)).counts).toMatchObject({ new: 2, skipped: 1 });
  // A request that is sent once more after a lost answer does nothing twice.
  expect((await run(draft, wish)).counts).toMatchObject({ new: 2, skipped: 1 });
});

test('what somebody has changed since the dry run is not overwritten', async () => {
  const wish = { mapping: { uid: 0, label: 1 } };
  await site.api.post('/cards', { uid: '04FFEE01', holder: 'Eva', label: 'old' });
  const card = (await site.api.get('/cards')).json.items.find(
    ({ uid }: { uid: string }) => uid === '04FFEE01',
  );
  const draft = await upload('UID;Bezeichnung\n04FFEE01;from the file\n04FFEE02;also new\n');
  expect((await dryRun(draft, wish)).counts).toMatchObject({ changed: 1, new: 1 });
  await site.api.patch(`/cards/${card.id}`, { label: 'by hand' });
  const done = await run(draft, wish);
  expect(done.counts).toMatchObject({ changed: 0, new: 1, error: 1 });
  const left = await site.api.get(`/imports/${done.id}/left-rows`);
  expect(left.text).toContain('2;Seit der Prüfung hat es jemand geändert. Prüfen Sie noch einmal.;04FFEE01');
});

test('a second look at the same file sees what has changed at the site meanwhile', async () => {
  const wish = { mapping: { uid: 0, label: 1 } };
  const { id } = (await site.api.post('/cards', { uid: '04FFEE11', label: 'old' })).json;
  const draft = await upload('UID;Bezeichnung\n04FFEE11;from the file\n');
  expect((await dryRun(draft, wish)).counts).toMatchObject({ changed: 1 });
  expect((await dryRun(draft, wish)).counts).toMatchObject({ changed: 1 });
  await site.api.patch(`/cards/${id}`, { label: 'from the file' });
  expect((await dryRun(draft, wish)).counts).toMatchObject({ changed: 0, unchanged: 1 });
});

test('an import is undone as far as nobody has touched its rows', async () => {
  const draft = await upload('UID;Inhaber\n04FF0001;Fay\n04FF0002;Gus\n');
  const done = await run(draft, { mapping: { uid: 0, holder: 1 } });
  const all = (await site.api.get('/cards')).json.items;
  const gus = all.find(({ uid }: { uid: string }) => uid === '04FF0002');
  await site.api.patch(`/cards/${gus.id}`, { holder: 'Gustav' });
  const undone = (await site.api.post(`/imports/${done.id}/undo`)).json;
  expect(undone).toMatchObject({
    undone: 1,
    kept: [{ number: 3, of: 'card', name: '04FF0002', why: 'changed' }],
    import: { undo: 'undone', undone: { by: 'Mara Weber' } },
  });
  const left = (await cards()).map(({ uid }) => uid);
  expect(left).toContain('04FF0002');
  expect(left).not.toContain('04FF0001');
  expect((await site.api.post(`/imports/${done.id}/undo`)).json.code).toBe('import-undone');
  const log = (await site.api.get('/logbook?limit=5')).json.items;
  expect(log[0]).toMatchObject({ kind: 'import-undone', actor: 'Mara Weber', facts: { back: 1, kept: 1 } });
});

test('columns are mapped as they were the last time for a list with such a header', async () => {
  const text = 'A1x;B1x\n04AA0001;Ida\n';
  await run(await upload(text), { mapping: { uid: 0, label: 1 } });
  const sent = { text: text.replace('0001', '0002'), headers: { 'content-type': CSV_TYPE } };
  const { json } = await site.api.send('POST', '/api/v1/imports/cards/drafts', sent);
  expect(json).toMatchObject({ remembered: true, mapping: { uid: 0, label: 1 } });
});

test('stations are registered before they have ever come', async () => {
  const text = 'Kennung;Seriennummer;Ort;Leistungsklasse;Max. Leistung kW\nHOF 7;SN-0007;P2;DC;50\n';
  const draft = await upload(text, 'stations');
  const { mapping } = (await site.api.get(`/import-drafts/${draft}`)).json;
  expect(mapping).toEqual({ identity: 0, serialNumber: 1, location: 2, powerClass: 3, maxPower: 4 });
  await run(draft, { mapping });
  const station = (await site.api.get('/stations/HOF%207')).json;
  expect(station).toMatchObject({ serialNumber: 'SN-0007', maxPowerW: 50_000, registration: 'accepted' });
  const line = await site.station('HOF 7');
  await line.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
});

test.each([
  ['text/plain', 'uid\n1\n', 'unsupported-media-type'],
  ['application/json', '{}', 'unsupported-media-type'],
  [CSV_TYPE, '', 'file-empty'],
  [CSV_TYPE, `uid\n${'04A2B8C1\n'.repeat(600_000)}`, 'payload-too-large'],
])('an upload of %s that is none is refused', async (type, text, code) => {
  const sent = { text, headers: { 'content-type': type } };
  expect((await site.api.send('POST', '/api/v1/imports/cards/drafts', sent)).json.code).toBe(code);
});

// Last: everybody is signed out by then.
test('an import can be undone for 30 days', async () => {
  const done = await run(await upload('UID;Inhaber\n04FF1001;Hal\n'), { mapping: { uid: 0, holder: 1 } });
  site.clock.advance(30 * 86_400_000 + 1_000);
  await site.api.post('/sign-in', OWNER);
  expect((await site.api.get('/imports?limit=1')).json.items[0]).toMatchObject({
    id: done.id,
    undo: 'too-old',
  });
});
