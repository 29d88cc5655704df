import { get as httpGet, type IncomingMessage } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { TraceLine } from '#api/trace.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
const streams: IncomingMessage[] = [];

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.destroy();
  await site.stop();
});

const READY = { connectorId: 1, errorCode: 'NoError', status: 'Available' };

test('question and answer stand on one line, in both directions, with their time', async () => {
  site = await startSite();
  const station = await site.station('A');
  const lines = await follow('');
  await station.ok('StatusNotification', READY);
  await site.api.post('/stations/A/messages', {
    action: 'TriggerMessage',
    payload: { requestedMessage: 'Heartbeat' },
  });
  await station.call('Heartbeat', { surprise: true }, 'odd-1');
  station.socket.send('no JSON');
  const seen = await eventually(async () => {
    const all = [...lines.values()];
    return all.length === 4 && all.every(({ outcome }) => outcome !== 'open') && all;
  });
  expect(seen).toMatchObject([
    { direction: 'in', action: 'StatusNotification', outcome: 'answered', stationId: 'A' },
    { direction: 'out', action: 'TriggerMessage', outcome: 'answered', latencyMs: expect.any(Number) },
    { direction: 'in', action: 'Heartbeat', outcome: 'answered' },
    { direction: 'in', action: null, outcome: 'unreadable', request: 'no JSON', answer: null },
  ]);
  expect(JSON.parse(seen[0]?.answer ?? '')).toEqual([3, 'm-1', {}]);
  expect(seen[0]?.latencyMs).toBeGreaterThanOrEqual(0);
});

test('who follows one station hears nothing of another, and nobody who follows costs nothing', async () => {
  site = await startSite();
  const [a, b] = [await site.station('A'), await site.station('B')];
  const lines = await follow('?stationId=B');
  await a.ok('Heartbeat', {});
  await b.ok('Heartbeat', {});
  await eventually(async () => lines.size > 0);
  expect([...lines.values()].map(({ stationId }) => stationId)).toEqual(['B']);
});

test('the journal gives the same lines page by page, and no question twice', async () => {
  site = await startSite();
  const station = await site.station('A');
  for (let round = 0; round < 6; round += 1) {
    await station.ok('Heartbeat', {});
    await site.api.post('/stations/A/messages', { action: 'GetLocalListVersion', payload: {} });
  }
  for (const limit of [1, 2, 3, 5, 500]) {
    const all: TraceLine[] = [];
    let cursor: string | null = null;
    do {
      const page = await site.api.get(
        `/trace?stationId=A&limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      all.push(...page.json.items);
      cursor = page.json.next;
    } while (cursor !== null);
    expect(
      all.map(({ action }) => action),
      `pages of ${limit}`,
    ).toEqual(
      Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 'GetLocalListVersion' : 'Heartbeat')),
    );
    expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(['answered']));
    expect(all[0]?.latencyMs).toBeGreaterThanOrEqual(0);
  }
  expect((await site.api.get('/trace?cursor=nonsense')).json.code).toBe('invalid-cursor');
});

test('the file for a maker holds no card, no key and no name', async () => {
  site = await startSite();
  await site.api.post('/cards', { uid: '04A2B81C5E7280', holder: 'Anna Becker' });
  const station = await site.station('A');
  station.answers('GetConfiguration', () => ({
    configurationKey: [
      { key: 'AuthorizationKey', readonly: false, value: '4f70656e536573616d65' },
      { key: 'WifiPassword', readonly: false, value: 'sesame-open' },
      { key: 'MeterValueSampleInterval', readonly: false, value: '60' },
    ],
  }));
  await station.ok('BootNotification', {
    chargePointVendor: 'Vendor',
    chargePointModel: 'Model',
    iccid: '8949020000012345678',
  });
  await station.ok('Authorize', { idTag: '04a2b81c5e7280' });
  await station.ok('Authorize', { idTag: 'STRANGER99' });
  await station.call('DataTransfer', {
    vendorId: 'Vendor',
    data: 'display Anna Becker 04A2B81C5E7280 ID=stranger99 ftp://user:sesame@10.0.0.1/',
  });
  await site.api.post('/stations/A/messages', { action: 'GetConfiguration', payload: {} });
  const file = await eventually(async () => {
    const answer = await site.api.get('/trace/export?stationId=A');
    return answer.json.lines.length === 5 && answer;
  });
  expect(file.headers['content-disposition']).toMatch(/attachment; filename="ladehaus-messages-.*\.json"/);
  expect(file.text).not.toMatch(/04A2B81C5E7280|STRANGER99|Becker|sesame|4f70656e|8949020000012345678/i);
  expect(file.json.lines.map(({ action }: TraceLine) => action)).toEqual([
    'BootNotification',
    'Authorize',
    'Authorize',
    'DataTransfer',
    'GetConfiguration',
  ]);
  expect(file.json.lines[1].request).toEqual([2, 'm-2', 'Authorize', { idTag: '04…80' }]);
  expect(JSON.stringify(file.json.lines[4].answer)).toContain('"value":"60"');
  expect(file.json.stations).toEqual([{ id: 'A', vendor: 'Vendor', model: 'Model', firmware: null }]);
});

test('nor does it hold a card as another reader writes it', async () => {
  site = await startSite();
  const { id } = (await site.api.post('/cards', { uid: '04A2B3C4', holder: 'Anna Becker' })).json;
  await site.api.post(`/cards/${id}/spellings`, { uid: 'FOB7731X', anyway: true });
  await site.api.post('/vehicles', { plate: 'S-AB 1', vid: 'VID:001A2B3C4D5E' });
  const station = await site.station('A');
  await station.ok('Authorize', { idTag: '11223344556677' });
  const spelled = {
    'a spelling that was confirmed': 'FOB7731X',
    backwards: 'C4B3A204',
    decimal: String(0x04a2b3c4),
    'decimal and backwards': String(0xc4b3a204),
    padded: '00000004A2B3C400',
    'padded decimal': String(0x04a2b3c4).padStart(12, '0'),
    'with colons': '04:a2:b3:c4',
    'with blanks': 'C4 B3 A2 04',
    'after a word that ends like a number': 'RFID:C4B3A204',
    'after a short word': `uid:${0xc4b3a204}`,
    'before a word that begins like a number': 'C4B3A204-accepted',
    'of a vehicle': '00:1A:2B:3C:4D:5E',
    'a stranger backwards': '77665544332211',
    'a stranger cut off': '11223344',
  };
  for (const text of Object.values(spelled))
    await station.call('DataTransfer', { vendorId: 'V', data: `seen ${text}, meter 12345678 Wh` });
  await station.call('DataTransfer', { vendorId: 'V', data: JSON.stringify({ card: 0x04a2b3c4 }) });
  const signed = Buffer.from('OCMF|{"ID":"C4B3A204"}|{"SD":"00"}').toString('base64');
  const data = JSON.stringify({ signedMeterData: signed, encodingMethod: 'OCMF' });
  await station.call('DataTransfer', { vendorId: 'V', data });
  const file = await eventually(async () => {
    const answer = await site.api.get('/trace/export?stationId=A');
    return answer.json.lines.length === Object.keys(spelled).length + 3 && answer;
  });
  for (const [what, text] of Object.entries(spelled))
    expect(file.text.toUpperCase().includes(text.toUpperCase()), what).toBe(false);
  expect(file.text).not.toMatch(/C4B3A204/i);
  expect(file.text).not.toContain(signed);
  // What is no card stays: it is what the maker looks for.
  expect(file.text.match(/meter 12345678 Wh/g)).toHaveLength(Object.keys(spelled).length);
});

test('a frame that broke off or is too deep is in the file as text, without its secrets', async () => {
  site = await startSite();
  const station = await site.station('A');
  station.socket.send('[3,"x",{"configurationKey":[{"key":"AuthorizationKey","value":"sesame\\"open"');
  station.socket.send(
    `[2,"y","Vendor",{"WifiPwd":"sesame","deep":${'['.repeat(3_000)}${']'.repeat(3_000)}}]`,
  );
  await station.call('DataTransfer', { vendorId: 'V', data: JSON.stringify({ password: 'sesame' }) });
  const lines = await eventually(async () => {
    const { json, status } = await site.api.get('/trace/export?stationId=A');
    return status === 200 && json.lines.length === 3 && json.lines;
  });
  expect(JSON.stringify(lines)).not.toMatch(/sesame|open\\"/);
  expect(JSON.stringify(lines)).toContain('AuthorizationKey');
  expect((await site.api.get('/trace?stationId=A')).text).not.toContain('sesame');
});

/** Follows the live messages; a line that comes again takes the place of the one before. */
async function follow(query: string): Promise<ReadonlyMap<string, TraceLine>> {
  const lines = new Map<string, TraceLine>();
  const cookie = [...site.api.cookies].map((pair) => pair.join('=')).join('; ');
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    httpGet(`${site.server.uiUrl}api/v1/trace/live${query}`, { headers: { cookie } }, resolve).on(
      'error',
      reject,
    );
  });
  streams.push(stream);
  let text = '';
  await new Promise<void>((resolve) => {
    stream
      .setEncoding('utf8')
      .on('error', () => {})
      .on('data', (part: string) => {
        text += part;
        const events = text.split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) {
          if (!event.startsWith('data: ')) continue;
          for (const line of JSON.parse(event.slice(6)) as TraceLine[]) lines.set(line.key, line);
          resolve();
        }
      });
  });
  return lines;
}
