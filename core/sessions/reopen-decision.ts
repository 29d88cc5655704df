import type { WattHours } from '../shared/units.ts';
import type { Doubt } from './doubt.ts';
import { measuredEnergy, type Session } from './session.ts';
import { METER_SLACK } from './start-session.ts';
import type { StopReport } from './stop-session.ts';

/**
 * A stop that comes after a person has decided. If its figure is news, the decision is open again: it was made
 * without it. What was decided stays in the logbook, and is named in the doubt.
 */
export function reopenDecision(
  before: Session,
  after: Session,
  { measured, report }: { readonly measured: WattHours | null; readonly report: StopReport },
): Session {
  const { decision } = before;
  if (decision === null) return after;
  const known = [measuredEnergy(before), decision.kind === 'void' ? null : decision.energy];
  if (known.some((energy) => isAsGood(energy, measured))) return after;
  const others = after.doubts.filter(({ kind }) => kind !== 'stop-after-decision');
  return { ...after, decision: null, doubts: [...others, stopAfterDecision(decision, report)] };
}

function isAsGood(known: WattHours | null, measured: WattHours | null): boolean {
  return known === measured || (known !== null && measured !== null && near(known, measured));
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= METER_SLACK;
}

function stopAfterDecision(decision: NonNullable<Session['decision']>, report: StopReport): Doubt {
  return {
    kind: 'stop-after-decision',
    since: report.receivedAt,
    facts: {
      registerWh: report.register ?? 'nothing',
      stationTime: report.time.text,
      decidedWh: decision.kind === 'void' ? 0 : decision.energy,
      by: decision.by,
    },
  };
}
