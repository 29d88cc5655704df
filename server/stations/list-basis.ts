import { setImmediate } from 'node:timers/promises';
import type { AccessRule } from '#core/access/access-rule.ts';
import { earliest, nextRuleTurn } from '#core/access/next-turn.ts';
import type { AccessMode } from '#core/settings/site.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { type LocalList, noList } from '#core/stations/local-list.ts';
import { rulesAt } from '../access/access-facts.ts';
import type { LiveSite } from '../site/live-site.ts';
import { wallClock } from '../site/wall-clock.ts';
import { listCapacity } from './list-capacity.ts';

/** Everything, but the time and where cards were held, on which it depends what a station should know of our cards. */
export interface ListBasis {
  readonly revision: object;
  readonly rules: readonly AccessRule[];
  readonly access: AccessMode;
  readonly timeZone: string;
  readonly capacity: number;
  /** What the station has. */
  readonly list: LocalList;
}

export function listBasis(live: LiveSite, stationId: StationId): ListBasis {
  const list = live.localLists.get(stationId) ?? noList(stationId);
  return {
    revision: live.access.revision,
    rules: rulesAt(live, stationId),
    access: live.site.access,
    timeZone: live.site.timeZone,
    capacity: listCapacity(live, list),
    list,
  };
}

export function isSameBasis(one: ListBasis, other: ListBasis): boolean {
  return (
    one.revision === other.revision &&
    one.access === other.access &&
    one.timeZone === other.timeZone &&
    one.capacity === other.capacity &&
    one.list === other.list &&
    one.rules.length === other.rules.length &&
    one.rules.every((rule, at) => rule === other.rules[at])
  );
}

/** Hours of so many rules are looked up without letting others have their turn: the first time on a day it takes long. */
const RULES_AT_A_TIME = 10;

/** When what was reckoned on a basis may be another thing by time alone; null where nothing in sight changes it. */
export async function basisHoldsUntil(
  live: LiveSite,
  { rules, timeZone }: ListBasis,
  now: Instant,
): Promise<Instant | null> {
  const turns = [nextHolderTurn(live, now)];
  for (let from = 0; from < rules.length; from += RULES_AT_A_TIME) {
    await setImmediate();
    turns.push(nextRuleTurn(rules.slice(from, from + RULES_AT_A_TIME), now, wallClock(timeZone)));
  }
  return earliest(now, turns);
}

/** The same for all stations, until something changes or the moment has come. */
const holderTurnsOf = new WeakMap<object, { readonly from: Instant; readonly turn: Instant | null }>();

function nextHolderTurn({ access }: LiveSite, now: Instant): Instant | null {
  const known = holderTurnsOf.get(access.revision);
  if (known !== undefined && known.from <= now && (known.turn === null || now < known.turn))
    return known.turn;
  const turn = earliest(now, holderTurns(access));
  holderTurnsOf.set(access.revision, { from: now, turn });
  return turn;
}

function* holderTurns({ cards, drivers, assignments }: LiveSite['access']): Generator<Instant | null> {
  for (const { validFrom, expiresAt } of cards.values()) {
    yield validFrom;
    yield expiresAt;
  }
  for (const { validFrom, expiresAt } of drivers.values()) {
    yield validFrom;
    yield expiresAt;
  }
  for (const { from, to } of assignments.values()) {
    yield from;
    yield to;
  }
}
