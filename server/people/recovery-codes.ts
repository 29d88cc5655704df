import { randomInt } from 'node:crypto';
import { isKeyOf, keyRecord } from './password-record.ts';

const HOW_MANY = 10;
/** 16 of 32 letters: 80 bits, far too many to be guessed. */
const LETTERS = 16;
/** Those that nobody takes for another when they are copied by hand (Crockford's Base32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Codes for a lost phone, as a person writes them down. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const letters = Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    return (letters.match(/.{4}/g) ?? []).join('-');
  });
}

/** A code as it is kept. */
export function recoveryRecord(code: string): string {
  return keyRecord(Buffer.from(asKept(code)));
}

/** The records without the one that a code belongs to; null when it belongs to none. */
export function withoutUsed(records: readonly string[], code: string): readonly string[] | null {
  const typed = asKept(code);
  if (typed.length !== LETTERS) return null;
  const used = records.findIndex((record) => isKeyOf(record, typed));
  return used < 0 ? null : records.toSpliced(used, 1);
}

/** What is easily mistaken is taken for what is meant. */
function asKept(code: string): string {
  return code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
