import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeRequest } from '../testing/make-request.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation, type TestStation } from '../testing/test-station.ts';
import { openTlsSite, type TlsSite } from '../testing/tls-site.ts';

let site: TestSite;
let tls: TlsSite;
let count = 0;
/** Each test has a station of its own. */
let id: string;

beforeAll(async () => {
  site = await startSite();
  tls = await openTlsSite(site);
});
beforeEach(() => {
  id = `S${++count}`;
});
afterAll(() => site.stop());

/** Has a station ask for a certificate; gives its key. */
async function request(station: TestStation): Promise<string> {
  const { organisation } = (await site.api.get('/authority')).json;
  const { csr, key } = await makeRequest({ commonName: station.id, organisation });
  expect(await station.ok('SignCertificate', { csr })).toEqual({ status: 'Accepted' });
  return key;
}

async function certificateStates(): Promise<readonly string[]> {
  const { certificates } = (await site.api.get(`/stations/${id}/security`)).json;
  return certificates.map(({ state }: { state: string }) => state);
}

test('an error from within a station is no answer: it may have installed the certificate, and shows it', async () => {
  const station = await site.station(id);
  let cert = '';
  station.answers('CertificateSigned', ({ certificateChain }) => {
    cert = String(certificateChain);
    setImmediate(() =>
      station.socket.send(JSON.stringify([4, station.lastAskedId, 'InternalError', '', {}])),
    );
    return null;
  });
  const key = await request(station);
  await eventually(async () => {
    site.server.resumed();
    return cert !== '';
  });
  await station.ok('Heartbeat', {});
  expect(await certificateStates()).toEqual(['requested']);
  await tls.certified(station);
  await tls.require(id, 3);
  await station.hangUp();
  await (await connectStation(tls.url, id, { tls: { ca: tls.root, cert, key } })).hangUp();
});

test('a certificate that a station has refused and shows all the same is installed', async () => {
  const station = await site.station(id);
  await tls.certified(station);
  let cert = '';
  station.answers('CertificateSigned', ({ certificateChain }) => {
    cert = String(certificateChain);
    return { status: 'Rejected' };
  });
  const key = await request(station);
  await eventually(async () => {
    site.server.resumed();
    return (await certificateStates()).includes('refused');
  });
  await tls.require(id, 3);
  await station.hangUp();
  await (await connectStation(tls.url, id, { tls: { ca: tls.root, cert, key } })).hangUp();
  expect(await certificateStates()).toEqual(['installed', 'installed']);
});
