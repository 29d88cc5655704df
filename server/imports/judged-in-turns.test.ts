import { afterAll, beforeAll, expect, test } from 'vitest';
import { dryRunOf, runOf, uploadList } from '../testing/import-file.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const WISH = { mapping: { uid: 0, label: 1 }, limit: 1 };
const ROWS = 2_500;
/** A quick machine judges fewer before it has answered once. */
const MORE_ROWS = 6 * ROWS;

/** A long list whose first row, judged long before the others, is about one card. */
function longList(first: string, rows = ROWS): string {
  const lines = Array.from({ length: rows }, (_, at) => `${uidLike(first, at)};new ${at}`);
  return `uid;label\n${first};from the file\n${lines.join('\n')}\n`;
}

function uidLike(first: string, at: number): string {
  return `${first.slice(0, 6)}${at.toString(16).toUpperCase().padStart(8, '0')}`;
}

test('a station is answered while a long list is judged', async () => {
  const station = await site.station('HOF-1');
  const draft = await uploadList(site.api, 'cards', longList('04A2B8C1D2E380', MORE_ROWS));
  let isJudged = false;
  const judging = dryRunOf(site.api, draft, WISH).finally(() => {
    isJudged = true;
  });
  let answered = 0;
  while (!isJudged) {
    await station.ok('Heartbeat', {});
    if (!isJudged) answered += 1;
  }
  expect((await judging).counts).toMatchObject({ new: MORE_ROWS + 1 });
  expect(answered).toBeGreaterThan(3);
});

test('what somebody changes while an import is judged is not overwritten by it', async () => {
  const uid = '04B2B8C1D2E380';
  const { id } = (await site.api.post('/cards', { uid, label: 'old' })).json;
  const draft = await uploadList(site.api, 'cards', longList(uid));
  expect((await dryRunOf(site.api, draft, WISH)).counts).toMatchObject({ changed: 1 });
  const running = runOf(site.api, draft, { mapping: WISH.mapping });
  await site.api.patch(`/cards/${id}`, { label: 'by hand' });
  const { counts } = await running;
  expect(counts.new).toBe(ROWS);
  expect((await site.api.get(`/cards/${id}`)).json.label).toBe('by hand');
});

test('a dry run during which the site changes shows one state of it, and the next one the new state', async () => {
  const uid = '04C2B8C1D2E380';
  const { id } = (await site.api.post('/cards', { uid, label: 'old' })).json;
  const draft = await uploadList(site.api, 'cards', longList(uid));
  const judging = dryRunOf(site.api, draft, WISH);
  await site.api.patch(`/cards/${id}`, { label: 'from the file' });
  const { counts } = await judging;
  expect(counts.changed + counts.unchanged).toBe(1);
  expect((await dryRunOf(site.api, draft, WISH)).counts).toMatchObject({ changed: 0, unchanged: 1 });
});

test.each([1, 2, 3])(
  'a station moved during an undo, with request %i after it, never hangs on what was taken back',
  async (turns) => {
    const station = `HOF-2${turns}`;
    await site.adopt(station);
    const tenant = `Solar ${turns}`;
    const lines = Array.from({ length: ROWS }, (_, at) => `Driver ${turns}-${at};${tenant}`);
    const draft = await uploadList(site.api, 'drivers', `name;tenant\n${lines.join('\n')}\n`);
    const wish = { mapping: { name: 0, tenant: 1 }, options: { createTenants: true } };
    const { id } = await runOf(site.api, draft, wish);
    const named = async () =>
      (await site.api.get('/tenants')).json.items.find(({ name }: { name: string }) => name === tenant);
    const tenantId = (await named()).id;
    const undoing = site.api.post(`/imports/${id}/undo`);
    for (let turn = 1; turn < turns; turn += 1) await site.api.get(`/stations/${station}`);
    const { status } = await site.api.patch(`/stations/${station}`, { tenantId });
    expect((await undoing).status).toBe(200);
    expect((await named()) !== undefined).toBe(status === 200);
  },
);

test('what changes between a dry run and the next, which nobody has seen yet, is not overwritten', async () => {
  const uid = '04D2B8C1D2E380';
  const { id } = (await site.api.post('/cards', { uid, label: 'old' })).json;
  const draft = await uploadList(site.api, 'cards', longList(uid, MORE_ROWS));
  expect((await dryRunOf(site.api, draft, WISH)).counts).toMatchObject({ changed: 1 });
  await site.api.patch(`/cards/${id}`, { label: 'by hand' });
  const unseen = dryRunOf(site.api, draft, WISH);
  await site.api.get(`/cards/${id}`);
  expect((await runOf(site.api, draft, { mapping: WISH.mapping })).counts.new).toBe(MORE_ROWS);
  await unseen;
  expect((await site.api.get(`/cards/${id}`)).json.label).toBe('by hand');
});

test('a dry run of another wish that ends later does not make what was seen unseen', async () => {
  const uid = '04E2B8C1D2E380';
  const { id } = (await site.api.post('/cards', { uid, label: 'old' })).json;
  const draft = await uploadList(site.api, 'cards', longList(uid));
  const seen = await dryRunOf(site.api, draft, WISH);
  expect(seen.counts).toMatchObject({ changed: 1 });
  await dryRunOf(site.api, draft, { ...WISH, skips: [3] });
  await site.api.patch(`/cards/${id}`, { label: 'by hand' });
  expect((await runOf(site.api, draft, { mapping: WISH.mapping })).counts.new).toBe(ROWS);
  expect((await site.api.get(`/cards/${id}`)).json.label).toBe('by hand');
});
