import { describe, expect, test } from 'vitest';
import { commandId, connectorId, sessionId, stationId, transactionId } from '../shared/ids.ts';
import { DAY, HOUR, type Instant, instant, MINUTE } from '../shared/units.ts';
import type { Command, CommandLife, Order } from './command.ts';
import { isOpen } from './command.ts';
import { afterDeadline, afterSight, answered, QUEUE_TIME, sent } from './command-life.ts';
import { CONNECTOR_STATUSES, type Connector } from './connector.ts';
import { connectorMark, type MarkFacts } from './connector-mark.ts';
import type { Sight } from './sight.ts';
import { updateStatus } from './update-status.ts';

const NOON = instant(Date.UTC(2026, 5, 1, 12));
const noonPlus = (ms: number): Instant => instant(NOON + ms);

const connector: Connector = {
  stationId: stationId('A'),
  connectorId: connectorId(1),
  status: 'Available',
  errorCode: 'NoError',
  info: null,
  vendorErrorCode: null,
  since: NOON,
  receivedAt: NOON,
  closedBy: null,
};

describe('a connector shows', () => {
  const mark = (changed: Partial<MarkFacts>) =>
    connectorMark({ online: true, connector, session: null, cardAcceptedAt: null, now: NOON, ...changed });

  test('one mark for each word of the standard', () => {
    const marks = CONNECTOR_STATUSES.map((status) => mark({ connector: { ...connector, status } }));
    expect(marks).toEqual([
      'free',
      'wait-card',
      'charging',
      'paused-site',
      'paused-car',
      'done',
      'reserved',
      'self-unavailable',
      'fault',
    ]);
  });

  test('no connection before anything else, and who closed it before that it is closed', () => {
    const closed: Connector = { ...connector, status: 'Unavailable', closedBy: { who: 'Mara', at: NOON } };
    expect(mark({ online: false, connector: { ...connector, status: 'Faulted' } })).toBe('offline');
    expect(mark({ connector: null })).toBe('unknown');
    expect(mark({ connector: closed })).toBe('closed');
    expect(mark({ connector: { ...closed, status: 'Charging' } })).toBe('charging');
  });

  test('an accepted card that waits for its plug, for a minute', () => {
    expect(mark({ cardAcceptedAt: NOON, now: noonPlus(59_000) })).toBe('wait-plug');
    expect(mark({ cardAcceptedAt: NOON, now: noonPlus(61_000) })).toBe('free');
  });
});

describe('a status', () => {
  const said = (since: number, changed: Partial<Connector> = {}): Connector => ({
    ...connector,
    since: noonPlus(since),
    receivedAt: noonPlus(HOUR),
    ...changed,
  });

  test('is taken by the time of the station, and an overtaken one is let go', () => {
    expect(updateStatus(null, connector).kind).toBe('changed');
    expect(updateStatus(connector, said(MINUTE, { status: 'Charging' })).kind).toBe('changed');
    expect(updateStatus(said(10 * MINUTE), said(MINUTE, { status: 'Charging' })).kind).toBe('older');
    expect(updateStatus(connector, said(MINUTE)).kind).toBe('same');
  });

  test('keeps who closed the connector, and since when it has been so', () => {
    const closedBy = { who: 'Mara', at: NOON };
    const fault = { ...connector, status: 'Faulted', info: 'one', closedBy } as const;
    const outcome = updateStatus(fault, said(MINUTE, { status: 'Faulted', info: 'two' }));
    expect(outcome).toMatchObject({ kind: 'changed', connector: { closedBy, since: NOON, info: 'two' } });
  });
});

describe('a command', () => {
  const orders: Record<string, { readonly order: Order; readonly effect: Sight | null }> = {
    'remote-start': {
      order: { kind: 'remote-start', connectorId: connectorId(1), idTag: 'Rs-1' },
      effect: { kind: 'session-started', connectorId: 1, idTag: 'RS-1' },
    },
    'remote-stop': {
      order: {
        kind: 'remote-stop',
        sessionId: sessionId(7),
        transactionId: transactionId(9),
        connectorId: connectorId(1),
      },
      effect: { kind: 'session-ended', sessionId: 7 },
    },
    unlock: { order: { kind: 'unlock', connectorId: connectorId(1) }, effect: null },
    reset: { order: { kind: 'reset', type: 'Hard' }, effect: { kind: 'restarted', firmware: null } },
    close: {
      order: { kind: 'set-availability', connectorId: connectorId(1), inService: false },
      effect: { kind: 'status', connectorId: 1, status: 'Unavailable' },
    },
    open: {
      order: { kind: 'set-availability', connectorId: connectorId(2), inService: true },
      effect: { kind: 'status', connectorId: 2, status: 'Available' },
    },
  };
  const command = (order: Order, life: CommandLife = sent(NOON)): Command => ({
    id: commandId(1),
    stationId: stationId('A'),
    order,
    orderedBy: 'Mara',
    queuedAt: NOON,
    life,
  });

  test.each(Object.keys(orders))('%s is in effect by what belongs to it, and by nothing else', (name) => {
    const { order, effect } = orders[name] ?? {
      order: { kind: 'unlock', connectorId: connectorId(1) },
      effect: null,
    };
    const waiting = command(order, answered(command(order), { kind: 'status', status: 'Accepted' }, NOON));
    expect(waiting.life.kind).toBe('accepted');
    for (const other of Object.values(orders)) {
      if (other.effect === null) continue;
      const life = afterSight(waiting, other.effect, noonPlus(MINUTE));
      if (other.effect === effect) expect(life).toMatchObject({ kind: 'in-effect', at: noonPlus(MINUTE) });
      else expect(life).toBeNull();
    }
    const queued = command(order, { kind: 'queued', expiresAt: noonPlus(DAY) });
    if (effect !== null) expect(afterSight(queued, effect, NOON)).toBeNull();
  });

  test('goes on as the station answers', () => {
    const reset = command({ kind: 'reset', type: 'Soft' });
    const unlock = command({ kind: 'unlock', connectorId: connectorId(1) });
    const now = noonPlus(5_000);
    const life = (one: Command, answer: Parameters<typeof answered>[1]) => answered(one, answer, now).kind;
    expect(life(unlock, { kind: 'status', status: 'Unlocked' })).toBe('in-effect');
    expect(life(unlock, { kind: 'status', status: 'NotSupported' })).toBe('rejected');
    expect(life(unlock, { kind: 'line-lost' })).toBe('queued');
    expect(life(reset, { kind: 'line-lost' })).toBe('queued');
    expect(life(reset, { kind: 'no-answer' })).toBe('no-answer');
    expect(life(reset, { kind: 'error', problem: 'x' })).toBe('failed');
  });

  test('comes to an end when its time is up, and not before', () => {
    const order: Order = { kind: 'remote-start', connectorId: connectorId(1), idTag: 'X' };
    const ends = (life: CommandLife, ms: number) =>
      afterDeadline(command(order, life), noonPlus(ms))?.kind ?? null;
    const queued: CommandLife = { kind: 'queued', expiresAt: noonPlus(QUEUE_TIME) };
    expect([ends(queued, QUEUE_TIME - 1), ends(queued, QUEUE_TIME)]).toEqual([null, 'expired']);
    const accepted = answered(command(order), { kind: 'status', status: 'Accepted' }, NOON);
    expect([ends(accepted, 3 * MINUTE - 1), ends(accepted, 3 * MINUTE)]).toEqual([null, 'not-seen']);
    expect([ends(sent(NOON), MINUTE), ends(sent(NOON), 2 * MINUTE)]).toEqual([null, 'no-answer']);
    const done: CommandLife = { kind: 'rejected', at: NOON, sentAt: NOON, answer: 'Rejected' };
    expect(ends(done, 10 * DAY)).toBeNull();
    expect(isOpen(command(order, done))).toBe(false);
  });
});
