import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';

/** Somebody else who issues tokens, with its keys at an address of this computer. */
export interface StandInIssuer {
  readonly keysUrl: string;
  readonly issuer: string;
  /** How often its keys were fetched. */
  readonly fetched: () => number;
  /** The public keys as RFC 7517 writes them. */
  keySet(): { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  /** Signs with the newest key. */
  token(
    claims: Readonly<Record<string, unknown>>,
    header?: { readonly typ?: string; readonly kid?: string },
  ): Promise<string>;
  /** From now on it signs with another key. */
  rotate(): void;
  stop(): Promise<void>;
}

export async function startStandInIssuer(): Promise<StandInIssuer> {
  const keys: { readonly kid: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject }[] = [];
  let asked = 0;
  rotate();
  const server = createServer((_request, response) => {
    asked += 1;
    response.end(JSON.stringify(keySet()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;

  return {
    keysUrl: `${issuer}/jwks`,
    issuer,
    fetched: () => asked,
    keySet,
    rotate,
    async token(claims, header = {}) {
      const key = keys.at(-1);
      if (key === undefined) throw new Error('There is no key');
      const now = Math.floor(Date.now() / 1_000);
      return new SignJWT({
        iss: issuer,
        aud: 'ladehaus',
        iat: now,
        exp: now + 300,
        sub: 'someone',
        ...claims,
      })
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid, ...header })
        .sign(key.privateKey);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };

  function rotate(): void {
    keys.push({ kid: `key-${keys.length + 1}`, ...generateKeyPairSync('ec', { namedCurve: 'P-256' }) });
  }

  function keySet() {
    return { keys: keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid })) };
  }
}
