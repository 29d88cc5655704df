import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { keysPastUse, keyThatSigns, type SigningKey } from '#core/erp/signing-key.ts';
import type { Clock } from '../clock.ts';
import type { KeyVault } from '../security/key-vault.ts';
import { VaultClosed } from '../security/key-vault.ts';
import type { SiteDesk } from '../site/site-desk.ts';

/** The keys of this site's tokens: a new one every month, the old ones kept longer than what they signed. */
export interface SigningKeyRing {
  /** The key that signs now; made first where there is none. */
  signer(): Promise<{ readonly kid: string; readonly key: KeyObject }>;
  /** Null when no key of ours has that name. */
  publicKey(kid: string): KeyObject | null;
  /** RFC 7517, for whoever checks our tokens. */
  keySet(): { readonly keys: readonly Readonly<Record<string, unknown>>[] };
}

interface Opened {
  readonly kid: string;
  readonly key: KeyObject;
}

export function openSigningKeyRing(desk: SiteDesk, vault: KeyVault, clock: Clock): SigningKeyRing {
  const keys = desk.live.erp.signingKeys;
  let opened: Opened | null = null;
  let making: Promise<Opened> | null = null;

  return {
    async signer() {
      const current = keyThatSigns(keys.values(), clock.now());
      if (current !== null && current.kid === opened?.kid) return opened;
      opened = current === null ? null : unsealed(current);
      // Two that ask at once must not make two.
      if (opened !== null) return opened;
      making ??= make().finally(() => {
        making = null;
      });
      opened = await making;
      return opened;
    },

    publicKey(kid) {
      const known = keys.get(kid);
      return known === undefined ? null : createPublicKey({ key: { ...known.publicJwk }, format: 'jwk' });
    },

    keySet: () => ({ keys: [...keys.values()].map(({ publicJwk }) => publicJwk) }),
  };

  /** Null when it cannot be read: a copy of the database came back without the file that opens it. */
  function unsealed({ kid, sealedKey }: SigningKey): Opened | null {
    try {
      return { kid, key: createPrivateKey({ key: vault.open(sealedKey), format: 'der', type: 'pkcs8' }) };
    } catch (error) {
      if (error instanceof VaultClosed) return null;
      throw error;
    }
  }

  async function make(): Promise<Opened> {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
    // RFC 7638: the name of a key is the hash of what it is.
    const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
    const sealedKey = vault.seal(privateKey.export({ format: 'der', type: 'pkcs8' }));
    const publicJwk = { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
    await desk.decide(() => {
      const now = clock.now();
      return {
        value: undefined,
        changes: [
          { kind: 'save-signing-key', key: { kid, publicJwk, sealedKey, createdAt: now } },
          ...keysPastUse(keys.values(), now).map(
            (old) => ({ kind: 'remove-signing-key', kid: old.kid }) as const,
          ),
        ],
      };
    });
    return { kid, key: privateKey };
  }
}
