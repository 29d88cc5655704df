import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Encrypts private keys before they go into the database, so that a copy of the database alone betrays none. What it is
 * encrypted with lies in a file of its own beside it, for its owner's eyes only; a key store of the system can take the
 * file's place behind this interface.
 */
export interface KeyVault {
  seal(secret: Buffer): string;
  /** Throws `VaultClosed` when it was sealed with another key, or altered. */
  open(sealed: string): Buffer;
}

/** The keys cannot be read: the file beside the database is missing or another one. */
export class VaultClosed extends Error {}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The vault of a data folder; its key is made when something is sealed for the first time. */
export function openKeyVault(dataFolder: string): KeyVault {
  const folder = join(dataFolder, 'keys');
  const file = join(folder, 'vault.key');
  let known: Buffer | null = null;

  return {
    seal(secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key(true), nonce);
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },

    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, key(false), nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      } catch {
        throw new VaultClosed(`What was encrypted with another key than ${file} cannot be read`);
      }
    },
  };

  function key(mayMake: boolean): Buffer {
    known ??= existsSync(file) ? read() : null;
    if (known === null && !mayMake) throw new VaultClosed(`${file} is missing`);
    known ??= make();
    return known;
  }

  function read(): Buffer {
    // A copy that was put back may have become readable for others.
    chmodSync(file, 0o600);
    const found = readFileSync(file);
    if (found.length !== KEY_BYTES) throw new VaultClosed(`${file} is no key`);
    return found;
  }

  function make(): Buffer {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = randomBytes(KEY_BYTES);
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
    return made;
  }
}
