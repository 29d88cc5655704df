import type { LogbookSearch } from '../../lib/page-search.ts';

/** What the address of the page asks of the logbook. */
export function logFilter({ station, level, who, changes }: LogbookSearch) {
  return {
    ...(station !== undefined && { stationId: station }),
    ...(level !== undefined && { level }),
    ...(who !== undefined && { actor: who }),
    ...(changes !== undefined && { changes }),
  };
}
