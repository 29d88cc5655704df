import { createHmac, randomBytes } from 'node:crypto';
import type { Credentials } from '#ocpp/basic-credentials.ts';
import type { Clock } from '../clock.ts';
import { createAttemptThrottle } from '../people/attempt-throttle.ts';
import { isPasswordOf, passwordRecord } from '../people/password-record.ts';

/** One station with an old password must not shut out all others behind the same router. */
const FREE_FAILURES_OF_ADDRESS = 50;

export interface PasswordJudge {
  /** Which of the records the credentials prove, of the station with this id at this address. */
  judge(claim: PasswordClaim, records: readonly string[]): Promise<PasswordVerdict>;
  /** Takes as long over the password of a stranger as over a wrong one: ids cannot be probed (CWE-204). */
  feign(claim: Omit<PasswordClaim, 'stationId'>): Promise<void>;
}

export interface PasswordClaim {
  readonly stationId: string;
  readonly address: string;
  readonly credentials: Credentials | null;
}

export type PasswordVerdict =
  | { readonly kind: 'right'; readonly record: string }
  | { readonly kind: 'wrong'; readonly reason: 'missing-password' | 'wrong-password' | 'too-many-attempts' };

/**
 * Guessing is slowed before anything is hashed, and a password that was right once is recognised without hashing again: slow
 * hashes at the door would themselves be the outage when 1,000 stations come back after a power cut.
 */
export function createPasswordJudge(clock: Clock): PasswordJudge {
  const byGuesser = createAttemptThrottle();
  const byAddress = createAttemptThrottle(FREE_FAILURES_OF_ADDRESS);
  const strangers = createAttemptThrottle(FREE_FAILURES_OF_ADDRESS);
  const proven = new Map<string, string>();
  const secret = randomBytes(32);
  const nobodysRecord = passwordRecord(randomBytes(16));

  return {
    async judge({ stationId, address, credentials }, records) {
      if (credentials === null) return { kind: 'wrong', reason: 'missing-password' };
      const known = records.find((record) => isKnownProof(stationId, record, credentials));
      if (known !== undefined) return { kind: 'right', record: known };
      const now = clock.monotonic();
      // Wrong guesses from elsewhere must not shut out the station itself (the hashing is bounded by itself).
      const guesser = `${address} ${stationId}`;
      if (byGuesser.wait(guesser, now) > 0 || byAddress.wait(address, now) > 0)
        return { kind: 'wrong', reason: 'too-many-attempts' };
      // Counted before the slow comparison: a hundred attempts at once would otherwise all be the first.
      byGuesser.failed(guesser, now);
      const record = await provenRecord(stationId, records, credentials);
      if (record === null) {
        byAddress.failed(address, now);
        return { kind: 'wrong', reason: 'wrong-password' };
      }
      byGuesser.succeeded(guesser);
      byAddress.succeeded(address);
      return { kind: 'right', record };
    },

    async feign({ address, credentials }) {
      const [password] = credentials?.passwords ?? [];
      const now = clock.monotonic();
      if (password === undefined || strangers.wait(address, now) > 0) return;
      strangers.failed(address, now);
      await isPasswordOf(await nobodysRecord, password);
    },
  };

  function isKnownProof(id: string, record: string, { username, passwords }: Credentials): boolean {
    return username === id && passwords.some((password) => proven.get(id) === markOf(record, password));
  }

  /** A00.FR.204: the user name is the station's identity. */
  async function provenRecord(
    id: string,
    records: readonly string[],
    { username, passwords }: Credentials,
  ): Promise<string | null> {
    if (username !== id) return null;
    for (const record of records)
      for (const password of passwords) {
        if (!(await isPasswordOf(record, password))) continue;
        proven.set(id, markOf(record, password));
        return record;
      }
    return null;
  }

  function markOf(record: string, password: Buffer): string {
    return createHmac('sha256', secret).update(record).update(password).digest('base64');
  }
}
