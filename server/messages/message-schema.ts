import { actions, isOutgoingAction, type OutgoingAction } from '#ocpp/v16/actions.ts';

/** Every action that we may send, by name. */
export const SENDABLE: readonly OutgoingAction[] = Object.keys(actions)
  .filter((name) => isOutgoingAction(name))
  .toSorted();

/** JSON schema of a request, without our own remarks in it. */
export function requestSchema(action: OutgoingAction): Readonly<Record<string, unknown>> {
  return plain(actions[action].request) as Readonly<Record<string, unknown>>;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'tolerance')
      .map(([name, inner]) => [name, plain(inner)]),
  );
}
