import type { SignIn } from '#core/people/person.ts';
import type { Reads } from '#store/reads.ts';

/** What is asked with every request, kept at hand. */
export type KnownSignIn = Pick<SignIn, 'personId' | 'expiresAt' | 'lastSeenAt'>;

/** Sign-ins that were used lately, so that the store is not asked with every request. */
export interface SignInShelf {
  find(hash: string): Promise<KnownSignIn | null>;
  put(hash: string, signIn: KnownSignIn): void;
  /** Forgets them for good, and tells whoever still uses them. */
  end(hashes: readonly string[]): void;
  /** Calls the listener when the sign-in ends, until the returned function is called. */
  whenEnded(hash: string, listener: () => void): () => void;
}

const MOST_KNOWN = 1_000;
const MOST_ENDED = 10_000;

export function createSignInShelf(reads: Reads): SignInShelf {
  const known = new Map<string, KnownSignIn>();
  /** Somebody may have asked the store just before a sign-in ended; the answer must not bring it back. */
  const ended = new Set<string>();
  const listeners = new Map<string, Set<() => void>>();

  return {
    async find(hash) {
      const found = known.get(hash) ?? (await reads.signIn(hash));
      return ended.has(hash) ? null : found;
    },

    /** The one that has not been used for longest makes room; it is still in the store. */
    put(hash, { personId, expiresAt, lastSeenAt }) {
      if (ended.has(hash)) return;
      known.delete(hash);
      known.set(hash, { personId, expiresAt, lastSeenAt });
      dropOldest(known, MOST_KNOWN);
    },

    end(hashes) {
      for (const hash of hashes) {
        known.delete(hash);
        ended.add(hash);
        for (const listener of listeners.get(hash) ?? []) listener();
      }
      dropOldest(ended, MOST_ENDED);
    },

    whenEnded(hash, listener) {
      const all = listeners.get(hash) ?? new Set();
      listeners.set(hash, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(hash);
      };
    },
  };
}

function dropOldest(
  kept: { readonly size: number; keys(): Iterator<string>; delete(key: string): boolean },
  most: number,
): void {
  while (kept.size > most) {
    const oldest = kept.keys().next();
    if (oldest.done === true) return;
    kept.delete(oldest.value);
  }
}
