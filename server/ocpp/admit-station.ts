import { createHmac, randomBytes } from 'node:crypto';
import { stationId } from '#core/shared/ids.ts';
import type { Station, StationCredential } from '#core/stations/station.ts';
import type { Admission } from '#ocpp/admission.ts';
import type { Credentials } from '#ocpp/basic-credentials.ts';
import type { Handshake } from '#ocpp/handshake.ts';
import type { Clock } from '../clock.ts';
import { createAttemptThrottle } from '../people/attempt-throttle.ts';
import { isPasswordOf, passwordRecord } from '../people/password-record.ts';
import type { LiveSite } from '../site/live-site.ts';

/** One station with an old password must not shut out all others behind the same router. */
const FREE_FAILURES_OF_ADDRESS = 50;

type Password = StationCredential & { readonly kind: 'password' };

/**
 * Decides who may connect. Guessing is slowed before anything is hashed, and a password that was right once
 * is recognised without hashing again: slow hashes at the door would themselves be the outage when 1,000
 * stations come back after a power cut.
 */
export function createDoor(live: LiveSite, clock: Clock): (handshake: Handshake) => Promise<Admission> {
  const byGuesser = createAttemptThrottle();
  const byAddress = createAttemptThrottle(FREE_FAILURES_OF_ADDRESS);
  const strangers = createAttemptThrottle(FREE_FAILURES_OF_ADDRESS);
  const proven = new Map<string, string>();
  const secret = randomBytes(32);
  const nobodysRecord = passwordRecord(randomBytes(16));

  return async (handshake) => {
    const station = live.stations.get(stationId(handshake.stationId));
    if (station === undefined || station.retiredAt !== null) return refuseUnknown(handshake);
    const { credential } = station;
    if (credential.kind === 'open') return accept(station);
    if (handshake.credentials === null) return { kind: 'refuse', reason: 'missing-password' };
    if (isKnownProof(station.id, credential, handshake.credentials)) return accept(station);
    return judgeProof(station, credential, { ...handshake, credentials: handshake.credentials });
  };

  async function judgeProof(
    station: Station,
    credential: Password,
    { credentials, address }: { readonly credentials: Credentials; readonly address: string },
  ): Promise<Admission> {
    const now = clock.monotonic();
    // Wrong guesses from elsewhere must not shut out the station itself (the hashing is bounded by itself).
    const guesser = `${address} ${station.id}`;
    if (byGuesser.wait(guesser, now) > 0 || byAddress.wait(address, now) > 0)
      return { kind: 'refuse', reason: 'too-many-attempts' };
    // Counted before the slow comparison: a hundred attempts at once would otherwise all be the first.
    byGuesser.failed(guesser, now);
    if (await proves(station.id, credential, credentials)) {
      byGuesser.succeeded(guesser);
      byAddress.succeeded(address);
      return accept(station);
    }
    byAddress.failed(address, now);
    return { kind: 'refuse', reason: 'wrong-password' };
  }

  /**
   * Where passwords are asked for, an unknown station gets the answer of a wrong one, and as slowly: ids
   * cannot be probed (CWE-204).
   */
  async function refuseUnknown({ credentials, address }: Handshake): Promise<Admission> {
    const closed = [...live.stations.values()].some(({ credential }) => credential.kind === 'password');
    if (!closed) return { kind: 'refuse', reason: 'unknown-station', httpStatus: 404 };
    const [password] = credentials?.passwords ?? [];
    const now = clock.monotonic();
    if (password !== undefined && strangers.wait(address, now) === 0) {
      strangers.failed(address, now);
      await isPasswordOf(await nobodysRecord, password);
    }
    return { kind: 'refuse', reason: 'unknown-station', httpStatus: 401 };
  }

  function isKnownProof(id: string, { record }: Password, { username, passwords }: Credentials): boolean {
    return username === id && passwords.some((password) => proven.get(id) === markOf(record, password));
  }

  /** A00.FR.204: the user name is the station's identity. */
  async function proves(
    id: string,
    { record }: Password,
    { username, passwords }: Credentials,
  ): Promise<boolean> {
    if (username !== id) return false;
    for (const password of passwords) {
      if (!(await isPasswordOf(record, password))) continue;
      proven.set(id, markOf(record, password));
      return true;
    }
    return false;
  }

  function markOf(record: string, password: Buffer): string {
    return createHmac('sha256', secret).update(record).update(password).digest('base64');
  }
}

function accept({ missingProtocolAllowed, credential, lastBootAt, lastSeenAt }: Station): Admission {
  return {
    kind: 'accept',
    allowMissingProtocol: missingProtocolAllowed,
    authenticated: credential.kind === 'password',
    heardBefore: lastBootAt !== null || lastSeenAt !== null,
  };
}
