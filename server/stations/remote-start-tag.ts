import { randomBytes } from 'node:crypto';
import type { CardUid } from '#core/access/card-uid.ts';

const PREFIX = 'RS-';

/**
 * An idTag for a remote start without a card. Nobody can guess it, and it counts only for the station it was
 * made for, where `judgeCard` accepts it in the name of whoever ordered it. 16 characters: some stations give a tag back two characters longer (Ocular).
 */
export function newRemoteStartTag(): string {
  return `${PREFIX}${randomBytes(7).toString('hex').slice(0, 13).toUpperCase()}`;
}

/** Whether a number was made up here, and is not that of a card. */
export function isRemoteStartTag(uid: CardUid): boolean {
  return uid.startsWith(PREFIX);
}
