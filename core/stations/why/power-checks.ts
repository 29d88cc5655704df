import { MINUTE, SECOND } from '../../shared/units.ts';
import { type Command, isOpen } from '../command.ts';
import { clear, type Finding, hit } from './finding.ts';
import type { WhyFacts } from './why-facts.ts';

/** Below this a car does not charge (IEC 61851-1). */
const LEAST_CURRENT_A = 6;
const COMMAND_IS_RECENT = 10 * MINUTE;
const COMMAND_MAY_TAKE = 5 * SECOND;
const CLOCK_TOLERANCE = 60 * SECOND;
/** What a car draws in the first moments says nothing yet. */
const SPEED_SHOWS_AFTER = 2 * MINUTE;
/** Nearly full, every car slows down. */
const SLOWS_FROM_PERCENT = 80;

/** Check 10: the station pauses the car, on its own or because it was told to. */
export function checkSitePause({ connector, limit, stationId }: WhyFacts): Finding {
  if (connector?.status !== 'SuspendedEVSE') return clear('not-paused-here');
  if (limit !== null && limit.current < LEAST_CURRENT_A)
    return hit(
      'limited-to-pause',
      { limitA: limit.current, sinceAt: limit.since },
      { kind: 'open-station', stationId },
    );
  return hit('station-paused', { sinceAt: connector.since }, { kind: 'restart' });
}

/** Check 11: a limit that no car can charge with. */
export function checkLimit({ limit, stationId }: WhyFacts): Finding {
  if (limit === null) return clear('no-limit');
  if (limit.current >= LEAST_CURRENT_A) return clear('limit-enough', { limitA: limit.current });
  return hit(
    'limit-too-low',
    { limitA: limit.current, sinceAt: limit.since },
    { kind: 'open-station', stationId },
  );
}

/** Check 12: something was ordered here and has not happened. */
export function checkCommand({ commands, connectorId, session, now }: WhyFacts): Finding {
  const latest = commands.find(({ order }) => concerns(order, connectorId));
  if (latest === undefined || session !== null || now - latest.queuedAt > COMMAND_IS_RECENT)
    return clear('no-command-open');
  const figures = { command: latest.order.kind, state: latest.life.kind, at: latest.queuedAt };
  const { life } = latest;
  if (life.kind === 'rejected' || life.kind === 'failed' || life.kind === 'not-seen')
    return hit('command-refused', { ...figures, answer: answerOf(latest) }, { kind: 'restart' });
  if (isOpen(latest) && now - latest.queuedAt > COMMAND_MAY_TAKE)
    return hit('command-waits', figures, { kind: 'open-station', stationId: latest.stationId });
  return clear('no-command-open');
}

/** Check 13: cards with an end, tariffs and certificates go by the clock. */
export function checkClock({ clockOffsetMs }: WhyFacts): Finding {
  if (clockOffsetMs === null) return clear('clock-unknown');
  if (Math.abs(clockOffsetMs) <= CLOCK_TOLERANCE) return clear('clock-right', { offsetMs: clockOffsetMs });
  return hit('clock-wrong', { offsetMs: clockOffsetMs }, { kind: 'restart' });
}

/** Check 14: it charges, but slower than this connector can. */
export function checkSpeed({ session, connector, charging, now }: WhyFacts): Finding {
  const { power, mostPower, phases, current, stateOfCharge } = charging;
  if (session === null || connector?.status !== 'Charging' || power === null) return clear('not-slow');
  const settled = now - session.start.at >= SPEED_SHOWS_AFTER;
  const nearlyFull = stateOfCharge !== null && stateOfCharge >= SLOWS_FROM_PERCENT;
  if (!settled || nearlyFull || power > 0.6 * mostPower) return clear('not-slow');
  const figures = { powerW: power, mostW: mostPower };
  const action = { kind: 'open-session', sessionId: session.id } as const;
  if (phases === 1) return hit('one-phase', figures, action);
  if (phases !== null && current !== null && isCodedLimit(current))
    return hit('cable-or-car-limit', { ...figures, currentA: current }, action);
  return hit('slow', figures, action);
}

/** Check 15: it charges as it should, or nothing is known that would keep it from charging. */
export function checkNothing({ session, connector, charging }: WhyFacts): Finding {
  if (session !== null && connector?.status === 'Charging')
    return hit(
      'charging',
      { sinceAt: session.start.at, ...(charging.power === null ? {} : { powerW: charging.power }) },
      { kind: 'open-session', sessionId: session.id },
    );
  return hit('nothing-found', {}, { kind: 'restart' });
}

/** What cables are coded for (IEC 61851-1) and cars limit themselves to. */
function isCodedLimit(currentA: number): boolean {
  return [13, 16, 20].some((coded) => currentA > coded * 0.9 && currentA <= coded * 1.03);
}

function concerns(order: Command['order'], connectorId: WhyFacts['connectorId']): boolean {
  if (order.kind !== 'remote-start' && order.kind !== 'set-availability') return false;
  return connectorId === null || order.connectorId === connectorId || order.connectorId === 0;
}

function answerOf({ life }: Command): string {
  if (life.kind === 'rejected') return life.answer;
  return life.kind === 'failed' ? life.problem : '';
}
