import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import type { Stray } from '#core/sessions/stray.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Received } from './handler.ts';

/** Keeps a message that fits no session whole, for a person to look at. */
export function keepStray(
  live: LiveSite,
  received: Pick<Received<'StopTransaction'>, 'stationId' | 'receivedAt' | 'raw'>,
  facts: Pick<Stray, 'kind' | 'transactionId' | 'idTag' | 'connectorId'>,
): { readonly changes: readonly Change[]; readonly told: readonly LiveEvent[] } {
  const { stationId, receivedAt, raw } = received;
  const stray: Stray = {
    id: live.nextId('stray'),
    stationId,
    receivedAt,
    frame: raw,
    dismissed: null,
    ...facts,
  };
  return {
    changes: [
      { kind: 'add-stray', stray },
      logLine(receivedAt, 'stray-kept', { stationId, level: 'attention', facts: { stray: facts.kind } }),
    ],
    told: [{ kind: 'stray' }, { kind: 'log' }],
  };
}
