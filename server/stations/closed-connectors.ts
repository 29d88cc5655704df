import type { Change } from '#core/changes.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Command } from '#core/stations/command.ts';
import type { StationAnswer } from '#core/stations/command-life.ts';
import type { LiveSite } from '../site/live-site.ts';

/**
 * Who took which connector out of service: "out of service since 12 Nov (M. Weber)" is another thing than
 * a station that has taken itself out. Connector 0 means all of them (OCPP 1.6 §5.2).
 */
export function closedChanges(
  live: LiveSite,
  { order, stationId, orderedBy }: Command,
  { answer, now }: { readonly answer: StationAnswer; readonly now: Instant },
): readonly Change[] {
  if (order.kind !== 'set-availability' || answer.kind !== 'status') return [];
  if (answer.status !== 'Accepted' && answer.status !== 'Scheduled') return [];
  const closedBy = order.inService ? null : { who: orderedBy, at: now };
  return live
    .connectorsOf(stationId)
    .filter(({ connectorId }) => order.connectorId === 0 || connectorId === order.connectorId)
    .map((connector) => ({ kind: 'save-connector', connector: { ...connector, closedBy } }));
}
