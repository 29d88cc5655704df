import { createHash } from 'node:crypto';
import type { MeterKey } from '#core/eichrecht/record-verdict.ts';
import { spellKey } from './read-public-key.ts';

/** By which people tell keys apart: the first eight bytes of the SHA-256 of its DER, as `AB12 CD34 EF56 7890`. */
export function keyFingerprint(key: MeterKey): string {
  const hash = createHash('sha256')
    .update(Buffer.from(spellKey(key), 'hex'))
    .digest('hex')
    .toUpperCase();
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
