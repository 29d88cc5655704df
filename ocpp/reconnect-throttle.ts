/** Holds stations that connect again and again to one connection per minute. */
export interface ReconnectThrottle {
  /** Whether this station may connect now. */
  allows(stationId: string, monotonicMs: number): boolean;
  /** Notes a connection that was made. */
  connected(stationId: string, monotonicMs: number): void;
}

/** Throttles, never blocks for good: billing data may wait inside the station. */
export function createReconnectThrottle(perHour: number): ReconnectThrottle {
  const recent = new Map<string, number[]>();

  return {
    allows(stationId, monotonicMs) {
      const times = recent.get(stationId) ?? [];
      const inLastHour = times.filter((time) => monotonicMs - time < HOUR_MS).length;
      return inLastHour <= perHour || monotonicMs - (times.at(-1) ?? 0) >= MINUTE_MS;
    },

    connected(stationId, monotonicMs) {
      if (!Number.isFinite(perHour)) return;
      const times = (recent.get(stationId) ?? []).filter((time) => monotonicMs - time < HOUR_MS);
      times.push(monotonicMs);
      recent.set(stationId, times.slice(-(perHour + 1)));
    },
  };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
