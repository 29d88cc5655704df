import type { SessionFilter as FilterWish } from '#api/sessions.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { sessionId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { SessionCursor } from '#store/sessions/list-sessions.ts';
import type { SessionFilter } from '#store/sessions/session-filter.ts';
import { fromIsoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';

/** A filter of the API in the store's words. */
export function filterOf(wish: FilterWish): SessionFilter {
  return {
    ...(wish.state === undefined ? {} : { state: wish.state }),
    ...(wish.stationId === undefined ? {} : { stationId: stationId(wish.stationId) }),
    ...(wish.cardUid === undefined ? {} : { cardUid: cardUid(wish.cardUid) }),
    ...(wish.search === undefined ? {} : { search: wish.search }),
    ...(wish.from === undefined ? {} : { from: fromIsoTime(wish.from) }),
    ...(wish.to === undefined ? {} : { to: fromIsoTime(wish.to) }),
  };
}

export function cursorText(cursor: SessionCursor): string {
  return Buffer.from(`${cursor.startedAt}/${cursor.id}`).toString('base64url');
}

export function cursorOf(text: string): SessionCursor {
  const match = /^(-?\d{1,16})\/(\d{1,16})$/.exec(Buffer.from(text, 'base64url').toString());
  if (match === null) throw new ApiProblem('invalid-cursor');
  return { startedAt: instant(Number(match[1])), id: sessionId(Number(match[2])) };
}
