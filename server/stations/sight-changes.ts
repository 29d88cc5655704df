import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { type Command, type CommandLife, connectorOf, isOpen } from '#core/stations/command.ts';
import { afterSight } from '#core/stations/command-life.ts';
import type { Sight } from '#core/stations/sight.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { forgetPasswords } from './forget-passwords.ts';
import { orderOutcome } from './order-outcomes.ts';

export interface Told {
  readonly changes: readonly Change[];
  readonly told: readonly LiveEvent[];
}

/** What was seen of a station may be what somebody ordered: those commands are in effect now. */
export function sightChanges(
  live: LiveSite,
  station: StationId,
  { sight, now }: { readonly sight: Sight; readonly now: Instant },
): Told {
  if (live.commands.size === 0) return { changes: [], told: [] };
  const steps = live.openCommandsOf(station).flatMap((command) => {
    const life = afterSight(command, sight, now);
    return life === null ? [] : [commandStep(live, command, { life, now })];
  });
  return { changes: steps.flatMap((step) => step.changes), told: steps.flatMap((step) => step.told) };
}

/** A command takes a step in its life; the last one goes into the logbook. */
export function commandStep(
  live: LiveSite,
  command: Command,
  { life, now }: { readonly life: CommandLife; readonly now: Instant },
): Told {
  const moved: Command = { ...command, life };
  const next = isOpen(moved) ? moved : { ...moved, order: forgetPasswords(command.order) };
  const outcome = orderOutcome(live, command, { life, now });
  const changes: Change[] = [{ kind: 'save-command', command: next }, ...outcome.changes];
  const told: LiveEvent[] = [
    { kind: 'command', commandId: command.id, stationId: command.stationId },
    ...outcome.told,
  ];
  if (!isOpen(next)) {
    changes.push(commandEnded(next, now));
    told.push({ kind: 'log' });
  }
  return { changes, told };
}

function commandEnded(command: Command, now: Instant): Change {
  const { life, order } = command;
  const answer = life.kind === 'rejected' ? life.answer : life.kind === 'failed' ? life.problem : '';
  return logLine(now, 'command-ended', {
    level: life.kind === 'in-effect' || life.kind === 'cancelled' ? 'info' : 'attention',
    stationId: command.stationId,
    connectorId: connectorOf(order),
    sessionId: order.kind === 'remote-stop' ? order.sessionId : null,
    actor: life.kind === 'cancelled' ? life.by : null,
    facts: { command: order.kind, state: life.kind, answer },
  });
}
