import type { Instant } from '../shared/units.ts';
import type { Settled } from './prove.ts';
import type { NextKey, ProfileUpgrade, StationSecurity } from './station-security.ts';

/**
 * What a station made of a new key or profile. `no-answer` is neither yes nor no; `after-restart` is a yes that counts only
 * when it has restarted; `not-sent` never left this computer.
 */
export type WishAnswer = 'accepted' | 'after-restart' | 'refused' | 'no-answer' | 'not-sent';

/**
 * A01.FR.03, FR.04: after a yes the old key is void, after a no it stays. Without an answer both count until one is proven,
 * and so they do where the station shows no key yet. `earlier` is one that such a station was given before: a no of today
 * does not take it back.
 */
export function settleKey(
  { security, credential }: Settled,
  sent: NextKey,
  {
    answer,
    earlier,
    now,
  }: { readonly answer: WishAnswer; readonly earlier: NextKey | null; readonly now: Instant },
): Settled {
  const isOpen = security.nextKey?.record === sent.record;
  switch (answer) {
    case 'accepted':
      if (credential.kind === 'open')
        return { security: { ...security, nextKey: waiting(sent) }, credential };
      return {
        security: { ...security, nextKey: isOpen ? null : security.nextKey },
        credential: { kind: 'password', record: sent.record, setAt: now },
      };
    case 'after-restart':
      return { security: isOpen ? { ...security, nextKey: waiting(sent) } : security, credential };
    case 'no-answer':
      return {
        security: isOpen ? { ...security, nextKey: { ...sent, state: 'no-answer' } } : security,
        credential,
      };
    case 'refused':
    case 'not-sent':
      return { security: isOpen ? { ...security, nextKey: earlier } : security, credential };
  }
}

/**
 * What is left of an upgrade after its answer. `earlier` is one to the same profile that was never settled: then a no of
 * today does not take back the yes that may have been given before.
 */
export function settleUpgrade(
  security: StationSecurity,
  asked: ProfileUpgrade,
  { answer, earlier }: { readonly answer: WishAnswer; readonly earlier: ProfileUpgrade | null },
): StationSecurity {
  // The station was faster: it has come with the new profile already.
  if (security.upgrade?.at !== asked.at) return security;
  switch (answer) {
    case 'accepted':
    case 'after-restart':
      return { ...security, upgrade: { ...asked, state: 'accepted' } };
    case 'no-answer':
      return { ...security, upgrade: { ...asked, state: 'no-answer' } };
    case 'refused':
    case 'not-sent':
      return { ...security, upgrade: earlier };
  }
}

function waiting(key: NextKey): NextKey {
  return { ...key, state: 'accepted' };
}
