import type { Command } from '#core/stations/command.ts';
import type { StationAnswer } from '#core/stations/command-life.ts';
import { fitted, otherWays } from '#core/stations/fit-profile.ts';
import type { Clock } from '../clock.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { behaviourOf } from './behaviour-of.ts';
import { learnBehaviour } from './learn-behaviour.ts';

/** What a station answered, and to which order: the one that was given, or the same in other words. */
export interface Taken {
  readonly command: Command;
  readonly answer: StationAnswer;
}

/**
 * Limits a station in a way that it takes. What is known of its make comes first; where it refuses, the ways that
 * others have needed are tried one after the other, and the one it took is remembered.
 */
export async function callWithFittingLimit(
  { desk, clock }: { readonly desk: SiteDesk; readonly clock: Clock },
  command: Command,
  call: (command: Command) => Promise<StationAnswer>,
): Promise<Taken> {
  const { order, stationId } = command;
  if (order.kind !== 'set-charging-profile') return { command, answer: await call(command) };
  const { live } = desk;
  // A conformance tool takes what it did not expect for a fault: it is told once, and word for word.
  if (live.isTestTool) return { command, answer: await call(command) };
  const behaviour = behaviourOf(live, stationId);
  const connectors = live.connectorsOf(stationId).filter(({ connectorId }) => connectorId > 0).length;
  const facts = { now: clock.now(), connectors };
  const known = fitted(order, behaviour, facts);
  const first: Command = { ...command, order: known };
  const answer = await call(first);
  if (!isNo(answer)) {
    // go-e#155: after a pause the first limit is lost on it.
    return { command: first, answer: behaviour.repeatsLimit ? await call(first) : answer };
  }
  for (const way of otherWays(known, facts)) {
    const other: Command = { ...command, order: way.order };
    const second = await call(other);
    if (isNo(second)) continue;
    if (second.kind === 'status') await learnBehaviour({ desk, clock }, stationId, way.lesson);
    return { command: other, answer: second };
  }
  return { command: first, answer };
}

function isNo(answer: StationAnswer): boolean {
  return answer.kind === 'status' && answer.status !== 'Accepted';
}
