import type { Instant } from '#core/shared/units.ts';
import type { Credentials } from '#ocpp/basic-credentials.ts';
import type { Handshake } from '#ocpp/handshake.ts';
import type { Refusal } from '#ocpp/refusal.ts';

/** Somebody at the door: attempts to connect that were refused, all of one station or one path together. */
export interface Knock {
  readonly key: string;
  readonly stationId: string | null;
  readonly path: string;
  readonly address: string;
  readonly reason: Refusal['reason'];
  readonly protocols: readonly string[];
  /** What it tried to prove itself with; kept in memory only, and only until it is adopted or forgotten. */
  readonly credentials: Credentials | null;
  /** Whether it came over TLS. */
  readonly encrypted: boolean;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly count: number;
}

/** An attacker can invent names; the oldest knock makes room for the newest. */
const MOST_KNOCKS = 200;

export interface Knocks {
  list(): readonly Knock[];
  get(key: string): Knock | undefined;
  /** Notes a refused attempt. True when it is new or refused for another reason than before. */
  note(refusal: Refusal): boolean;
  /** Notes what a handshake brought along, before it is known whether it is refused. */
  saw(handshake: Handshake): void;
  forget(key: string): boolean;
}

export function createKnocks(now: () => Instant): Knocks {
  const byKey = new Map<string, Knock>();
  const lastSeen = new Map<string, Pick<Knock, 'credentials' | 'encrypted'>>();
  return {
    list: () => [...byKey.values()].sort((a, b) => b.lastAt - a.lastAt),
    get: (key) => byKey.get(key),

    note(refusal) {
      const key = refusal.stationId ?? refusal.path.slice(0, 255);
      const before = byKey.get(key);
      byKey.delete(key);
      byKey.set(key, {
        key,
        stationId: refusal.stationId ?? null,
        path: refusal.path.slice(0, 255),
        address: refusal.address,
        reason: refusal.reason,
        protocols: refusal.protocols.slice(0, 8),
        credentials: lastSeen.get(key)?.credentials ?? null,
        encrypted: lastSeen.get(key)?.encrypted ?? false,
        firstAt: before?.firstAt ?? now(),
        lastAt: now(),
        count: (before?.count ?? 0) + 1,
      });
      dropOldest(byKey);
      return before?.reason !== refusal.reason;
    },

    saw({ stationId, credentials, security }) {
      lastSeen.delete(stationId);
      lastSeen.set(stationId, { credentials, encrypted: security.kind === 'tls' });
      dropOldest(lastSeen);
    },

    forget(key) {
      lastSeen.delete(key);
      return byKey.delete(key);
    },
  };
}

function dropOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > MOST_KNOCKS && oldest !== undefined) map.delete(oldest);
}
