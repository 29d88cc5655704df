import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

const MOST = 10_000;
/** Each tries its share of the numbers: a station's messages are handled one after the other. */
const ATTACKERS = ['EVIL-0', 'EVIL-1', 'EVIL-2', 'EVIL-3', 'EVIL-4'];
const AT_ONCE = 1_000;

let site: TestSite;
let victim: TestStation;
let attackers: readonly TestStation[];

beforeEach(async () => {
  site = await startSite({ config: { stationMessagesPerSecond: 1_000_000 } });
  victim = await site.station('VICTIM');
  attackers = await Promise.all(ATTACKERS.map((id) => site.station(id)));
});

afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('stations that stop and meter all transactions from 1 to 10,000 do nothing to those of another one', async () => {
  const running = await startAt(victim, 1);
  const ended = await startAt(victim, 2);
  await victim.ok('StopTransaction', stop(ended, 4_000));
  const alsoRunning = await startAt(victim, 3);
  const before = await sessions();

  for (let first = 1; first <= MOST; first += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, index) => first + index);
    await Promise.all(
      numbers.flatMap((transactionId) => {
        const meterValue = [value(99_000)];
        const attacker = attackers[transactionId % attackers.length];
        return [
          attacker?.ok('MeterValues', { connectorId: 1, transactionId, meterValue }),
          attacker?.ok('StopTransaction', stop(transactionId, 99_000)),
        ];
      }),
    );
  }

  expect(await sessions()).toEqual(before);
  const kept = await site.store.reads.listStrays({ open: true, limit: 2 * MOST });
  expect(kept).toHaveLength(MOST);
  expect(new Set(kept.map(({ stationId }) => stationId))).toEqual(new Set(ATTACKERS));
  expect(new Set(kept.map(({ transactionId }) => transactionId)).size).toBe(MOST);
  const foreign = kept
    .filter(({ kind }) => kind === 'foreign-stop')
    .map(({ transactionId }) => transactionId);
  expect(foreign.sort()).toEqual([running, ended, alsoRunning].sort());

  await victim.ok('StopTransaction', stop(running, 7_000));
  await victim.ok('StopTransaction', stop(alsoRunning, 9_000));
  const after = await sessions();
  expect(after.map(({ state, energyWh }) => [state, energyWh])).toEqual([
    ['ended', 7_000],
    ['ended', 4_000],
    ['ended', 9_000],
  ]);
}, 240_000);

async function startAt(station: TestStation, connectorId: number): Promise<number> {
  const begun = {
    connectorId,
    idTag: `CARD-${connectorId}`,
    meterStart: 0,
    timestamp: ago(60 - connectorId),
  };
  return (await station.ok('StartTransaction', begun)).transactionId;
}

function stop(transactionId: number, meterStop: number) {
  return { transactionId, meterStop, timestamp: ago(0), reason: 'Local' };
}

function value(wh: number) {
  return { timestamp: ago(1), sampledValue: [{ value: String(wh) }] };
}

/** Everything that is known of every session, its curve too. Durations of running ones grow by themselves. */
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function sessions(): Promise<any[]> {
  const { items } = (await site.api.get('/sessions?sort=started-asc')).json;
  return Promise.all(
    items.map(async ({ id }: { id: number }) => {
      const { durationSeconds: _, ...session } = (await site.api.get(`/sessions/${id}`)).json;
      return session;
    }),
  );
}

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}
