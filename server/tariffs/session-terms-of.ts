import type { Session } from '#core/sessions/session.ts';
import { type MilliwattHours, milliwattHours } from '#core/tariffs/amounts.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { Application } from '../application.ts';
import { monthOf } from './site-month.ts';

/** By what a session is paid, from memory or the store. */
export async function frozenTerms(
  { desk, store }: Application,
  { id }: Session,
): Promise<SessionTerms | null> {
  return desk.live.prices.terms.get(id) ?? (await store.reads.sessionTerms(id));
}

export async function knownUses(
  { desk, store }: Application,
  { id }: Session,
): Promise<readonly SessionUse[]> {
  if (desk.live.prices.isWatched(id)) return desk.live.prices.usesOf(id);
  return store.reads.sessionUses(id);
}

/** What is left of the energy that its payer has free in the month in which a session began. */
export async function freeEnergyLeft(app: Application, terms: SessionTerms | null): Promise<MilliwattHours> {
  if (terms === null || terms.payer === null || terms.extras.freePerMonth === 0) return milliwattHours(0);
  const within = { ...monthOf(terms.at, terms.timeZone), except: terms.sessionId };
  const used = await app.store.reads.freeEnergyUsed(terms.payer, within);
  return milliwattHours(Math.max(0, terms.extras.freePerMonth * 1_000 - used));
}
