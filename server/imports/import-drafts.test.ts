import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import { runOf, uploadList } from '../testing/import-file.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { createDraftShelf } from './draft-shelf.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const LIST = 'uid;label\n04A2B8C1;x\n';

test('of everybody the latest two files are kept, and whoever has lost one is told why', async () => {
  const grants = [{ tenantId: 1, role: 'manager' }];
  const { client } = await signedInPerson(site, { name: 'Fuhrpark', grants });
  const other = await uploadList(client, 'cards', LIST);
  const own: string[] = [];
  for (let file = 0; file < 3; file += 1) own.push(await uploadList(site.api, 'cards', LIST));
  const answers = await Promise.all(own.map((id) => site.api.get(`/import-drafts/${id}`)));
  expect(answers.map(({ status }) => status)).toEqual([410, 200, 200]);
  expect(answers[0]?.json.code).toBe('import-draft-replaced');
  expect((await client.get(`/import-drafts/${other}`)).status).toBe(200);
  // Nobody learns anything of another's file.
  expect((await client.get(`/import-drafts/${own[0]}`)).json.code).toBe('import-draft-gone');
});

test('a file that has been imported makes room before one that waits', async () => {
  const [waits, done] = [
    await uploadList(site.api, 'cards', LIST),
    await uploadList(site.api, 'cards', 'uid;label\n04A2B8C7;y\n'),
  ];
  await runOf(site.api, done, { mapping: { uid: 0, label: 1 } });
  await uploadList(site.api, 'cards', LIST);
  expect((await site.api.get(`/import-drafts/${waits}`)).status).toBe(200);
});

test('where all files together are too large the oldest goes, whoever has uploaded it', () => {
  const shelf = createDraftShelf(site.clock, 1_000);
  const put = (owner: string) => {
    const content = { kind: 'cards', fileName: owner, tenantId: ROOT_TENANT, mapping: {} } as const;
    const draft = shelf.put({ ...content, file: READ, remembered: false }, owner);
    return () => shelf.of(draft.id, owner);
  };
  const [first, second, third] = [put('Ada'), put('Ben'), put('Cem')];
  expect(first()).toBe('no-room');
  expect([second(), third()]).toMatchObject([{ fileName: 'Ben' }, { fileName: 'Cem' }]);
});

const READ = {
  sheet: { headers: [], headerLine: null, rows: [], brokenLines: [], typed: false },
  encoding: 'UTF-8',
  delimiter: ';',
  bytes: 400,
} as const;
