import { MINUTE } from '#core/shared/units.ts';
import { isCriticalSecurityEvent } from '#core/stations/security-event.ts';
import type { Request } from '#ocpp/v16/actions.ts';
import { logLine } from '../site/log-line.ts';
import type { Handler } from './handler.ts';
import { learnClock } from './station-line.ts';
import { stationTime } from './station-time.ts';

/** How many of a station's latest events are known again when it repeats them. */
const REMEMBERED = 200;
/** Later than this an event waited in its station. */
const LATE = MINUTE;

/**
 * Security paper A04. Every event goes into the logbook, also one of a type that we do not know. A station
 * keeps an event until it is answered, so the same one may come twice, also after a restart of ours.
 */
export const securityEventNotification: Handler<'SecurityEventNotification'> = {
  fetch(_live, reads, { stationId, line }) {
    if (line.securityEvents !== null) return null;
    return reads
      .listLog({ stationId, kinds: ['security-event', 'security-event-critical'], limit: REMEMBERED })
      .then((entries) => {
        line.securityEvents ??= new Set(entries.map(({ entry }) => String(entry.facts.key)));
      });
  },

  decide(live, { stationId, request, receivedAt, line }) {
    const time = stationTime(request.timestamp, receivedAt, live.site.timeZone);
    learnClock(line, time.instant, receivedAt);
    const key = keyOf(request);
    const known = line.securityEvents ?? new Set();
    if (known.has(key)) return { response: {}, changes: [], told: [] };
    const critical = isCriticalSecurityEvent(request.type);
    const late = time.instant === null || !time.clockWasSet ? 0 : receivedAt - time.instant;
    return {
      response: {},
      changes: [
        logLine(receivedAt, critical ? 'security-event-critical' : 'security-event', {
          stationId,
          level: critical ? 'attention' : 'info',
          facts: {
            securityEvent: request.type,
            info: request.techInfo ?? '',
            key,
            ...(late < LATE ? {} : { lateBySeconds: Math.round(late / 1_000) }),
          },
        }),
      ],
      told: [{ kind: 'station', stationId }, { kind: 'log' }],
      remember(undo) {
        known.add(key);
        undo.remember(() => known.delete(key));
      },
    };
  },
};

/** What makes an event this one and no other. */
function keyOf({ type, timestamp, techInfo }: Request<'SecurityEventNotification'>): string {
  return [timestamp, type, techInfo ?? ''].join(' ');
}
