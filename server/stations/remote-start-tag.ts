import { randomBytes } from 'node:crypto';

/**
 * An idTag for a remote start without a card. Nobody can guess it, and it counts only for the station it was
 * made for. 16 characters: some stations give a tag back two characters longer (Ocular).
 */
export function newRemoteStartTag(): string {
  return `RS-${randomBytes(7).toString('hex').slice(0, 13).toUpperCase()}`;
}
