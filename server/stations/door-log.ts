import type { DoorOutcome } from '#api/door.ts';
import type { DoorReason, DoorVisit } from '#ocpp/door-watch.ts';

export interface LoggedVisit extends Omit<DoorVisit, 'outcome'> {
  readonly id: number;
  readonly outcome: DoorOutcome;
}

/** Everybody who came to a port for stations, in memory only: whoever stands at a station looks at the last minutes. */
export interface DoorLog {
  /** Notes a visit and says what it was. */
  note(visit: DoorVisit): LoggedVisit;
  /** Newest first. */
  list(filter: { readonly before?: number | undefined; readonly limit: number }): readonly LoggedVisit[];
  /** How many came since the start, also those that are forgotten. */
  readonly total: number;
}

const KEPT = 2_000;
const LONGEST_PATH = 255;
const MOST_PROTOCOLS = 8;

export function createDoorLog(): DoorLog {
  const visits: LoggedVisit[] = [];
  let total = 0;
  return {
    note(visit) {
      total += 1;
      const logged: LoggedVisit = {
        ...visit,
        id: total,
        path: visit.path?.slice(0, LONGEST_PATH),
        protocols: visit.protocols.slice(0, MOST_PROTOCOLS),
        outcome: outcomeOf(visit),
      };
      visits.push(logged);
      if (visits.length > KEPT) visits.shift();
      return logged;
    },

    list({ before = Number.POSITIVE_INFINITY, limit }) {
      return visits
        .filter(({ id }) => id < before)
        .slice(-limit)
        .reverse();
    },

    get total() {
      return total;
    },
  };
}

/** A wrong path is no use to a technician; what is wrong with it is. */
function outcomeOf({ outcome, path }: DoorVisit): DoorOutcome {
  return outcome === 'wrong-path' && path !== undefined ? pathFault(path) : outcome;
}

function pathFault(path: string): Extract<DoorReason, 'wrong-path'> | 'path-without-id' | 'path-id-twice' {
  const segments = path.split('/').filter((segment) => segment !== '');
  if (segments.at(-1) === 'ocpp') return 'path-without-id';
  const [prefix, id, again] = segments.slice(-3);
  // "/ocpp/LP-07/4711": the identity was entered, and the station adds its serial number by itself.
  return prefix === 'ocpp' && id !== undefined && again !== undefined ? 'path-id-twice' : 'wrong-path';
}
