import type { StationId } from '#core/shared/ids.ts';
import type { SwitchSettings } from '#core/stations/switches.ts';
import type { Clock } from '../clock.ts';
import { logLine } from '../site/log-line.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { behaviourOf } from './behaviour-of.ts';
import { knownStation } from './known-station.ts';

/** Remembers how a station wants to be treated: it refused one way and took another. A person's word stands over it. */
export function learnBehaviour(
  { desk, clock }: { readonly desk: SiteDesk; readonly clock: Clock },
  stationId: StationId,
  learnt: SwitchSettings,
): Promise<void> {
  return desk.decide((live) => {
    const behaviour = Object.entries(behaviourOf(live, stationId));
    const news = Object.entries(learnt).filter(
      ([name, value]) => !behaviour.some(([known, standing]) => known === name && standing === value),
    );
    if (news.length === 0) return { value: undefined, changes: [] };
    const station = knownStation(live, stationId);
    const together = { ...station.behaviour.learnt, ...learnt };
    return {
      value: undefined,
      changes: [
        {
          kind: 'save-station',
          station: { ...station, behaviour: { ...station.behaviour, learnt: together } },
        },
        ...news.map(([name, value]) =>
          logLine(clock.now(), 'behaviour-changed', {
            stationId,
            facts: { switch: name, value: String(value), from: 'learnt' },
          }),
        ),
      ],
      told: [{ kind: 'station', stationId }, { kind: 'log' }],
    };
  });
}
