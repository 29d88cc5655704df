import { transactionId } from '#core/shared/ids.ts';
import { resolveStationTime } from '#core/shared/station-time.ts';
import { instant } from '#core/shared/units.ts';
import { COST_VENDOR } from '#core/tariffs/cost-message.ts';
import type { LiveSite } from '../site/live-site.ts';
import { knownStation } from '../stations/known-station.ts';
import type { Handled, Received } from './handler.ts';
import { stationTime } from './station-time.ts';

/**
 * A station that shows prices says when the car has left (OCA, OCPP & California Pricing Requirements v3.1,
 * ConnectorUnplugged): idle time ends then. Null where the message says something else.
 */
export function connectorUnplugged(
  live: LiveSite,
  { stationId, request, receivedAt }: Received<'DataTransfer'>,
): Handled<'DataTransfer'> | null {
  if (request.vendorId !== COST_VENDOR || request.messageId !== 'ConnectorUnplugged') return null;
  const { transactionId: number, timestamp } = told(request.data);
  const session = number === null ? null : live.sessions.byTransaction(transactionId(number));
  if (session === null || session.stationId !== stationId)
    return { response: { status: 'Rejected' }, changes: [], told: [] };
  const time = stationTime(timestamp ?? '', receivedAt, live.site.timeZone);
  const { clockOffsetMs } = knownStation(live, stationId);
  const since = timestamp === null ? receivedAt : resolveStationTime(time, receivedAt, clockOffsetMs).at;
  const isWatched = live.prices.isWatched(session.id);
  const at = instant(Math.max(session.start.at, Math.min(since, receivedAt)));
  return {
    response: { status: 'Accepted' },
    changes: isWatched ? [{ kind: 'add-use', use: { sessionId: session.id, at, status: 'Available' } }] : [],
    told: [{ kind: 'session', sessionId: session.id, stationId }],
  };
}

function told(data: string | undefined): {
  readonly transactionId: number | null;
  readonly timestamp: string | null;
} {
  const said = parsed(data);
  const { transactionId: number, timestamp } = said;
  return {
    transactionId: typeof number === 'number' && Number.isSafeInteger(number) ? number : null,
    timestamp: typeof timestamp === 'string' ? timestamp : null,
  };
}

function parsed(data: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const said: unknown = JSON.parse(data ?? '');
    return typeof said === 'object' && said !== null ? { ...said } : {};
  } catch {
    return {};
  }
}
