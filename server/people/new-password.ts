import { randomInt } from 'node:crypto';

/** Without the look-alikes 0 O 1 l I: it is typed off a screen. */
const LETTERS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** OCPP A00.FR.205: 16 to 20 bytes. */
const LENGTH = 20;

/** A password made by chance: for a station's own page, or for somebody who signs in for the first time. */
export function newPassword(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
