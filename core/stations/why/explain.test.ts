import { describe, expect, test } from 'vitest';
import { cardUid } from '../../access/card-uid.ts';
import type { Session } from '../../sessions/session.ts';
import { NO_PROGRESS } from '../../sessions/session.ts';
import { cardId, commandId, connectorId, sessionId, stationId, transactionId } from '../../shared/ids.ts';
import { amperes, type Instant, instant, wattHours, watts } from '../../shared/units.ts';
import { ROOT_TENANT } from '../../tenants/tenant.ts';
import type { Command, CommandLife } from '../command.ts';
import type { Connector, ConnectorStatus } from '../connector.ts';
import { briefPlugBetween } from './brief-plug.ts';
import { explain, worstOf } from './explain.ts';
import { WHY_CHECKS } from './finding.ts';
import type { HeldCardFacts, WhyFacts } from './why-facts.ts';

const NOW = instant(Date.parse('2026-11-21T08:14:00Z'));
const STATION = stationId('LP-07');
const FIRST = connectorId(1);

const WELL: WhyFacts = {
  now: NOW,
  stationId: STATION,
  connectorId: FIRST,
  line: { onlineSince: ago(3_600), offlineSince: null, goneTogether: 0, refusedFor: null },
  registration: 'accepted',
  own: null,
  connector: connector('Available'),
  session: null,
  lastStartAt: null,
  update: null,
  card: null,
  briefPlug: null,
  limit: null,
  commands: [],
  clockOffsetMs: 0,
  charging: { power: null, mostPower: watts(22_000), phases: null, current: null, stateOfCharge: null },
};

const gone = { onlineSince: null, offlineSince: ago(60), goneTogether: 0, refusedFor: null };
const charging = { connector: connector('Charging'), session: session() };

/** One scenario per check, in the order of the checks. */
const SCENARIOS: readonly (readonly [cause: string, action: string | null, more: Partial<WhyFacts>])[] = [
  ['offline', 'open-door', { line: gone }],
  ['fault', 'take-out-of-service', { connector: connector('Faulted', 'GroundFailure') }],
  ['closed', 'put-in-service', { connector: { ...connector('Unavailable'), closedBy: by('M. Weber') } }],
  ['updating', 'open-station', { update: { status: 'Installing', since: ago(120) } }],
  ['card-spelled-otherwise', 'link-card', { card: refused('unknown', { similar: becker() }) }],
  ['card-unknown', 'hold-card', { card: refused('unknown') }],
  ['no-plug', 'restart', { connector: connector('Available'), card: accepted(180) }],
  ['no-card', 'start', { connector: connector('Preparing') }],
  ['brief-plug', 'unlock', { briefPlug: { at: ago(30), heldMs: 2_000 } }],
  ['car-paused', 'open-session', { connector: connector('SuspendedEV'), session: session() }],
  ['station-paused', 'restart', { connector: connector('SuspendedEVSE'), session: session() }],
  ['limit-too-low', 'open-station', { ...charging, limit: { current: amperes(4), since: ago(600) } }],
  [
    'command-refused',
    'restart',
    { commands: [start({ kind: 'rejected', at: ago(9), sentAt: ago(9), answer: 'Rejected' })] },
  ],
  ['clock-wrong', 'restart', { clockOffsetMs: -90_000 }],
  [
    'one-phase',
    'open-session',
    { ...charging, charging: { ...WELL.charging, power: watts(3_600), phases: 1 } },
  ],
  ['nothing-found', 'restart', {}],
];

test.each(SCENARIOS)('%s is found, and %s is what to do', (cause, action, more) => {
  const found = explain({ ...WELL, ...more });
  expect(found).toMatchObject({ cause, action: action === null ? null : { kind: action } });
});

test('every check has its scenario, and the checks before it have said why they found nothing', () => {
  const found = SCENARIOS.map(([, , more]) => explain({ ...WELL, ...more }));
  expect(found.map(({ check }) => check)).toEqual(WHY_CHECKS);
  for (const [place, { cleared }] of found.entries())
    expect(cleared.map(({ check }) => check)).toEqual(WHY_CHECKS.slice(0, place));
});

test('of any two troubles the one that comes first in the order is the cause', () => {
  let pairs = 0;
  for (const [place, [cause, , earlier]] of SCENARIOS.entries())
    for (const [, , later] of SCENARIOS.slice(place + 1)) {
      // A session that runs is no trouble but an answer to those about cards and plugs.
      if ('session' in later && !('session' in earlier) && place > 3) continue;
      pairs += 1;
      expect([cause, explain({ ...WELL, ...later, ...earlier }).check]).toEqual([cause, WHY_CHECKS[place]]);
    }
  expect(pairs).toBeGreaterThan(80);
});

describe('no connection', () => {
  test.each([
    ['never-connected', { ...gone, offlineSince: null }, {}],
    ['offline-together', { ...gone, goneTogether: 3 }, { stations: 4 }],
    ['offline-refused', { ...gone, refusedFor: 'wrong-password' }, { reason: 'wrong-password' }],
  ])('%s', (cause, line, figures) => {
    expect(explain({ ...WELL, line })).toMatchObject({ cause, figures });
  });
});

describe('faults', () => {
  test.each([
    ['ConnectorLockFailure', 'unlock'],
    ['InternalError', 'restart'],
    ['PowerSwitchFailure', 'take-out-of-service'],
    ['LocalListConflict', 'open-offline-cards'],
    ['ReaderFailure', 'start'],
  ])('%s leads to %s', (code, action) => {
    const found = explain({ ...WELL, connector: connector('Faulted', code) });
    expect(found).toMatchObject({ cause: 'fault', figures: { code }, action: { kind: action } });
  });

  test('of the station as a whole count for each connector', () => {
    const own = { ...connector('Faulted', 'InternalError'), connectorId: connectorId(0) };
    expect(explain({ ...WELL, own }).cause).toBe('fault');
  });
});

describe('out of service', () => {
  test('by the station itself is another thing than by a person', () => {
    expect(explain({ ...WELL, connector: connector('Unavailable') })).toMatchObject({
      cause: 'self-unavailable',
      action: { kind: 'restart' },
    });
  });

  test('does not matter where the station may not work at all', () => {
    const away = connector('Unavailable');
    for (const registration of ['pending', 'rejected'] as const)
      expect(explain({ ...WELL, registration, connector: away })).toMatchObject({
        cause: 'not-accepted',
        action: { kind: 'open-station', stationId: STATION },
      });
  });

  test('of the whole station is ended for the whole station', () => {
    const own = { ...connector('Unavailable'), connectorId: connectorId(0), closedBy: by('M. Weber') };
    const found = explain({ ...WELL, own, connector: connector('Unavailable') });
    expect(found).toMatchObject({
      cause: 'closed',
      action: { connectorId: 0 },
      figures: { who: 'M. Weber' },
    });
  });
});

describe('cards', () => {
  test.each([
    ['blocked', 'card-blocked', 'open-card'],
    ['expired', 'card-expired', 'open-card'],
    ['charging-elsewhere', 'card-charging-elsewhere', 'open-station'],
  ] as const)('%s', (kind, cause, action) => {
    const found = explain({ ...WELL, card: refused(kind, { cardId: 4 }) });
    expect(found).toMatchObject({ cause, action: { kind: action } });
  });

  test('a card that was refused and may charge by now is not the cause', () => {
    const found = explain({ ...WELL, card: { ...refused('unknown'), refusalNow: null } });
    expect(found.cause).toBe('nothing-found');
    expect(found.cleared).toContainEqual(expect.objectContaining({ evidence: 'card-may-charge-now' }));
  });

  test('a card refused an hour ago, or before the car that charges now came, is not the cause', () => {
    expect(explain({ ...WELL, card: refused('unknown', { at: ago(3_600) }) }).cause).toBe('nothing-found');
    expect(explain({ ...WELL, ...charging, card: refused('unknown') }).cause).toBe('charging');
    const later = { lastStartAt: ago(10), card: refused('unknown', { at: ago(60) }) };
    expect(explain({ ...WELL, ...later }).cause).toBe('nothing-found');
  });

  test('a connector kept for another card', () => {
    expect(explain({ ...WELL, connector: connector('Reserved') }).cause).toBe('reserved');
  });
});

test('an accepted card that has led to a session waits for no plug', () => {
  expect(explain({ ...WELL, card: accepted(180), lastStartAt: ago(170) }).cause).toBe('nothing-found');
});

test('a session that is over and still plugged in', () => {
  expect(explain({ ...WELL, connector: connector('Finishing') }).cause).toBe('ended-still-plugged');
});

test('a pause that we have ordered ourselves is named as such', () => {
  const limit = { current: amperes(0), since: ago(600) };
  const found = explain({ ...WELL, connector: connector('SuspendedEVSE'), session: session(), limit });
  expect(found).toMatchObject({ cause: 'limited-to-pause', figures: { limitA: 0 } });
});

test('a command that has just been given has its time', () => {
  const sent: CommandLife = { kind: 'sent', sentAt: ago(2), answerBy: ago(-28) };
  expect(explain({ ...WELL, commands: [{ ...start(sent), queuedAt: ago(2) }] }).cause).toBe('nothing-found');
  expect(explain({ ...WELL, commands: [{ ...start(sent), queuedAt: ago(20) }] }).cause).toBe('command-waits');
});

describe('speed', () => {
  test.each([
    ['cable-or-car-limit', { power: watts(11_000), phases: 3, current: amperes(16) }],
    ['slow', { power: watts(7_000), phases: 3, current: amperes(10.2) }],
    ['charging', { power: watts(20_000), phases: 3, current: amperes(29) }],
    ['charging', { power: watts(4_000), stateOfCharge: 92 }],
    // Without a measured power nothing is said about it.
    ['charging', { power: null }],
  ])('%s', (cause, more) => {
    expect(explain({ ...WELL, ...charging, charging: { ...WELL.charging, ...more } }).cause).toBe(cause);
  });
});

test('of two connectors the one with the earlier check is told', () => {
  const fine = explain(WELL);
  const faulty = explain({ ...WELL, connector: connector('Faulted', 'InternalError') });
  expect(worstOf([fine, faulty])).toBe(faulty);
});

test('a plug is brief when it came and went without a session', () => {
  const before = connector('Preparing', 'NoError', 2);
  expect(briefPlugBetween(before, connector('Available', 'NoError', 0))).toEqual({ at: NOW, heldMs: 2_000 });
  expect(briefPlugBetween(connector('Preparing', 'NoError', 60), connector('Available'))).toBeNull();
  expect(briefPlugBetween(connector('Charging', 'NoError', 2), connector('Available'))).toBeNull();
});

function ago(seconds: number): Instant {
  return instant(NOW - seconds * 1_000);
}

function by(who: string) {
  return { who, at: ago(86_400) };
}

function connector(status: ConnectorStatus, errorCode = 'NoError', sinceSeconds = 0): Connector {
  return {
    stationId: STATION,
    connectorId: FIRST,
    status,
    errorCode,
    info: null,
    vendorErrorCode: null,
    since: ago(sinceSeconds),
    receivedAt: ago(sinceSeconds),
    closedBy: null,
  };
}

function refused(
  kind: 'unknown' | 'blocked' | 'expired' | 'charging-elsewhere',
  more: { readonly at?: Instant; readonly cardId?: number; readonly similar?: HeldCardFacts['similar'] } = {},
): HeldCardFacts {
  const at = more.at ?? ago(60);
  const refusals = {
    unknown: { kind: 'unknown' },
    blocked: { kind: 'blocked', since: ago(9_000) },
    expired: { kind: 'expired', since: ago(9_000) },
    'charging-elsewhere': { kind: 'charging-elsewhere', stationId: 'LP-03' },
  } as const;
  return {
    held: { uid: cardUid('C4B3A204'), stationId: STATION, at, verdict: kind },
    refusalNow: refusals[kind],
    cardId: more.cardId ?? null,
    holder: null,
    similar: more.similar ?? null,
  };
}

function accepted(secondsAgo: number): HeldCardFacts {
  const card = refused('unknown', { at: ago(secondsAgo) });
  return { ...card, held: { ...card.held, verdict: 'accepted' }, refusalNow: null, holder: 'A. Becker' };
}

function becker(): HeldCardFacts['similar'] {
  return {
    spelling: 'reversed',
    card: {
      id: cardId(4),
      uid: cardUid('04A2B3C4'),
      tenantId: ROOT_TENANT,
      spellings: [],
      groupIds: [],
      validFrom: null,
      label: '',
      holder: 'A. Becker',
      addedAt: ago(9_000),
      blockedAt: null,
      expiresAt: null,
      maxConcurrent: 1,
      parentTag: null,
      removedAt: null,
    },
  };
}

function start(life: CommandLife): Command {
  return {
    id: commandId(1),
    stationId: STATION,
    order: { kind: 'remote-start', connectorId: FIRST, idTag: 'RS-1' },
    orderedBy: 'M. Weber',
    queuedAt: ago(10),
    life,
  };
}

function session(): Session {
  return {
    id: sessionId(9),
    transactionId: transactionId(9),
    stationId: STATION,
    connectorId: FIRST,
    idTag: '04A2B3C4',
    cardUid: cardUid('04A2B3C4'),
    cardId: null,
    holder: 'A. Becker',
    tenantId: ROOT_TENANT,
    driverId: null,
    vehicleId: null,
    admission: { kind: 'admitted' },
    start: {
      stationTime: '',
      at: ago(1_200),
      timeSource: 'station',
      receivedAt: ago(1_200),
      register: wattHours(0),
      reservationId: null,
      key: 'k',
    },
    progress: NO_PROGRESS,
    end: null,
    doubts: [],
    decision: null,
  };
}
