import { type CardUid, cardUid } from '#core/access/card-uid.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Command } from '#core/stations/command.ts';
import { isRemoteStartTag } from '../stations/remote-start-tag.ts';
import type { UndoLog } from './undo-log.ts';

/** A start ordered from here without a card: where, and by whom. */
export interface RemoteStart {
  readonly stationId: StationId;
  readonly by: string;
}

/** Far more remote starts than can still wait for their session. */
const MOST_REMOTE_STARTS = 1_000;

export function rememberRemoteStart(
  starts: Map<CardUid, RemoteStart>,
  { order, stationId, orderedBy }: Command,
  undo: UndoLog,
): void {
  if (order.kind !== 'remote-start') return;
  const uid = cardUid(order.idTag);
  // A card's own number is judged by what the card may do at that moment.
  if (!isRemoteStartTag(uid)) return;
  undo.set(starts, uid, { stationId, by: orderedBy });
  const [oldest] = starts.keys();
  if (starts.size > MOST_REMOTE_STARTS && oldest !== undefined) undo.delete(starts, oldest);
}
