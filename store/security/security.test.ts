import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Authority, ServerCertificate } from '#core/security/authority.ts';
import type { StationCertificate } from '#core/security/station-certificate.ts';
import type { StationSecurity } from '#core/security/station-security.ts';
import { DAY, later } from '#core/shared/units.ts';
import { LOBBY, NOON } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true }));

const authority: Authority = {
  serial: '4a01',
  organisation: 'Werk Süd',
  certificate: 'PEM',
  sealedKey: 'sealed',
  createdAt: NOON,
  notAfter: later(NOON, 7_300 * DAY),
};
const served: ServerCertificate = {
  algorithm: 'ecdsa',
  serial: '4a02',
  authoritySerial: authority.serial,
  names: ['depot', '192.168.1.10'],
  addedNames: ['depot'],
  certificate: 'PEM',
  sealedKey: 'sealed',
  issuedAt: NOON,
  notAfter: later(NOON, 397 * DAY),
  renewAt: later(NOON, 367 * DAY),
};
const requested: StationCertificate = {
  serial: '4a03',
  stationId: LOBBY.id,
  commonName: 'SN-7',
  request: 'PEM',
  requestedAt: NOON,
  signed: null,
  life: { kind: 'requested', triedAt: null },
};
const revoked: StationCertificate = {
  ...requested,
  signed: { certificate: 'PEM', notBefore: NOON, notAfter: later(NOON, DAY) },
  life: { kind: 'revoked', at: NOON, by: 'Mara' },
};
const changing: StationSecurity = {
  stationId: LOBBY.id,
  transport: 'tls',
  upgrade: { to: 3, state: 'no-answer', at: NOON, by: 'Mara' },
  nextKey: { record: 'hmac$salt$hash', state: 'asked', at: NOON, by: 'Mara' },
  certificateAskedAt: NOON,
};

test('what stations have to prove and who vouches for whom is there after a restart, as it was last', async () => {
  const store = await openedStore(folder);
  await keep(
    store,
    { kind: 'save-station', station: LOBBY },
    { kind: 'save-authority', authority },
    { kind: 'save-server-certificate', certificate: { ...served, serial: '4a00' } },
    { kind: 'save-server-certificate', certificate: served },
    { kind: 'save-station-certificate', certificate: requested },
    { kind: 'save-station-security', security: { ...changing, upgrade: null, nextKey: null } },
  );
  await keep(
    store,
    { kind: 'save-station-certificate', certificate: revoked },
    { kind: 'save-station-security', security: changing },
  );
  await store.close();
  const again = await openedStore(folder);
  expect(await again.load()).toMatchObject({
    authorities: [authority],
    serverCertificates: [served],
    stationCertificates: [revoked],
    stationSecurity: [changing],
  });
  await again.close();
});
