import { type LocalList, neverSaysItsVersion } from '#core/stations/local-list.ts';
import type { Application } from '../application.ts';
import type { StationLine } from '../ocpp/station-line.ts';
import { logLine } from '../site/log-line.ts';
import { versionOf } from '../stations/send-local-list.ts';

/** Asks a station for the version of its list: some lose it with a factory reset, some with every update. */
export async function checkListVersion(
  { desk, clock }: Application,
  known: LocalList,
  { connection }: StationLine,
): Promise<void> {
  const { stationId, version } = known;
  if (version === null || neverSaysItsVersion(known)) return;
  const found = await versionOf(connection);
  if (found === null || found === version) return;
  await desk.decide((live) => {
    const list = live.localLists.get(stationId);
    const now = clock.now();
    if (list === undefined || list.version !== version) return { value: undefined, changes: [] };
    return {
      value: undefined,
      changes: [
        { kind: 'save-local-list', list: { ...list, state: { kind: 'lost', found, at: now } } },
        logLine(now, 'local-list-lost', { stationId, level: 'attention', facts: { found, version } }),
      ],
      told: [{ kind: 'station', stationId }, { kind: 'log' }],
    };
  });
}
