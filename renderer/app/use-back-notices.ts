import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../lib/api-query.ts';
import { useRestartState } from '../lib/restart-state.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';

/** Tells when a station that was restarted from this window is back, on whatever page one is by then. */
export function useBackNotices(): void {
  const { t } = useText();
  const tell = useTell();
  const { awaited, forget } = useRestartState();
  const { data } = useQuery({ ...apiQuery('listStations', {}), enabled: awaited.length > 0 });
  useEffect(() => {
    for (const { stationId, orderedAt } of awaited) {
      const station = data?.items.find(({ id }) => id === stationId);
      if (station === undefined || !hasBooted(station, orderedAt)) continue;
      forget(stationId);
      tell.done(
        t(isFree(station) ? 'commands.backAndFree' : 'commands.back', {
          station: station.name || station.id,
        }),
      );
    }
  }, [awaited, data, forget, tell, t]);
}

function hasBooted({ online, lastBootAt }: Station, since: string): boolean {
  return online && lastBootAt !== null && lastBootAt > since;
}

function isFree({ connectors }: Station): boolean {
  return connectors.some(({ status }) => status === 'Available');
}
