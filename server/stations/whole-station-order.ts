import { connectorId } from '#core/shared/ids.ts';
import type { Command } from '#core/stations/command.ts';
import type { StationAnswer } from '#core/stations/command-life.ts';
import type { Clock } from '../clock.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { behaviourOf } from './behaviour-of.ts';
import { learnBehaviour } from './learn-behaviour.ts';

/**
 * Gives an order for the whole station to one that may not know connector 0: with only one connector that one is
 * meant as well (lbbrhzn). What it took is remembered.
 */
export async function callWholeStation(
  tools: { readonly desk: SiteDesk; readonly clock: Clock },
  command: Command,
  call: (command: Command) => Promise<StationAnswer>,
): Promise<StationAnswer> {
  const { order, stationId } = command;
  const { live } = tools.desk;
  if (order.kind !== 'set-availability' || order.connectorId !== 0) return call(command);
  if (live.connectorsOf(stationId).filter((connector) => connector.connectorId > 0).length !== 1)
    return call(command);
  const forFirst: Command = { ...command, order: { ...order, connectorId: connectorId(1) } };
  if (!behaviourOf(live, stationId).connectorZero) return call(forFirst);
  const answer = await call(command);
  if (!isNo(answer)) return answer;
  const second = await call(forFirst);
  if (isNo(second) || second.kind !== 'status') return answer;
  await learnBehaviour(tools, stationId, { connectorZero: false });
  return second;
}

function isNo(answer: StationAnswer): boolean {
  return answer.kind === 'error' || (answer.kind === 'status' && answer.status === 'Rejected');
}
