import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';

const NOW = Date.parse('2026-11-24T11:00:00Z');
const FROM = '2026-12-01T00:00:00.000Z';

let site: TestSite;

beforeAll(async () => {
  site = await startSite({ startsAt: NOW });
});
afterAll(() => site.stop());

test('what is published, withdrawn and removed, and who pays by what, stands in the logbook: by whom, and what', async () => {
  const { id } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(490_000) })).json;
  await site.api.patch(`/tariffs/${id}`, { draft: flatTariff(520_000) });
  await site.api.post(`/tariffs/${id}/versions`, { from: FROM, note: 'dearer power' });
  await site.api.post(`/tariffs/${id}/versions/1/withdraw`, {});
  const { id: first } = (await site.api.post('/tariff-rules', { tariffId: id, target: { kind: 'default' } }))
    .json;
  const target = { kind: 'power-class', powerClass: 'DC' };
  const { id: second } = (await site.api.post('/tariff-rules', { tariffId: id, target, replaces: first }))
    .json;
  await site.api.delete(`/tariff-rules/${second}`);
  await site.api.delete(`/tariffs/${id}`);
  await site.api.post(`/tariffs/${id}/restore`, {});
  const book = (await site.store.reads.listLog({ limit: 9 })).map(({ entry }) => entry).toReversed();
  const tariff = 'Hof';
  const everybody = { tariff, target: 'default', name: '' };
  const fast = { tariff, target: 'power-class', name: 'DC' };
  // A draft is nobody's price: its saves are no matter for the book.
  expect(book.map(({ kind, facts }) => [kind, facts]).slice(-9)).toEqual([
    ['tariff-added', { tariff }],
    ['tariff-published', { tariff, version: 1, from: FROM }],
    ['tariff-withdrawn', { tariff, version: 1 }],
    ['tariff-rule-added', everybody],
    ['tariff-rule-ended', everybody],
    ['tariff-rule-added', fast],
    ['tariff-rule-ended', fast],
    ['tariff-removed', { tariff }],
    ['tariff-restored', { tariff }],
  ]);
  expect(new Set(book.map(({ actor }) => actor))).toEqual(new Set([OWNER.name]));
  // The record of a rule that takes the place of another stands with that one's.
  expect(book.map(({ changed }) => changed.length)).toEqual([1, 2, 2, 1, 2, 0, 1, 1, 1]);
});

test('a tariff that was removed can be read with all its versions, but not changed', async () => {
  const { id } = (await site.api.post('/tariffs', { name: 'Alt', draft: flatTariff(490_000) })).json;
  await site.api.post(`/tariffs/${id}/versions`, { from: FROM });
  await site.api.delete(`/tariffs/${id}`);
  expect((await site.api.get(`/tariffs/${id}`)).json).toMatchObject({
    name: 'Alt',
    state: 'removed',
    versions: [{ number: 1 }],
  });
  const { items } = (await site.api.get('/tariffs')).json;
  expect(items.map((one: { readonly id: number }) => one.id)).not.toContain(id);
  expect((await site.api.send('PATCH', `/api/v1/tariffs/${id}`, { body: { name: 'Neu' } })).status).toBe(404);
});
