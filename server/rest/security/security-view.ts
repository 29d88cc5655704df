import { X509Certificate } from 'node:crypto';
import type { Authority as AuthorityView } from '#api/authority.ts';
import type { StationSecurity as SecurityView } from '#api/station-security.ts';
import { profileOf } from '#core/security/profile.ts';
import { isInForce, type StationCertificate } from '#core/security/station-certificate.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import { stationAddresses } from '../../network/site-addresses.ts';
import { isoTime } from '../iso-time.ts';

/** What a station has to prove, and with what, as the API shows it. No key and no record of one is in it. */
export function securityView(app: Application, station: Station): SecurityView {
  const { live } = app.desk;
  const { transport, upgrade, nextKey } = live.securityOf(station.id);
  const line = app.stations.line(station.id)?.connection.security;
  return {
    profile: profileOf(transport, station.credential),
    line:
      line === undefined
        ? null
        : {
            encrypted: line.kind === 'tls',
            version: line.kind === 'tls' ? line.version : null,
            cipher: line.kind === 'tls' ? line.cipher : null,
          },
    upgrade: upgrade === null ? null : { ...upgrade, at: isoTime(upgrade.at) },
    newKey: nextKey === null ? null : { state: nextKey.state, at: isoTime(nextKey.at), by: nextKey.by },
    commonName: station.identity.serialNumber ?? station.id,
    certificates: [...live.stationCertificates.values()]
      .filter(({ stationId }) => stationId === station.id)
      .sort((a, b) => b.requestedAt - a.requestedAt)
      .map((one) => certificateView(one, app.clock.now())),
  };
}

function certificateView(one: StationCertificate, now: Instant): SecurityView['certificates'][number] {
  return {
    serial: one.serial,
    commonName: one.commonName,
    state: one.life.kind,
    requestedAt: isoTime(one.requestedAt),
    validUntil: one.signed === null ? null : isoTime(one.signed.notAfter),
    inForce: isInForce(one, now),
  };
}

export async function authorityView(app: Application): Promise<AuthorityView> {
  const authority = await app.authority.authority();
  const { serverCertificates } = app.desk.live;
  return {
    organisation: authority.organisation,
    serial: authority.serial,
    fingerprint: new X509Certificate(authority.certificate).fingerprint256,
    createdAt: isoTime(authority.createdAt),
    validUntil: isoTime(authority.notAfter),
    downloadUrls: stationAddresses(app.ocppHost).map(
      ({ address }) => `http://${address}:${app.ports.ocpp}/ca.pem`,
    ),
    tlsPort: app.ports.ocppTls,
    readable: app.authority.isReadable(),
    addedNames: [...(serverCertificates.get('rsa')?.addedNames ?? [])],
    serverCertificates: [...serverCertificates.values()].map((one) => ({
      algorithm: one.algorithm,
      serial: one.serial,
      names: [...one.names],
      issuedAt: isoTime(one.issuedAt),
      renewAt: isoTime(one.renewAt),
      validUntil: isoTime(one.notAfter),
    })),
  };
}
