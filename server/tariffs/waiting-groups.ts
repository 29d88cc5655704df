import type { SessionId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/** So many are read and written together. */
const AT_ONCE = 100;

/**
 * The sessions that have ended and wait for their price, in order, in groups that may be priced side by side: none of a
 * group asks for what another one uses up, such as energy that is free in a month, or readings that are sold but once.
 */
export function waitingGroups({ prices, sessions }: LiveSite): readonly (readonly SessionId[])[] {
  const groups: SessionId[][] = [];
  let open: SessionId[] | null = null;
  for (const [id, { extras, metering }] of prices.terms) {
    if (sessions.byId(id)?.end === null) continue;
    if (metering.eichrecht || extras.freePerMonth > 0) {
      groups.push([id]);
      open = null;
      continue;
    }
    if (open === null || open.length === AT_ONCE) {
      open = [];
      groups.push(open);
    }
    open.push(id);
  }
  return groups;
}
