import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Sight } from '#core/stations/sight.ts';
import { firmwareStep, uploadStep } from '#core/stations/transfer-status.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { sightChanges } from '../stations/sight-changes.ts';
import type { Handled } from './handler.ts';
import type { StationLine } from './station-line.ts';

type Transfer = Extract<Sight, { readonly kind: 'firmware-status' | 'upload-status' }>;

/**
 * What a station says about a download or an upload: seen by the commands that wait for it, and told in the
 * logbook once. That nothing is going on is only told to whoever asked.
 */
export function transferTold(
  live: LiveSite,
  from: { readonly stationId: StationId; readonly receivedAt: Instant; readonly line: StationLine },
  sight: Transfer,
): Omit<Handled<'DiagnosticsStatusNotification'>, 'response'> {
  const { stationId, receivedAt, line } = from;
  const seen = sightChanges(live, stationId, { sight, now: receivedAt });
  const transfer = sight.kind === 'firmware-status' ? 'firmware' : sight.of;
  const word = `${sight.requestId ?? ''} ${sight.status}`;
  const step = sight.kind === 'firmware-status' ? firmwareStep(sight.status) : uploadStep(sight.status);
  if (step === 'idle' || line.transfers.get(transfer) === word) return seen;
  const status = sight.kind === 'firmware-status' ? 'firmwareStatus' : 'uploadStatus';
  return {
    changes: [
      ...seen.changes,
      logLine(receivedAt, sight.kind, {
        stationId,
        level: step === 'failed' ? 'attention' : 'info',
        facts: { [status]: sight.status },
      }),
    ],
    told: [...seen.told, { kind: 'station', stationId }, { kind: 'log' }],
    remember: (undo) => undo.set(line.transfers, transfer, word),
  };
}
