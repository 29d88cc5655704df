import { afterEach, expect, test } from 'vitest';
import { makeRequest } from '../testing/make-request.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';
import { openTlsSite } from '../testing/tls-site.ts';

const DAY = 86_400_000;
let site: TestSite;

afterEach(() => site.stop());

async function request(station: TestStation): Promise<void> {
  const { organisation } = (await site.api.get('/authority')).json;
  const { csr } = await makeRequest({ commonName: station.id, organisation });
  expect(await station.ok('SignCertificate', { csr })).toEqual({ status: 'Accepted' });
}

function stateIs(wanted: string) {
  return eventually(async () => {
    site.server.resumed();
    const [newest] = (await site.api.get('/stations/A/security')).json.certificates;
    return newest?.state === wanted && newest;
  });
}

function timesAsked(station: TestStation, action: string): number {
  return station.asked.filter((one) => one.action === action).length;
}

test('a certificate whose delivery was cut off is delivered again, also after a restart of the program', async () => {
  site = await startSite();
  const station = await site.station('A');
  const chains: unknown[] = [];
  station.answers('CertificateSigned', ({ certificateChain }) => {
    chains.push(certificateChain);
    station.socket.terminate();
    return null;
  });
  await request(station);
  await eventually(async () => {
    site.server.resumed();
    return chains.length === 1;
  });
  await site.restart();
  const again = await site.station('A');
  again.answers('CertificateSigned', ({ certificateChain }) => {
    chains.push(certificateChain);
    return { status: 'Accepted' };
  });
  site.clock.advance(11 * 60_000);
  await stateIs('installed');
  // The same one: two valid certificates of which one is nowhere would be one too many.
  expect(chains).toEqual([chains[0], chains[0]]);
});

test('a later request takes the place of one that was never delivered', async () => {
  site = await startSite();
  const station = await site.station('A');
  station.answers('CertificateSigned', () => null);
  await request(station);
  await request(station);
  const { certificates } = (await site.api.get('/stations/A/security')).json;
  expect(certificates.map(({ state }: { state: string }) => state).toSorted()).toEqual([
    'replaced',
    'requested',
  ]);
  station.socket.terminate();
});

test('what was asked for, never signed and replaced is forgotten after an hour', async () => {
  site = await startSite();
  const station = await site.station('A');
  // Faster than they can be signed.
  for (let times = 0; times < 5; times += 1) await request(station);
  const unsigned = async () =>
    (await site.store.load()).stationCertificates
      .filter(({ signed, life }) => signed === null && life.kind === 'replaced')
      .map(({ serial }) => serial);
  const before = await unsigned();
  expect(before).not.toEqual([]);
  site.clock.advance(61 * 60_000);
  await request(station);
  const after = await unsigned();
  expect(before.filter((serial) => after.includes(serial))).toEqual([]);
  await site.restart();
  expect((await site.store.load()).stationCertificates.map(({ serial }) => serial)).not.toContain(before[0]);
});

test('a station is asked for a new certificate two months before the end of its own, once a day', async () => {
  site = await startSite({ startsAt: Date.now() - 700 * DAY });
  const station = await site.station('A');
  await request(station);
  await stateIs('installed');
  site.clock.advance(600 * DAY);
  site.server.resumed();
  await station.ok('Heartbeat', {});
  expect(timesAsked(station, 'ExtendedTriggerMessage')).toBe(0);
  site.clock.advance(71 * DAY);
  await eventually(async () => {
    site.server.resumed();
    return timesAsked(station, 'ExtendedTriggerMessage') === 1;
  });
  site.clock.advance(DAY / 2);
  site.server.resumed();
  await station.ok('Heartbeat', {});
  expect(timesAsked(station, 'ExtendedTriggerMessage')).toBe(1);
  site.clock.advance(DAY);
  await eventually(async () => {
    site.server.resumed();
    return timesAsked(station, 'ExtendedTriggerMessage') === 2;
  });
});

test('a station that asks for certificates without end is told no, and fills no disk', async () => {
  site = await startSite();
  const station = await site.station('A');
  station.answers('CertificateSigned', () => ({ status: 'Accepted' }));
  for (let times = 0; times < 10; times += 1) await request(station);
  const { csr } = await makeRequest({ commonName: 'A', organisation: 'Werk Süd' });
  expect(await station.ok('SignCertificate', { csr })).toEqual({ status: 'Rejected' });
  site.clock.advance(61 * 60_000);
  expect(await station.ok('SignCertificate', { csr })).toEqual({ status: 'Accepted' });
});

test('a station that keeps silent does not hold up the renewal of another', async () => {
  site = await startSite({ startsAt: Date.now() - 700 * DAY });
  const [silent, other] = [await site.station('A'), await site.station('B')];
  for (const station of [silent, other]) await (await openTlsSite(site)).certified(station);
  silent.answers('ChangeConfiguration', () => null);
  site.clock.advance(671 * DAY);
  await eventually(async () => {
    site.server.resumed();
    return (
      timesAsked(silent, 'ChangeConfiguration') === 1 && timesAsked(other, 'ExtendedTriggerMessage') === 1
    );
  });
  silent.socket.terminate();
});
