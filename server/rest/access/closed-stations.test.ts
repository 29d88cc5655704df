import { expect, test } from 'vitest';
import { startSite } from '../../testing/start-site.ts';

test('a station counts as closed once a rule in force is about it, however many there are', async () => {
  const site = await startSite();
  await site.adopt('LP-01');
  await site.adopt('LP-02');
  await site.adopt('LP-03');
  const closed = async () => (await site.api.get('/access-rules')).json.closedStations;
  const rule = (name: string, more: object) =>
    site.api.post('/access-rules', { name, who: { kind: 'everybody' }, ...more });
  const at = (...stationIds: readonly string[]) => ({ groupIds: [], powerClasses: [], stationIds });
  expect(await closed()).toBe(0);

  await rule('Not yet', { where: at('LP-03'), from: '2100-01-01T00:00:00Z' });
  expect(await closed()).toBe(0);
  await rule('One', { where: at('LP-01') });
  await rule('One again, and another', { where: at('LP-01', 'LP-02') });
  expect(await closed()).toBe(2);

  const { id } = (await rule('All', {})).json;
  expect(await closed()).toBe(3);
  await site.api.delete(`/access-rules/${id}`);
  expect(await closed()).toBe(2);
  await site.stop();
});
