import type { StationId } from '#core/shared/ids.ts';
import type { StationCredential } from '#core/stations/station.ts';
import type { Application } from '../application.ts';
import { keyRecord, passwordRecord } from '../people/password-record.ts';
import { securityChanged } from '../security/security-tools.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from './known-station.ts';

/**
 * Asks a station for a password from now on, or with null for none. The line it has stays: the station is
 * asked when it connects again. Null when it is done, or why it must not be without one: what it has or is just taking needs it.
 */
export async function setCredential(
  app: Application,
  id: StationId,
  {
    password,
    isOurs,
    by,
  }: {
    readonly password: string | null;
    /** Made by chance, not by a person: see `keyRecord`. */
    readonly isOurs: boolean;
    readonly by: string;
  },
): Promise<'needs-password' | 'upgrade-under-way' | null> {
  const record = password === null ? null : await recordOf(password, isOurs);
  return app.desk.decide((live) => {
    const security = live.securityOf(id);
    if (record === null && security.upgrade !== null) return { value: 'upgrade-under-way', changes: [] };
    if (record === null && security.transport === 'tls') return { value: 'needs-password', changes: [] };
    const now = app.clock.now();
    const credential: StationCredential =
      record === null ? { kind: 'open' } : { kind: 'password', record, setAt: now };
    return {
      value: null,
      changes: [
        { kind: 'save-station', station: { ...knownStation(live, id), credential } },
        // What was on its way to the station is not what a person sets there now.
        ...(security.nextKey === null ? [] : [securityChanged({ ...security, nextKey: null }).change]),
        logLine(now, 'station-password-set', {
          stationId: id,
          actor: by,
          facts: { protection: credential.kind },
        }),
      ],
      told: [{ kind: 'station', stationId: id }, { kind: 'log' }],
    };
  });
}

async function recordOf(password: string, isOurs: boolean): Promise<string> {
  return isOurs ? keyRecord(Buffer.from(password)) : passwordRecord(password);
}
