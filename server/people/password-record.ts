import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { limitParallel } from './limit-parallel.ts';

const COST = { N: 16_384, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const KEY_BYTES = 32;

/**
 * Hashing shares Node's few threads with the database: more than two at once and every station waits
 * (measured: p99 of 152 ms with eight, 8 ms with two).
 */
const twoAtATime = limitParallel(2);

/** A password as it is kept: scheme, cost, salt and key in one text. */
export async function passwordRecord(password: string | Buffer): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * A key made by chance, as it is kept. It has far too many bits to be guessed, so a fast hash is enough, and a thousand
 * stations that come back after a power cut wait for no slow one.
 */
export function keyRecord(key: Buffer): string {
  const salt = randomBytes(16);
  return ['hmac', salt.toString('base64url'), fastHash(key, salt).toString('base64url')].join('$');
}

/** Whether a password belongs to a record. Takes equally long for right and wrong ones. */
export async function isPasswordOf(record: string, password: string | Buffer): Promise<boolean> {
  if (record.startsWith('hmac$')) return isKeyOf(record, password);
  const [scheme, , , , salt, key] = record.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
  const right = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'));
  return right.length === given.length && timingSafeEqual(right, given);
}

/** Whether a key made by chance belongs to a record of `keyRecord`. */
export function isKeyOf(record: string, key: string | Buffer): boolean {
  const [, salt = '', hash = ''] = record.split('$');
  return timingSafeEqual(Buffer.from(hash, 'base64url'), fastHash(key, Buffer.from(salt, 'base64url')));
}

function fastHash(key: string | Buffer, salt: Buffer): Buffer {
  return createHmac('sha256', salt).update(key).digest();
}

function derive(password: string | Buffer, salt: Buffer): Promise<Buffer> {
  return twoAtATime(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password, salt, KEY_BYTES, COST, (error, key) => {
          if (error === null) resolve(key);
          else reject(error);
        });
      }),
  );
}
