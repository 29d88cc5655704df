import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change } from '#core/changes.ts';
import { minorUnits } from '#core/tariffs/amounts.ts';
import type { HeldReason, RatedOutcome, SessionPrice } from '#core/tariffs/session-price.ts';
import { connectSqlite } from '../sqlite/driver.ts';
import { endedSession, LOBBY, NOON, runningSession } from '../testing/records.ts';
import { keep, openedStore, temporaryFolder } from '../testing/temporary-store.ts';
import { nameWhyPricesWait } from './0012-name-why-prices-wait.ts';

/** As the version before has left the same rows. */
const BEFORE = `
  DROP TRIGGER price_due_by_session;
  DROP TRIGGER price_due_by_curve;
  DROP TABLE price_due;
  ALTER TABLE session_cost DROP COLUMN held_reason;
  DELETE FROM migration WHERE number >= ${nameWhyPricesWait.number};
  PRAGMA user_version = ${nameWhyPricesWait.number - 1};`;

const FIXED: RatedOutcome = {
  kind: 'fixed',
  currency: 'EUR',
  total: { exclVat: minorUnits(420), inclVat: minorUnits(500) },
  energy: null,
};

test('prices that the version before has held wait for the reasons they waited for', async () => {
  const folder = await temporaryFolder();
  try {
    const store = await openedStore(folder);
    await keep(store, { kind: 'save-station', station: LOBBY });
    await keep(
      store,
      ...priced(1, held('key-not-pinned'), held('time-not-allowed')),
      ...priced(2, held('too-much-energy', { energy: 5_000_000 })),
      ...priced(3, held('unsigned'), FIXED),
      ...priced(4, FIXED),
    );
    const all = { tenants: null, limit: 10 };
    const waiting = await store.reads.heldPrices(all);
    expect(waiting).toEqual([
      { sessionId: 1, reason: 'time-not-allowed' },
      { sessionId: 2, reason: 'too-much-energy' },
    ]);
    await store.close();

    const file = await connectSqlite(join(folder, 'ladehaus.db'), 'read-write');
    await file.exec(BEFORE);
    await file.close();
    const migrated = await openedStore(folder);
    expect(await migrated.reads.heldPrices(all)).toEqual(waiting);
    // What waits no longer has no reason left.
    await keep(migrated, ...priced(2, held('too-much-energy'), FIXED).slice(2));
    expect(await migrated.reads.heldPrices(all)).toEqual(waiting.slice(0, 1));
    await migrated.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});

function held(reason: HeldReason, facts: Readonly<Record<string, number>> = {}): RatedOutcome {
  return { kind: 'held', reason, facts };
}

/** A session, and what it was priced at, one time after the other. */
function priced(number: number, ...outcomes: readonly RatedOutcome[]): readonly Change[] {
  const session = endedSession(runningSession(number), 1_000);
  const prices = outcomes.map((outcome, index): SessionPrice => {
    return {
      sessionId: session.id,
      number: index + 1,
      at: NOON,
      by: null,
      because: 'ended',
      note: '',
      terms: null,
      outcome,
    };
  });
  return [
    { kind: 'add-session', session },
    ...prices.map((price): Change => ({ kind: 'add-price', price })),
    { kind: 'save-cost', cost: { session, terms: null, price: prices.at(-1) ?? null } },
  ];
}
