import { createHmac, randomBytes } from 'node:crypto';
import { stationId } from '#core/shared/ids.ts';
import type { StationCredential } from '#core/stations/station.ts';
import type { Admission } from '#ocpp/admission.ts';
import type { Credentials } from '#ocpp/basic-credentials.ts';
import type { Handshake } from '#ocpp/handshake.ts';
import type { Clock } from '../clock.ts';
import { createAttemptThrottle } from '../people/attempt-throttle.ts';
import { isPasswordOf } from '../people/password-record.ts';
import type { LiveSite } from '../site/live-site.ts';

/**
 * Decides who may connect. Guessing is slowed before anything is hashed, and a password that was right once
 * is recognised without hashing again: slow hashes at the door would themselves be the outage when 1,000
 * stations come back after a power cut.
 */
export function createDoor(live: LiveSite, clock: Clock): (handshake: Handshake) => Promise<Admission> {
  const throttle = createAttemptThrottle();
  const proven = new Map<string, string>();
  const secret = randomBytes(32);

  return async (handshake) => {
    const station = live.stations.get(stationId(handshake.stationId));
    if (station === undefined || station.retiredAt !== null) return refuseUnknown(live);
    const accept: Admission = {
      kind: 'accept',
      allowMissingProtocol: station.missingProtocolAllowed,
      authenticated: station.credential.kind === 'password',
    };
    if (station.credential.kind === 'open') return accept;
    if (handshake.credentials === null) return { kind: 'refuse', reason: 'missing-password' };
    const names = [`station ${station.id}`, `address ${handshake.address}`];
    const now = clock.monotonic();
    if (names.some((name) => throttle.wait(name, now) > 0))
      return { kind: 'refuse', reason: 'too-many-attempts' };
    if (await proves(station.id, station.credential, handshake.credentials)) {
      for (const name of names) throttle.succeeded(name);
      return accept;
    }
    for (const name of names) throttle.failed(name, now);
    return { kind: 'refuse', reason: 'wrong-password' };
  };

  /** A00.FR.204: the user name is the station's identity. */
  async function proves(
    id: string,
    credential: StationCredential & { readonly kind: 'password' },
    { username, passwords }: Credentials,
  ): Promise<boolean> {
    if (username !== id) return false;
    for (const password of passwords) {
      const mark = createHmac('sha256', secret).update(credential.record).update(password).digest('base64');
      if (proven.get(id) === mark) return true;
      if (!(await isPasswordOf(credential.record, password))) continue;
      proven.set(id, mark);
      return true;
    }
    return false;
  }
}

/** Where passwords are asked for, an unknown station gets the answer of a wrong one: ids cannot be probed. */
function refuseUnknown(live: LiveSite): Admission {
  const closed = [...live.stations.values()].some((station) => station.credential.kind === 'password');
  return { kind: 'refuse', reason: 'unknown-station', httpStatus: closed ? 401 : 404 };
}
