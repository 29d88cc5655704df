import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
/** What the station is set to. */
let values: Map<string, string>;

beforeEach(async () => {
  site = await startSite();
  values = new Map([
    ['GetConfigurationMaxKeys', '50'],
    ['MeterValueSampleInterval', '60'],
    ['ConnectionTimeOut', '60'],
    ['MeterValuesSampledData', 'Energy.Active.Import.Register'],
    ['MeterValuesSampledDataMaxLength', '2'],
    ['AuthorizationKey', 'the-canary-key-1234'],
    ['WifiPassword', 'the-canary-wlan'],
    ['Vendor.Light', 'on'],
  ]);
  station = await site.station('A');
  obeys(station);
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const READ_ONLY = ['GetConfigurationMaxKeys', 'MeterValuesSampledDataMaxLength'];

test('a configuration is read as a whole and said in the words of the standard', async () => {
  expect((await configuration()).readAt).toBeNull();
  const read = await readAll();
  expect(read).toMatchObject({ whole: true, unknown: [], connected: true, template: null });
  expect(station.asked).toEqual([{ action: 'GetConfiguration', payload: {} }]);
  expect(entry(read, 'ConnectionTimeOut')).toMatchObject({
    value: '60',
    readOnly: false,
    standard: { profile: 'Core', type: 'number', unit: 's', least: 0, most: null },
  });
  expect(entry(read, 'GetConfigurationMaxKeys')).toMatchObject({ readOnly: true });
  expect(entry(read, 'Vendor.Light')).toMatchObject({ value: 'on', standard: null });
  await site.restart();
  expect((await configuration()).entries).toEqual(read.entries);
});

test('the rest of a long configuration is asked for in portions that the station takes', async () => {
  values.set('GetConfigurationMaxKeys', '5');
  station.answers('GetConfiguration', ({ key }) => {
    const asked = Array.isArray(key) ? key : [...values.keys()].slice(0, 5);
    expect(asked.length).toBeLessThanOrEqual(5);
    return answerFor(asked);
  });
  const read = await readAll();
  expect(read.whole).toBe(true);
  expect(entry(read, 'MeterValuesSampledDataMaxLength').value).toBe('2');
  expect(read.unknown).toContain('BlinkRepeat');
  expect(station.asked.length).toBeGreaterThan(5);
});

test('a station that breaks its long answer off is asked for one key at a time', async () => {
  // Grizzl-E sends so much of it and no more.
  station.answers('GetConfiguration', ({ key }) => {
    if (Array.isArray(key)) return answerFor(key);
    const begun = '{"key":"AuthorizationKey","readonly":false,"value":"the-canary-key-1234"},{"key":"Heart';
    station.socket.send(`[3,"${station.lastAskedId}",{"configurationKey":[${begun}`);
    return {};
  });
  const read = await readAll();
  const frames = await site.store.reads.journal({ limit: 500 });
  expect(JSON.stringify(frames)).not.toContain('canary');
  expect(read.whole).toBe(true);
  expect(entry(read, 'ConnectionTimeOut').value).toBe('60');
  const asked = station.asked.map(({ payload }) => payload.key).filter((key) => Array.isArray(key));
  expect(asked.every((keys) => keys.length === 1)).toBe(true);
  const { deviations } = (await site.api.get('/stations/A')).json;
  expect(deviations).toContainEqual({ kind: 'frame-unreadable', count: 1 });
});

test('a key is changed, read back, and remembered with who did it', async () => {
  await readAll();
  const change = await set('ConnectionTimeOut', '120');
  expect(change).toMatchObject({
    who: 'Mara Weber',
    key: 'ConnectionTimeOut',
    before: '60',
    wanted: '120',
    after: '120',
    answer: 'accepted',
  });
  expect(entry(await configuration(), 'ConnectionTimeOut').value).toBe('120');
  expect((await history()).items).toEqual([change]);
  const { items } = (await site.api.get('/logbook')).json;
  expect(items[0]).toMatchObject({
    kind: 'configuration-changed',
    facts: { key: 'ConnectionTimeOut', from: '60', to: '120', configurationAnswer: 'accepted' },
  });
});

test.each([
  ['RebootRequired', 'reboot-required', '60'],
  ['NotSupported', 'not-supported', null],
  ['Rejected', 'rejected', '60'],
])('%s is told apart from a yes', async (status, answer, after) => {
  await readAll();
  station.answers('ChangeConfiguration', () => ({ status }));
  expect(await set('ConnectionTimeOut', '90')).toMatchObject({ answer, after, wanted: '90' });
  expect(entry(await configuration(), 'ConnectionTimeOut').value).toBe('60');
});

const WRONG = [
  ['ConnectionTimeOut', 'soon', 'must be a whole number'],
  ['ConnectionTimeOut', '-1', 'must be at least 0'],
  ['LocalPreAuthorize', '1', 'must be true or false'],
  ['LightIntensity', '101', 'must be at most 100'],
  ['StopTxnSampledData', 'Voltage,,SoC', 'must be a list of words with commas between them'],
  ['MeterValuesSampledData', 'Voltage,SoC,Power.Offered', 'the station takes at most 2 words'],
  ['MeterValueSampleInterval', '10', 'this station does not bear intervals under 60 s'],
  ['GetConfigurationMaxKeys', '9', 'the station says that this key cannot be written'],
] as const;

test('a value that cannot be right is not sent, unless a person insists', async () => {
  await readAll();
  for (const [key, value, message] of WRONG) {
    const refused = await site.api.post('/stations/A/configuration/changes', { key, value });
    expect(refused.json).toMatchObject({
      status: 422,
      code: 'setting-looks-wrong',
      fields: [{ path: 'body/value', message }],
    });
  }
  expect(asked('ChangeConfiguration')).toEqual([]);
  expect((await history()).items).toEqual([]);
  station.answers('ChangeConfiguration', () => ({ status: 'Rejected' }));
  for (const [key, value] of WRONG) {
    const insisted = { key, value, anyway: true };
    expect((await site.api.post('/stations/A/configuration/changes', insisted)).json.answer).toBe('rejected');
  }
  expect(asked('ChangeConfiguration')).toEqual(WRONG.map(([key, value]) => ({ key, value })));
});

test('a maker’s own key takes any text', async () => {
  await readAll();
  expect(await set('Vendor.Light', 'off, mostly')).toMatchObject({
    answer: 'accepted',
    after: 'off, mostly',
  });
});

test('passwords are neither shown nor kept nor journalled, and the station’s own is changed elsewhere', async () => {
  const read = await readAll();
  for (const key of ['AuthorizationKey', 'WifiPassword'])
    expect(entry(read, key)).toMatchObject({ value: null, secret: true });
  expect(await set('WifiPassword', 'the-canary-new-one')).toMatchObject({
    before: null,
    wanted: null,
    after: null,
    secret: true,
    answer: 'accepted',
  });
  expect(values.get('WifiPassword')).toBe('the-canary-new-one');
  for (const key of ['AuthorizationKey', 'SecurityProfile']) {
    const refused = await site.api.post('/stations/A/configuration/changes', {
      key,
      value: '1',
      anyway: true,
    });
    expect(refused.json.code).toBe('key-set-elsewhere');
  }
  const frames = await site.store.reads.journal({ limit: 500 });
  const everything = JSON.stringify([
    frames,
    (await site.api.get('/logbook')).json,
    (await history()).items,
    await configuration(),
    await site.store.load(),
  ]);
  expect(everything).toContain('WifiPassword');
  expect(everything).not.toContain('canary');
});

test('a key that makes the station hang up is never asked for again', async () => {
  station.answers('GetConfiguration', ({ key }) => {
    if (!Array.isArray(key)) return { configurationKey: [] };
    if (key.includes('MeterValuesSampledData')) station.socket.terminate();
    return answerFor(key);
  });
  await site.api.post('/stations/A/configuration/read');
  const learnt = await eventually(async () => {
    const { switches } = (await site.api.get('/stations/A/behaviour')).json;
    return switches.find(({ name, from }: Named) => name === 'avoidedKeys' && from === 'learnt');
  });
  expect(learnt.value).toEqual(['MeterValuesSampledData']);
  await expect
    .poll(async () => (await site.api.get('/logbook')).json.items)
    .toContainEqual(
      expect.objectContaining({ kind: 'configuration-hurts', facts: { key: 'MeterValuesSampledData' } }),
    );
  station = await site.station('A');
  obeys(station);
  const read = await readAll();
  expect(read.whole).toBe(true);
  expect(asked('GetConfiguration').flatMap(({ key }) => key)).not.toContain('MeterValuesSampledData');
  expect(entry(read, 'ConnectionTimeOut').value).toBe('60');
});

test('nothing can be asked of a station that is away', async () => {
  await site.adopt('B');
  for (const path of ['/stations/B/configuration/read', '/stations/B/configuration/changes']) {
    const answer = await site.api.post(path, path.endsWith('read') ? {} : { key: 'X', value: '1' });
    expect(answer.json.code).toBe('station-not-connected');
  }
});

interface Named {
  readonly name: string;
  readonly from: string;
}

/** Lets a station answer from `values`. */
function obeys(one: TestStation): void {
  one.answers('GetConfiguration', ({ key }) => answerFor(Array.isArray(key) ? key : [...values.keys()]));
  one.answers('ChangeConfiguration', ({ key, value }) => {
    if (!values.has(String(key))) return { status: 'NotSupported' };
    values.set(String(key), String(value));
    return { status: 'Accepted' };
  });
}

function answerFor(keys: readonly string[]): object {
  const known = keys.filter((key) => values.has(key));
  return {
    configurationKey: known.map((key) => ({
      key,
      readonly: READ_ONLY.includes(key),
      value: values.get(key),
    })),
    unknownKey: keys.filter((key) => !values.has(key)),
  };
}

async function readAll() {
  const begun = await site.api.post('/stations/A/configuration/read');
  expect(begun.status).toBe(202);
  return eventually(async () => {
    const now = await configuration();
    return now.busy === null && now.readAt !== null && now;
  });
}

async function configuration() {
  return (await site.api.get('/stations/A/configuration')).json;
}

async function set(key: string, value: string) {
  const answer = await site.api.post('/stations/A/configuration/changes', { key, value });
  expect(answer.status).toBe(200);
  return answer.json;
}

async function history() {
  return (await site.api.get('/stations/A/configuration/changes')).json;
}

function asked(action: string): readonly Readonly<Record<string, unknown>>[] {
  return station.asked.filter((one) => one.action === action).map(({ payload }) => payload);
}

function entry({ entries }: { readonly entries: readonly { readonly key: string }[] }, wanted: string) {
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into as a foreign program would
  return entries.find(({ key }) => key === wanted) as any;
}
