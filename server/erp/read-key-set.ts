import { createPublicKey } from 'node:crypto';
import type { KeySet } from '#core/erp/trusted-issuer.ts';

const MOST_KEYS = 50;

/** Reads a set of public keys (RFC 7517). Null when it is none, or when none of its keys could check a signature. */
export function readKeySet(text: string): KeySet | null {
  try {
    return keySetOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The keys of a set that could check a signature, each with its public members only; null when there are none. */
export function keySetOf(value: unknown): KeySet | null {
  const listed = isRecord(value) && Array.isArray(value.keys) ? value.keys.slice(0, MOST_KEYS) : [];
  const keys = listed.filter(isRecord).map(publicMembers).filter(isUsable);
  return keys.length === 0 ? null : { keys };
}

/** What could lead elsewhere, such as `x5u`, and what is secret is dropped. */
const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use'] as const;

function publicMembers(key: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    PUBLIC_MEMBERS.flatMap((name) => (key[name] === undefined ? [] : [[name, key[name]]])),
  );
}

/** Shared secrets (`oct`) are no public keys: with them whoever checks could sign as well. */
function isUsable(key: Readonly<Record<string, unknown>>): boolean {
  if (key.use !== undefined && key.use !== 'sig') return false;
  try {
    return createPublicKey({ key: { ...key }, format: 'jwk' }).type === 'public';
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
