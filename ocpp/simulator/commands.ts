import { isOutgoingAction, type OutgoingAction } from '../v16/actions.ts';
import { readRequest } from '../v16/tolerance.ts';
import type { CommandHandlers, StationParts } from './command-handlers.ts';
import { coreCommands } from './core-commands.ts';
import { featureCommands } from './feature-commands.ts';
import type { StationReply } from './link.ts';
import { securityCommands } from './security-commands.ts';

/** Answers the calls of the central system as a decent wallbox does. */
export function createCommands(parts: StationParts): (action: string, request: unknown) => StationReply {
  const handlers: CommandHandlers = {
    ...coreCommands(parts),
    ...featureCommands(parts),
    ...securityCommands(parts),
  };

  function handle<A extends OutgoingAction>(action: A, payload: unknown): StationReply {
    const reading = readRequest(action, payload);
    if (reading.kind === 'invalid') return { kind: 'error', code: reading.code };
    return { kind: 'response', ...handlers[action](reading.payload) };
  }

  return (action, payload) =>
    isOutgoingAction(action) ? handle(action, payload) : { kind: 'error', code: 'NotImplemented' };
}
