import { afterAll, beforeAll, expect, test } from 'vitest';
import { CSV_TYPE, XLSX_TYPE } from '#api/imports.ts';
import { dryRunOf } from '../testing/import-file.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test.each([
  ['drivers', 'csv', 'de'],
  ['cards', 'xlsx', 'de'],
  ['cards', 'csv', 'en'],
  ['vehicles', 'csv', 'de'],
  ['vehicles', 'xlsx', 'en'],
  ['stations', 'xlsx', 'de'],
  ['stations', 'csv', 'en'],
])('the example of %s as %s in %s comes in as it is', async (kind, format, language) => {
  const file = await ask(`/imports/${kind}/example?format=${format}&language=${language}`);
  expect(file.headers.get('content-disposition')).toMatch(new RegExp(`ladehaus-${kind}-.+\\.${format}"$`));
  const draft = await ask(`/imports/${kind}/drafts`, {
    method: 'POST',
    body: await file.arrayBuffer(),
    headers: { 'content-type': format === 'csv' ? CSV_TYPE : XLSX_TYPE },
  });
  const { id, mapping, columns } = (await draft.json()) as {
    readonly id: string;
    readonly mapping: object;
    readonly columns: readonly unknown[];
  };
  expect(Object.keys(mapping)).toHaveLength(columns.length);
  const { counts, items } = await dryRunOf(site.api, id, { mapping });
  expect(counts).toMatchObject({ new: 2, error: 0 });
  expect(items.flatMap(({ problems }: { problems: readonly unknown[] }) => problems)).toEqual([]);
});

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...site.api.cookies].map((pair) => pair.join('=')).join('; ');
  return fetch(`${site.server.uiUrl}api/v1${path}`, { ...init, headers: { ...init.headers, cookie } });
}
