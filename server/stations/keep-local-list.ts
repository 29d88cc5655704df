import type { StationId } from '#core/shared/ids.ts';
import { noList } from '#core/stations/local-list.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';

/** Says whether the cards in a station are to be kept up to date from now on. */
export function keepLocalList(
  { desk, clock }: Application,
  stationId: StationId,
  { kept, by }: { readonly kept: boolean; readonly by: string },
): Promise<void> {
  return desk.decide((live) => {
    const list = live.localLists.get(stationId) ?? noList(stationId);
    if (list.kept === kept) return { value: undefined, changes: [] };
    return {
      value: undefined,
      changes: [
        { kind: 'save-local-list', list: { ...list, kept } },
        logLine(clock.now(), kept ? 'local-list-kept' : 'local-list-left', { stationId, actor: by }),
      ],
      told: [{ kind: 'station', stationId }, { kind: 'log' }],
    };
  });
}
