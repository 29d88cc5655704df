import { afterAll, beforeAll, expect, test } from 'vitest';
import { dryRunOf, runOf, uploadList } from '../testing/import-file.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
  await site.api.post('/vehicles', { plate: 'S-AB 1', vid: 'VID:0011AABBCC01' });
  await site.api.post('/cards', { uid: '0011AABBCC02' });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const VEHICLES = { mapping: { plate: 0, vid: 1 } };

async function problemsOf(text: string, by = site.api) {
  const { items } = await dryRunOf(by, await uploadList(by, 'vehicles', text), VEHICLES);
  return items.map(({ problems }: { problems: { kind: string; field: string; about: string }[] }) =>
    problems.map(({ kind, field, about }) => `${field} ${kind} ${about}`),
  );
}

test.each([
  ['another vehicle', '00:11:AA:BB:CC:01', 'S-AB 1'],
  ['a card', '00-11-AA-BB-CC-02', '0011AABBCC02'],
])(
  'a number that %s has already is caught in the dry run, as by the form for one vehicle',
  async (_, vid, about) => {
    expect(await problemsOf(`Plate;Vehicle ID\nS-NEW 1;${vid}\n`)).toEqual([[`vid number-taken ${about}`]]);
    const byForm = await site.api.post('/vehicles', { plate: 'S-NEW 1', vid });
    expect(byForm.json.code).toBe('vid-exists');
  },
);

test('of two vehicles of a file with one number only the first is taken', async () => {
  const text = 'Plate;Vehicle ID\nS-NEW 2;0011AABBCC07\nS-NEW 3;VID:0011aabbcc07\n';
  expect(await problemsOf(text)).toEqual([[], ['vid number-taken S-NEW 2']]);
});

test('a vehicle that keeps its number, or gives it to another in the same file, is in nobody’s way', async () => {
  await site.api.post('/vehicles', { plate: 'S-AB 8', vid: 'VID:0011AABBCC08' });
  expect(await problemsOf('Plate;Vehicle ID\nS-AB 8;0011AABBCC08\n')).toEqual([[]]);
  const text = 'Plate;Vehicle ID\nS-AB 8;0011AABBCC18\nS-AB 9;0011AABBCC08\n';
  expect(await problemsOf(text)).toEqual([[], []]);
});

test('a card cannot come in with the number of a vehicle', async () => {
  const draft = await uploadList(site.api, 'cards', 'uid;label\n0011AABBCC01;x\n');
  const { items } = await dryRunOf(site.api, draft, { mapping: { uid: 0, label: 1 } });
  const taken = expect.objectContaining({ kind: 'number-taken', field: 'uid', about: 'S-AB 1' });
  expect(items[0].problems).toContainEqual(taken);
});

test('whoever may not see what has the number is not told what it is', async () => {
  const { id } = (await site.api.post('/tenants', { parentId: 1, name: 'Hof', kind: 'site' })).json;
  const grants = [{ tenantId: id, role: 'manager' }];
  const { client } = await signedInPerson(site, { name: 'Hofleitung', grants });
  expect(await problemsOf('Plate;Vehicle ID\nS-NEW 4;0011AABBCC01\n', client)).toEqual([
    ['vid number-taken-elsewhere null'],
  ]);
});

test('an old number that somebody else has by now does not come back by an undo', async () => {
  const { id } = (await site.api.post('/vehicles', { plate: 'S-AB 20', vid: 'VID:0011AABBCC20' })).json;
  const text = 'Plate;Vehicle ID\nS-AB 20;0011AABBCC21\n';
  const done = await runOf(site.api, await uploadList(site.api, 'vehicles', text), VEHICLES);
  await site.api.post('/vehicles', { plate: 'S-AB 22', vid: 'VID:0011AABBCC20' });
  const undone = (await site.api.post(`/imports/${done.id}/undo`)).json;
  expect(undone.kept).toMatchObject([{ name: 'S-AB 20', why: 'needed' }]);
  expect((await site.api.get(`/vehicles/${id}`)).json.vid).toBe('VID:0011AABBCC21');
});
