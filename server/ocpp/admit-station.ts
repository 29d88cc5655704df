import { judgeCertificate } from '#core/security/judge-certificate.ts';
import type { SecurityProfile } from '#core/security/profile.ts';
import { acceptedProfiles, type Proof, settleProof } from '#core/security/prove.ts';
import { stationId } from '#core/shared/ids.ts';
import type { Station } from '#core/stations/station.ts';
import type { Admission } from '#ocpp/admission.ts';
import type { Handshake } from '#ocpp/handshake.ts';
import type { Clock } from '../clock.ts';
import { readShownCertificate } from '../security/read-certificate.ts';
import { securityLine } from '../security/security-line.ts';
import { certificateShown } from '../security/station-certificates.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { knownStation } from '../stations/known-station.ts';
import { createPasswordJudge } from './judge-password.ts';

/**
 * Decides who may connect: only with the security profile the station has, or with the higher one it was asked to take
 * (security paper A00.FR.001). What a station proves by connecting is settled and stored before it is let in.
 */
export function createDoor(desk: SiteDesk, clock: Clock): (handshake: Handshake) => Promise<Admission> {
  const { live } = desk;
  const passwords = createPasswordJudge(clock);

  return async (handshake) => {
    const station = live.stations.get(stationId(handshake.stationId));
    if (station === undefined || station.retiredAt !== null) return refuseUnknown(handshake);
    const possible = profilesOver(
      handshake,
      acceptedProfiles(live.securityOf(station.id), station.credential),
    );
    if (possible.length === 0) {
      await passwords.feign(handshake);
      return { kind: 'refuse', reason: 'other-profile' };
    }
    if (possible.includes(3)) {
      const { verdict, serial } = judgeShown(station, handshake);
      if (verdict === 'right') {
        await certificateShown({ desk, clock }, serial);
        return admit(station, { profile: 3, key: null });
      }
      if (!possible.includes(2)) return { kind: 'refuse', reason: verdict };
    }
    if (!possible.includes(0)) return admitWithPassword(station, handshake, possible.includes(2) ? 2 : 1);
    if (!possible.includes(1)) return admit(station, { profile: 0, key: null });
    // Nothing is asked of this station yet, so a wrong password proves as much as none.
    const admission = await admitWithPassword(station, handshake, 1);
    return admission.kind === 'accept' ? admission : admit(station, { profile: 0, key: null });
  };

  async function admitWithPassword(
    station: Station,
    handshake: Handshake,
    profile: SecurityProfile,
  ): Promise<Admission> {
    const { nextKey } = live.securityOf(station.id);
    const { credential } = station;
    const current = credential.kind === 'password' ? [credential.record] : [];
    const records = nextKey === null ? current : [...current, nextKey.record];
    const verdict = await passwords.judge(handshake, records);
    if (verdict.kind === 'wrong') return { kind: 'refuse', reason: verdict.reason };
    return admit(station, { profile, key: verdict.record === nextKey?.record ? 'next' : 'current' });
  }

  /** Where nothing is open, nothing is stored: a thousand stations come back at once after a power cut. */
  async function admit({ id }: Station, proof: Proof): Promise<Admission> {
    const now = clock.now();
    const settle = () =>
      settleProof(
        { security: live.securityOf(id), credential: knownStation(live, id).credential },
        proof,
        now,
      );
    if (settle() !== null)
      await desk.decide(() => {
        const settled = settle();
        if (settled === null) return { value: undefined, changes: [] };
        const { security, credential } = settled;
        return {
          value: undefined,
          changes: [
            { kind: 'save-station-security', security },
            { kind: 'save-station', station: { ...knownStation(live, id), credential } },
            securityLine(now, id, proof),
          ],
          told: [{ kind: 'station', stationId: id }, { kind: 'log' }],
        };
      });
    return accept(knownStation(live, id), proof);
  }

  function judgeShown(station: Station, { security }: Handshake) {
    if (security.kind === 'plain' || security.certificate === null)
      return { verdict: 'missing-certificate', serial: '' } as const;
    const authorities = [...live.authorities.values()];
    const shown = readShownCertificate(security.certificate, authorities);
    if (shown === null) return { verdict: 'foreign-certificate', serial: '' } as const;
    const verdict = judgeCertificate(shown, {
      stationId: station.id,
      expectedName: station.identity.serialNumber ?? station.id,
      organisations: authorities.map(({ organisation }) => organisation),
      record: live.stationCertificates.get(shown.serial) ?? null,
      now: clock.now(),
    });
    return { verdict, serial: shown.serial };
  }

  /** Where anything is asked for, an unknown station gets the answer of a wrong password, and as slowly. */
  async function refuseUnknown(handshake: Handshake): Promise<Admission> {
    const closed = [...live.stations.values()].some(
      ({ id, credential }) => credential.kind === 'password' || live.securityOf(id).transport !== 'plain',
    );
    if (!closed) return { kind: 'refuse', reason: 'unknown-station', httpStatus: 404 };
    await passwords.feign(handshake);
    return { kind: 'refuse', reason: 'unknown-station', httpStatus: 401 };
  }
}

function profilesOver(
  { security }: Handshake,
  profiles: readonly SecurityProfile[],
): readonly SecurityProfile[] {
  return profiles.filter((profile) => profile >= 2 === (security.kind === 'tls'));
}

function accept({ missingProtocolAllowed, lastBootAt, lastSeenAt }: Station, { profile }: Proof): Admission {
  return {
    kind: 'accept',
    allowMissingProtocol: missingProtocolAllowed,
    authenticated: profile > 0,
    heardBefore: lastBootAt !== null || lastSeenAt !== null,
  };
}
