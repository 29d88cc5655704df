import type { Session } from '#core/sessions/session.ts';
import type { TransactionId } from '#core/shared/ids.ts';
import type { Reads } from '#store/reads.ts';
import type { LiveSite } from './live-site.ts';

/** Brings a session that is neither open nor recent from the store; whosever it is. */
export async function fetchByTransaction(
  live: LiveSite,
  reads: Reads,
  transaction: TransactionId,
): Promise<void> {
  if (transaction <= 0 || live.sessions.byTransaction(transaction) !== null) return;
  const owner = await reads.ownerOfTransaction(transaction);
  await shelve(live, reads, owner === null ? null : await reads.sessionByTransaction(owner, transaction));
}

/** Brings the session that a start has opened, if it has opened one. */
export async function fetchByStartKey(live: LiveSite, reads: Reads, key: string): Promise<void> {
  if (live.sessions.byStartKey(key) !== null) return;
  await shelve(live, reads, await reads.sessionByStartKey(key));
}

/** Puts a session from the store on the shelf, with its curve: without it, the stored one would be lost. */
async function shelve(live: LiveSite, reads: Reads, session: Session | null): Promise<void> {
  if (session !== null) live.sessions.keep(session, (await reads.curve(session.id)) ?? []);
}
