import type { KeySet, TrustedIssuer } from '#core/erp/trusted-issuer.ts';
import { MINUTE } from '#core/shared/units.ts';
import type { Clock } from '../clock.ts';
import type { GuardedRequests } from '../network/guarded-request.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { readKeySet } from './read-key-set.ts';

/** The keys of trusted issuers, as they are known here. */
export interface IssuerKeyShelf {
  /** The keys to look for `kid` in. Asks the issuer when it is not among those known, at most once a minute. */
  keysFor(issuer: TrustedIssuer, kid: string | undefined): Promise<KeySet>;
}

/** Reads what an address answers; null when it does not answer as it should. */
export type FetchText = (url: string) => Promise<string | null>;

/** Fetches over the one way in which this program asks others. */
export function textFetcher(requests: GuardedRequests): FetchText {
  return async (url) => {
    const outcome = await requests.send({ url, method: 'GET', headers: { accept: 'application/json' } });
    return outcome.kind === 'answered' && outcome.status === 200 && !outcome.cut ? outcome.body : null;
  };
}

const NO_KEYS: KeySet = { keys: [] };
const ASKED_AGAIN_AFTER_MS = MINUTE;

export function openIssuerKeyShelf(desk: SiteDesk, fetchText: FetchText, clock: Clock): IssuerKeyShelf {
  const lastAsked = new Map<string, number>();
  return {
    async keysFor({ id, keys }, kid) {
      if (keys.kind === 'stored') return keys.jwks;
      const known = keys.fetched?.jwks ?? NO_KEYS;
      if (has(known, kid) || wasAskedLately(keys.url)) return known;
      lastAsked.set(keys.url, clock.monotonic());
      const fetched = await fetchKeys(keys.url);
      // Away, or it answers nonsense: what is known goes on counting.
      if (fetched === null) return known;
      await keep(id, keys.url, fetched);
      return fetched;
    },
  };

  function wasAskedLately(url: string): boolean {
    const last = lastAsked.get(url);
    return last !== undefined && clock.monotonic() - last < ASKED_AGAIN_AFTER_MS;
  }

  async function fetchKeys(url: string): Promise<KeySet | null> {
    const text = await fetchText(url);
    return text === null ? null : readKeySet(text);
  }

  /** Kept for when the issuer is away after a restart. */
  function keep(id: number, url: string, jwks: KeySet): Promise<void> {
    return desk.decide((live) => {
      const issuer = live.erp.issuers.get(id);
      // Somebody may have changed it while it was asked.
      if (issuer?.keys.kind !== 'url' || issuer.keys.url !== url) return { value: undefined, changes: [] };
      const keys = { ...issuer.keys, fetched: { jwks, at: clock.now() } };
      return { value: undefined, changes: [{ kind: 'save-issuer', issuer: { ...issuer, keys } }] };
    });
  }
}

function has({ keys }: KeySet, kid: string | undefined): boolean {
  return kid === undefined ? keys.length > 0 : keys.some((key) => key.kid === kid);
}
