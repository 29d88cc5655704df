import type { Session } from '#core/sessions/session.ts';
import { openStore } from '#store/open-store.ts';
import { type Ledger, METERED_WH } from './busy-station.ts';

/** What a data folder holds in the end. */
export interface Kept {
  readonly sessions: readonly Session[];
  /** Energy at each point of each session's curve, by its transaction. */
  readonly curves: ReadonlyMap<number, readonly (number | null)[]>;
}

export interface Audit {
  /** Acknowledged, and not in the store. */
  readonly lost: readonly string[];
  /** In the store with other values than were acknowledged. */
  readonly altered: readonly string[];
  /** More than one session of one charge. */
  readonly doubled: readonly string[];
  /** Sessions of which no station knows. */
  readonly unfounded: number;
}

export async function readKept(folder: string): Promise<Kept> {
  const outcome = await openStore({ folder, now: () => Date.now() });
  if (outcome.kind !== 'opened') throw new Error(`The store was not opened: ${outcome.kind}`);
  const { store } = outcome;
  const sessions: Session[] = [];
  for await (const page of store.reads.eachSession({})) sessions.push(...page);
  const curves = new Map<number, readonly (number | null)[]>();
  for (const { id, transactionId } of sessions) {
    const curve = (await store.reads.curve(id)) ?? [];
    curves.set(
      transactionId,
      curve.map(({ energy }) => energy),
    );
  }
  await store.close();
  return { sessions, curves };
}

/** Holds what the stations know against what the store kept. */
export function compare(stations: readonly Ledger[], { sessions, curves }: Kept): Audit {
  const lost: string[] = [];
  const altered: string[] = [];
  const doubled: string[] = [];
  const stored = new Map<string, Session[]>();
  for (const session of sessions) {
    const name = `${session.stationId} ${session.start.stationTime}`;
    stored.set(name, [...(stored.get(name) ?? []), session]);
  }
  for (const { stationId, charges } of stations) {
    for (const charge of charges) {
      const name = `${stationId} ${charge.startedAt}`;
      const [session, ...more] = stored.get(name) ?? [];
      stored.delete(name);
      if (more.length > 0) doubled.push(name);
      if (session?.transactionId !== charge.transactionId) lost.push(`start ${name}`);
      else if (session.start.register !== charge.meterStart) altered.push(`start ${name}`);
      if (!charge.stopAcknowledged || session === undefined) continue;
      if (session.end?.source !== 'stop-transaction') lost.push(`stop ${name}`);
      else if (session.end.register !== charge.meterStop || session.end.stationTime !== charge.stoppedAt)
        altered.push(`stop ${name}`);
      if (!curves.get(session.transactionId)?.includes(METERED_WH)) lost.push(`values ${name}`);
    }
  }
  return { lost, altered, doubled, unfounded: stored.size };
}
