import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let first: SettableStation;
let second: SettableStation;

beforeEach(async () => {
  site = await startSite();
  first = await settable('A');
  second = await settable('B');
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('a template takes over what can be written and is no secret, for stations of the same make', async () => {
  await read('A');
  const made = (
    await site.api.post('/configuration-templates', {
      name: 'Like A',
      vendor: 'V',
      model: 'M',
      fromStation: 'A',
    })
  ).json;
  expect(made.entries).toEqual([
    { key: 'ConnectionTimeOut', value: '60' },
    { key: 'MeterValuesSampledData', value: 'Voltage,SoC' },
    { key: 'Vendor.Light', value: 'on' },
  ]);
  await read('B');
  const compared = await comparison(made.id);
  expect(compared.map(({ stationId }) => stationId)).toEqual(['A', 'B']);
  // Blanks after commas and capitals make no difference.
  expect(differing(compared)).toEqual([]);
});

test('what differs is shown, sent key by key, and each answer stands beside its key', async () => {
  first.values.set('Vendor.Light', 'off');
  first.values.set('ConnectionTimeOut', '30');
  await read('A');
  first.refuses.add('Vendor.Light');
  const { id } = await template([
    ['ConnectionTimeOut', '120'],
    ['MeterValuesSampledData', 'Voltage, SoC'],
    ['Vendor.Light', 'on'],
    ['GetConfigurationMaxKeys', '9'],
    ['NoSuchKey', '1'],
  ]);
  const [before] = await comparison(id, 'A');
  expect(before?.differences.map(({ key, state }) => [key, state])).toEqual([
    ['ConnectionTimeOut', 'different'],
    ['MeterValuesSampledData', 'same'],
    ['Vendor.Light', 'different'],
    ['GetConfigurationMaxKeys', 'read-only'],
    ['NoSuchKey', 'unknown-key'],
  ]);
  first.station.asked.length = 0;
  await apply(id, ['A']);
  const sent = first.station.asked.filter(({ action }) => action === 'ChangeConfiguration');
  expect(sent.map(({ payload }) => payload.key)).toEqual(['ConnectionTimeOut', 'Vendor.Light']);
  const [after] = await comparison(id, 'A');
  expect(after).toMatchObject({ applied: true, running: false });
  expect(after?.differences).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ key: 'ConnectionTimeOut', state: 'same', lastAnswer: 'accepted' }),
      expect.objectContaining({ key: 'Vendor.Light', state: 'different', lastAnswer: 'rejected' }),
    ]),
  );
  const { items } = (await site.api.get('/stations/A/configuration/changes')).json;
  expect(items[0]).toMatchObject({ who: 'Mara Weber', template: { id, name: 'Usual' } });
});

test('a value that the standard or the station rules out is not sent, and why stands beside its key', async () => {
  await read('A');
  const { id } = await template([
    ['ConnectionTimeOut', 'soon'],
    ['Vendor.Light', 'off'],
  ]);
  await apply(id, ['A']);
  const sent = first.station.asked.filter(({ action }) => action === 'ChangeConfiguration');
  expect(sent.map(({ payload }) => payload.key)).toEqual(['Vendor.Light']);
  const [after] = await comparison(id, 'A');
  expect(after?.differences).toMatchObject([
    { key: 'ConnectionTimeOut', state: 'different', problem: 'not-a-number', lastAnswer: null },
    { key: 'Vendor.Light', state: 'same', problem: null, lastAnswer: 'accepted' },
  ]);
});

test('a station that was never read is read before anything is written', async () => {
  const { id } = await template([['ConnectionTimeOut', '60']]);
  await apply(id, ['A', 'B']);
  for (const { station } of [first, second])
    expect(station.asked.map(({ action }) => action)).toEqual(['GetConfiguration']);
});

test('what is changed after a template was applied is drift', async () => {
  const { id } = await template([['ConnectionTimeOut', '60']]);
  await apply(id, ['A']);
  expect((await site.api.get('/stations/A/configuration')).json.template).toEqual({
    id,
    name: 'Usual',
    drift: 0,
  });
  first.values.set('ConnectionTimeOut', '7');
  await read('A');
  expect((await site.api.get('/stations/A/configuration')).json.template.drift).toBe(1);
  expect((await site.api.get('/configuration-templates')).json.items).toEqual([
    expect.objectContaining({ id, applied: 1, drifted: 1 }),
  ]);
  await site.restart();
  expect((await site.api.get('/configuration-templates')).json.items[0].drifted).toBe(1);
});

test('stations that are away are left out, and the others get it', async () => {
  await second.station.hangUp();
  await eventually(async () => (await site.api.get('/stations/B')).json.online === false);
  const { id } = await template([['ConnectionTimeOut', '90']]);
  const answer = (await site.api.post(`/configuration-templates/${id}/apply`, { stationIds: ['A', 'B'] }))
    .json;
  expect(answer.items).toEqual([
    { stationId: 'A', outcome: 'started' },
    { stationId: 'B', outcome: 'not-connected' },
  ]);
  await eventually(async () => first.values.get('ConnectionTimeOut') === '90');
  await quiet('A');
});

test('a template neither holds passwords nor a key twice, and a removed one is gone', async () => {
  const refused = async (keys: readonly string[]) =>
    (
      await site.api.post('/configuration-templates', {
        name: 'X',
        entries: keys.map((key) => ({ key, value: '1' })),
      })
    ).json.code;
  expect(await refused(['AuthorizationKey'])).toBe('key-set-elsewhere');
  expect(await refused(['BlinkRepeat', 'blinkRepeat'])).toBe('invalid-request');
  const { id } = await template([['BlinkRepeat', '3']]);
  const changed = await site.api.patch(`/configuration-templates/${id}`, { name: 'Other', vendor: 'V' });
  expect(changed.json).toMatchObject({ name: 'Other', vendor: 'V', entries: [{ key: 'BlinkRepeat' }] });
  expect((await site.api.delete(`/configuration-templates/${id}`)).status).toBe(200);
  expect((await site.api.get('/configuration-templates')).json.items).toEqual([]);
  expect((await site.api.get(`/configuration-templates/${id}/comparison`)).status).toBe(404);
});

interface SettableStation {
  readonly station: TestStation;
  readonly values: Map<string, string>;
  /** Keys that it will not change. */
  readonly refuses: Set<string>;
}

interface Compared {
  readonly stationId: string;
  readonly differences: readonly { readonly key: string; readonly state: string }[];
}

async function settable(id: string): Promise<SettableStation> {
  const station = await site.station(id);
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const values = new Map([
    ['GetConfigurationMaxKeys', '50'],
    ['ConnectionTimeOut', '60'],
    ['MeterValuesSampledData', 'Voltage,SoC'],
    ['Vendor.Light', 'on'],
    ['WifiPassword', 'secret'],
    ['AuthorizationKey', 'secret'],
  ]);
  const refuses = new Set<string>();
  station.answers('GetConfiguration', ({ key }) => {
    const keys = Array.isArray(key) ? key : [...values.keys()];
    return {
      configurationKey: keys.flatMap((one) =>
        values.has(one)
          ? [{ key: one, readonly: one === 'GetConfigurationMaxKeys', value: values.get(one) }]
          : [],
      ),
      unknownKey: keys.filter((one) => !values.has(one)),
    };
  });
  station.answers('ChangeConfiguration', ({ key, value }) => {
    if (refuses.has(String(key))) return { status: 'Rejected' };
    values.set(String(key), String(value));
    return { status: 'Accepted' };
  });
  return { station, values, refuses };
}

async function template(entries: readonly (readonly [string, string])[]) {
  const body = { name: 'Usual', entries: entries.map(([key, value]) => ({ key, value })) };
  return (await site.api.post('/configuration-templates', body)).json;
}

async function comparison(id: number, station?: string): Promise<readonly Compared[]> {
  const query = station === undefined ? '' : `?stationId=${station}`;
  return (await site.api.get(`/configuration-templates/${id}/comparison${query}`)).json.items;
}

function differing(compared: readonly Compared[]): readonly string[] {
  return compared.flatMap(({ differences }) =>
    differences.filter(({ state }) => state !== 'same').map(({ key }) => key),
  );
}

async function read(id: string): Promise<void> {
  await site.api.post(`/stations/${id}/configuration/read`);
  await quiet(id);
}

async function apply(id: number, stationIds: readonly string[]): Promise<void> {
  expect((await site.api.post(`/configuration-templates/${id}/apply`, { stationIds })).status).toBe(202);
  for (const station of stationIds) await quiet(station);
}

async function quiet(id: string): Promise<void> {
  await eventually(async () => {
    const { busy, readAt } = (await site.api.get(`/stations/${id}/configuration`)).json;
    return busy === null && readAt !== null;
  });
}
