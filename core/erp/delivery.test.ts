import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, instant, later, milliseconds, SECOND } from '../shared/units.ts';
import { afterAttempt, type Delivery, type DeliveryAnswer, waitingFrom } from './delivery.ts';

const AT = instant(1_700_000_000_000);
const DELIVERY: Delivery = {
  id: 1,
  webhookId: 1,
  messageId: 'msg_1',
  kind: 'session-ended',
  at: AT,
  payload: '{}',
  life: waitingFrom(AT),
};

const answered = (status: number, at = AT): DeliveryAnswer => ({
  at,
  took: milliseconds(10),
  outcome: { kind: 'answered', status, body: '' },
});

test('every 2xx is a delivery, and nothing else is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), (status) => {
      const { kind } = afterAttempt(DELIVERY, answered(status), 0.5);
      expect(kind).toBe(status >= 200 && status <= 299 ? 'delivered' : 'waiting');
    }),
  );
});

test('the waits double from 5 s to an hour, off by a quarter at most, and end after three days', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
      let delivery = DELIVERY;
      let now = AT;
      const waits: number[] = [];
      while (delivery.life.kind === 'waiting') {
        const [chance = 0] = chances.take(1);
        delivery = { ...delivery, life: afterAttempt(delivery, answered(503, now), chance) };
        if (delivery.life.kind !== 'waiting') break;
        waits.push(delivery.life.nextAt - now);
        now = delivery.life.nextAt;
      }
      expect(delivery.life).toMatchObject({ kind: 'given-up', attempts: waits.length + 1 });
      waits.forEach((wait, index) => {
        const usual = Math.min(5 * SECOND * 2 ** index, HOUR);
        expect(Math.abs(wait - usual)).toBeLessThanOrEqual(usual / 4 + 1);
      });
      expect(now - AT).toBeLessThanOrEqual(3 * DAY);
      expect(now - AT).toBeGreaterThan(3 * DAY - 1.3 * HOUR);
    }),
    { numRuns: 50 },
  );
});

test('a test is tried once; what is replayed begins anew', () => {
  expect(afterAttempt({ ...DELIVERY, kind: 'test' }, answered(500), 0).kind).toBe('given-up');
  const late = later(AT, 10 * DAY);
  const replayed = { ...DELIVERY, life: waitingFrom(late, answered(500)) };
  expect(afterAttempt(replayed, answered(500, late), 0)).toMatchObject({ kind: 'waiting', attempts: 1 });
});
