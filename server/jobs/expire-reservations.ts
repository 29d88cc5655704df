import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';

/** Ends the reservations whose time is over: the station frees its connector by itself (OCPP 1.6 §5.13). */
export async function expireReservations({ desk, clock }: Application): Promise<void> {
  for (const { id, expiresAt } of desk.live.reservations.values()) {
    if (expiresAt > clock.now()) continue;
    await desk.decide((live) => {
      const held = live.reservations.get(id);
      const now = clock.now();
      if (held === undefined) return { value: undefined, changes: [] };
      const { stationId, connectorId, cardUid } = held;
      return {
        value: undefined,
        changes: [
          { kind: 'save-reservation', reservation: { ...held, life: { kind: 'expired', at: now } } },
          logLine(now, 'reservation-expired', { stationId, connectorId, facts: { card: cardUid } }),
        ],
        told: [{ kind: 'station', stationId }, { kind: 'log' }],
      };
    });
  }
}
