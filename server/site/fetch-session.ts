import type { Session } from '#core/sessions/session.ts';
import type { TransactionId } from '#core/shared/ids.ts';
import type { Reads } from '#store/reads.ts';
import type { LiveSite } from './live-site.ts';

/** Brings a session that is neither open nor recent from the store; whosever it is. Null if it is at hand. */
export function fetchByTransaction(
  live: LiveSite,
  reads: Reads,
  transaction: TransactionId,
): Promise<void> | null {
  if (transaction <= 0 || live.sessions.byTransaction(transaction) !== null) return null;
  return shelve(live, reads, ownedSession(reads, transaction));
}

/** Brings the session that a start has opened, if it has opened one. Null if it is at hand. */
export function fetchByStartKey(live: LiveSite, reads: Reads, key: string): Promise<void> | null {
  if (live.sessions.byStartKey(key) !== null) return null;
  return shelve(live, reads, reads.sessionByStartKey(key));
}

async function ownedSession(reads: Reads, transaction: TransactionId): Promise<Session | null> {
  const owner = await reads.ownerOfTransaction(transaction);
  return owner === null ? null : reads.sessionByTransaction(owner, transaction);
}

/** Puts a session from the store on the shelf, with its curve: without it, the stored one would be lost. */
async function shelve(live: LiveSite, reads: Reads, found: Promise<Session | null>): Promise<void> {
  const session = await found;
  if (session !== null) live.sessions.keep(session, (await reads.curve(session.id)) ?? []);
}
